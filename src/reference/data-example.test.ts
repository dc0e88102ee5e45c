import { expect, test } from "vitest";
import { parse } from "yaml";
import { apiIds } from "../apis/index.ts";
import { dataExample } from "./data-example.ts";
import type { JsonSchema } from "./data-form.ts";
import { dataForms } from "./data-forms.ts";
import { readData } from "./read-data.ts";

/** `pools/agents/name`: every member that a schema knows, or that data hold. */
function membersIn(node: unknown, below: (node: unknown) => Iterable<[string, unknown]>, path = ""): string[] {
  return [...below(node)].flatMap(([name, child]) => [`${path}${name}`, ...membersIn(child, below, `${path}${name}/`)]);
}

function* membersOfSchema(node: unknown): Generator<[string, unknown]> {
  const { properties, items } = node as JsonSchema & { properties?: object; items?: unknown };
  yield* Object.entries(properties ?? {});
  if (items !== undefined) yield* membersOfSchema(items);
}

function* membersOfData(node: unknown): Generator<[string, unknown]> {
  if (Array.isArray(node)) for (const item of node) yield* membersOfData(item);
  else if (typeof node === "object" && node !== null) yield* Object.entries(node);
}

test.each(apiIds.map((id) => ({ id })))("the example shows every member of $id", async ({ id }) => {
  const read = readData(parse(await dataExample([id])));
  if ("mistakes" in read) throw new Error(JSON.stringify(read.mistakes));
  expect(Object.keys(read.document)).toEqual([id]);
  const shown = new Set(membersIn(read.document[id], membersOfData));
  expect(membersIn(dataForms[id].schema, membersOfSchema).filter((member) => !shown.has(member))).toEqual([]);
});
