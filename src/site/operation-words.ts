import type { Bundle, Schema } from "../contract/bundle.ts";
import type { Operation } from "../contract/operations.ts";
import { layersOf } from "../contract/schema-tree.ts";

/** Names by which people look for an operation: its parameters, statuses and the members of its bodies. */
export function operationWords(bundle: Bundle, { parameters, requestBody, responses }: Operation): string[] {
  const schemas = [...(requestBody?.mediaTypes ?? []), ...responses.flatMap(({ mediaTypes }) => mediaTypes)].map(
    ({ schema }) => schema,
  );
  const words = [
    ...parameters.map(({ name }) => name),
    ...responses.map(({ status }) => status),
    ...schemas.flatMap((schema) => memberNames(bundle, schema)),
  ];
  return [...new Set(words)];
}

function memberNames(bundle: Bundle, schema: Schema, seen = new Set<Schema>()): string[] {
  const layers = layersOf(bundle, schema).filter((layer) => !seen.has(layer));
  for (const layer of layers) seen.add(layer);
  return layers.flatMap(({ properties = {}, items }) => [
    ...Object.entries(properties).flatMap(([name, member]) => [name, ...memberNames(bundle, member, seen)]),
    ...(items ? memberNames(bundle, items, seen) : []),
  ]);
}
