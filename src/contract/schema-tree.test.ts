import { expect, test } from "vitest";
import type { Bundle, Schema } from "./bundle.ts";
import { childLayers, foreignSources, layersOf } from "./schema-tree.ts";

const name: Schema = { type: "string", "x-source": "vendor" };
const shared: Schema = { properties: { name }, "x-source": "standard" };
const bundle = { components: { schemas: { Shared: shared } } } as unknown as Bundle;
const reference: Schema = { $ref: "#/components/schemas/Shared" };

test("finds every schema of a value: behind references and in all branches", () => {
  const [all, any, one]: Schema[] = [{ allOf: [reference] }, { type: "null" }, { type: "string" }];
  const schema: Schema = { allOf: [all as Schema], anyOf: [any as Schema], oneOf: [one as Schema] };
  expect(layersOf(bundle, schema)).toEqual([schema, all, reference, shared, any, one]);
});

test.each<{ given: string; layers: Schema[]; token: string; want: Schema[] }>([
  { given: "a member", layers: [{ properties: { name } }], token: "name", want: [name] },
  {
    given: "a member behind a reference",
    layers: [{ properties: { a: reference } }],
    token: "a",
    want: [reference, shared],
  },
  { given: "an item", layers: [{ items: name }], token: "10", want: [name] },
  { given: "no item by a name", layers: [{ items: name }], token: "x1", want: [] },
  { given: "no item by another name", layers: [{ items: name }], token: "1x", want: [] },
  { given: "any member", layers: [{ additionalProperties: name }], token: "x", want: [name] },
  {
    given: "a listed member before any",
    layers: [{ properties: { a: {} }, additionalProperties: name }],
    token: "a",
    want: [{}],
  },
  { given: "no unknown member", layers: [{ properties: { name } }], token: "x", want: [] },
  { given: "no member where any goes", layers: [{ additionalProperties: true }], token: "x", want: [] },
  {
    given: "what several layers say",
    layers: [{ properties: { a: {} } }, { properties: { a: name } }],
    token: "a",
    want: [{}, name],
  },
])("finds $given", ({ layers, token, want }) => {
  expect(childLayers(bundle, layers, token)).toEqual(want);
});

test.each<{ given: string; schema: Schema; pointer: string; want: string[] }>([
  { given: "the page's own", schema: { properties: { a: {} } }, pointer: "/a", want: [] },
  { given: "what is marked as the page's", schema: { "x-source": "page" }, pointer: "", want: [] },
  { given: "the root", schema: name, pointer: "", want: ["vendor"] },
  { given: "a place below", schema: { properties: { name } }, pointer: "/name", want: ["vendor"] },
  { given: "all on the way", schema: { items: reference }, pointer: "/0/name", want: ["standard", "vendor"] },
  { given: "nothing beside the way", schema: { properties: { name, a: {} } }, pointer: "/a", want: [] },
  { given: "a root above a place", schema: shared, pointer: "/other", want: ["standard"] },
])("collects the sources of $given", ({ schema, pointer, want }) => {
  expect(foreignSources(bundle, schema, pointer)).toEqual(want);
});
