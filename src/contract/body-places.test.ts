import { expect, test } from "vitest";
import { apiIds } from "../apis/index.ts";
import { readBodyPlaces, typeOf } from "./body-places.ts";
import type { Bundle, Schema } from "./bundle.ts";
import { loadContract } from "./load-contract.ts";

const text: Schema = { type: "string" };
const box: Schema = { type: "object", required: ["id"], properties: { id: text, size: { type: "integer" } } };
const tree: Schema = {
  type: "object",
  properties: { id: text, children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
};
const bundle = { components: { schemas: { Box: box, Tree: tree } } } as unknown as Bundle;
const reference: Schema = { $ref: "#/components/schemas/Box" };
const nothing: Schema = { type: "null" };

const pointersIn = (schema: Schema) => readBodyPlaces(bundle, schema).map(({ pointer }) => pointer);

test.each<{ given: string; schema: Schema; want: string[] }>([
  { given: "a body alone", schema: text, want: [""] },
  { given: "members behind a reference", schema: reference, want: ["", "/id", "/size"] },
  {
    given: "items of a list",
    schema: { properties: { boxes: { type: "array", items: reference } } },
    want: ["", "/boxes", "/boxes/*", "/boxes/*/id", "/boxes/*/size"],
  },
  {
    given: "members of every branch, once each",
    schema: { oneOf: [reference, { properties: { id: text, name: text } }, nothing] },
    want: ["", "/id", "/size", "/name"],
  },
  {
    given: "what several schemas say of one member",
    schema: { allOf: [{ properties: { in: reference } }, { properties: { in: { properties: { lid: text } } } }] },
    want: ["", "/in", "/in/id", "/in/size", "/in/lid"],
  },
  {
    given: "names with a slash, and those that objects inherit",
    schema: { properties: { "a/b": text, constructor: text } },
    want: ["", "/a~1b", "/constructor"],
  },
  {
    given: "what contains itself once",
    schema: { $ref: "#/components/schemas/Tree" },
    want: ["", "/id", "/children", "/children/*"],
  },
  { given: "nothing of members that may have any name", schema: { additionalProperties: box }, want: [""] },
])("lists $given", ({ schema, want }) => {
  expect(pointersIn(schema)).toEqual(want);
});

test("knows each place by its index, and what is in it", () => {
  const places = readBodyPlaces(bundle, { properties: { boxes: { items: reference }, box: reference } });
  expect(places.map(({ index }) => index)).toEqual(places.map((_, index) => index));
  expect(places[0]?.members).toEqual([places[1], places[5]]);
  expect(places[1]?.items).toBe(places[2]);
  expect(places[2]?.members).toEqual([places[3], places[4]]);
});

test.each<{ given: string; schema: Schema; want: object }>([
  {
    given: "a text",
    schema: text,
    want: { types: new Set(["string"]), values: [], isNullable: false, isRequired: false },
  },
  { given: "any value", schema: {}, want: { types: new Set(), values: [], isNullable: false } },
  {
    given: "a type or null",
    schema: { type: ["integer", "null"] },
    want: { types: new Set(["number", "null"]), isNullable: true },
  },
  { given: "a branch that is null", schema: { oneOf: [reference, nothing] }, want: { isNullable: true } },
  { given: "listed values", schema: { type: "string", enum: ["a", "b"] }, want: { values: ["a", "b"] } },
  { given: "null among them", schema: { enum: ["a", 1, null] }, want: { values: ["a", 1], isNullable: true } },
  { given: "types that only values tell", schema: { enum: ["a", 1] }, want: { types: new Set(["string", "number"]) } },
  { given: "one value", schema: { const: "a" }, want: { values: ["a"], types: new Set(["string"]) } },
  {
    given: "values of several branches",
    schema: { oneOf: [{ const: "a" }, { enum: ["b", "a"] }] },
    want: { values: ["a", "b"] },
  },
  { given: "members of any name", schema: { ...box, additionalProperties: text }, want: { isOpen: true } },
  { given: "no other members", schema: { ...box, additionalProperties: false }, want: { isOpen: false } },
  { given: "listed members", schema: box, want: { isOpen: false } },
])("tells of $given what is documented", ({ schema, want }) => {
  expect(readBodyPlaces(bundle, { properties: { it: schema } })[1]).toMatchObject(want);
});

test("tells which members an object must have", () => {
  const [, id, size] = readBodyPlaces(bundle, { oneOf: [reference, nothing] });
  expect([id?.isRequired, size?.isRequired]).toEqual([true, false]);
});

test.each([
  { given: null, want: "null" },
  { given: [], want: "array" },
  { given: {}, want: "object" },
  { given: 1.5, want: "number" },
  { given: "", want: "string" },
  { given: true, want: "boolean" },
])("calls $given $want", ({ given, want }) => {
  expect(typeOf(given)).toBe(want);
});

test.each(apiIds)("reads every schema of %s that an answer can have", async (api) => {
  const { bundle: own, operations } = await loadContract(api);
  const schemas = operations.flatMap(({ responses }) => responses.flatMap(({ mediaTypes }) => mediaTypes));
  const counts = schemas.map(({ schema }) => readBodyPlaces(own, schema).length);
  expect(Math.max(...counts)).toBeGreaterThan(5);
  expect(Math.max(...counts)).toBeLessThan(100);
});
