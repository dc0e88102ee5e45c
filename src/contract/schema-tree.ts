import type { Source } from "../requirement.ts";
import { type Bundle, follow, type Schema } from "./bundle.ts";
import { tokensOf } from "./json-pointer.ts";

/** All schemas that describe the same value: through references and the branches of allOf, anyOf and oneOf. */
export function layersOf(bundle: Bundle, schema: Schema): Schema[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [] } = schema;
  const referred = $ref ? [follow<Schema>(bundle, { $ref }, "").node] : [];
  return [schema, ...[...referred, ...allOf, ...anyOf, ...oneOf].flatMap((layer) => layersOf(bundle, layer))];
}

/** The schemas of one member or item of a value. */
export function childLayers(bundle: Bundle, layers: readonly Schema[], token: string): Schema[] {
  const children = layers.flatMap(({ properties, items, additionalProperties }) => [
    properties?.[token] ?? (typeof additionalProperties === "object" ? additionalProperties : undefined),
    /^\d+$/.test(token) ? items : undefined,
  ]);
  return children.flatMap((child) => (child ? layersOf(bundle, child) : []));
}

/** Sources other than the page on the way from a schema's root to a place in its instance. */
export function foreignSources(bundle: Bundle, schema: Schema, instancePointer: string): Source[] {
  const found: Source[] = [];
  let layers = layersOf(bundle, schema);
  const collect = () => {
    for (const layer of layers) if (layer["x-source"] && layer["x-source"] !== "page") found.push(layer["x-source"]);
  };
  collect();
  for (const token of tokensOf(instancePointer)) {
    layers = childLayers(bundle, layers, token);
    collect();
  }
  return found;
}
