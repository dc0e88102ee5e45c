import { describe, expect, test } from "vitest";
import type { Bundle, Schema } from "./bundle.ts";
import { createUnlistedMembersFinder } from "./unlisted-members.ts";

const text: Schema = { type: "string" };
const box: Schema = { properties: { id: text, inner: { properties: { id: text } } } };
const bundle = { components: { schemas: { Box: box } } } as unknown as Bundle;
const reference: Schema = { $ref: "#/components/schemas/Box" };

test.each<{ given: string; schema: Schema; value: unknown; want: string[] }>([
  { given: "a listed member", schema: box, value: { id: 1 }, want: [] },
  { given: "a member that is not listed", schema: box, value: { id: 1, more: 2 }, want: ["/more"] },
  { given: "one deeper down", schema: box, value: { inner: { id: 1, more: 2 } }, want: ["/inner/more"] },
  { given: "several", schema: box, value: { a: 1, inner: { "b/c": 2 } }, want: ["/a", "/inner/b~1c"] },
  { given: "nothing below what is not listed", schema: box, value: { more: { more: 1 } }, want: ["/more"] },
  { given: "nothing below a text", schema: box, value: { id: { more: 1 } }, want: [] },
  { given: "one behind a reference", schema: reference, value: { more: 1 }, want: ["/more"] },
  { given: "one in an item", schema: { items: reference }, value: [{ id: 1 }, { more: 1 }], want: ["/1/more"] },
  { given: "none in right items", schema: { items: reference }, value: [{ id: 1 }, {}], want: [] },
  {
    given: "one in an item of an item",
    schema: { items: { items: box } },
    value: [[], [{ more: 1 }]],
    want: ["/1/0/more"],
  },
  { given: "nothing in an object where items are known", schema: { items: box }, value: { more: 1 }, want: [] },
  {
    given: "nothing in an object where items are known, beside what is not listed",
    schema: { properties: { list: { items: box } } },
    value: { list: { a: 1 }, more: 1 },
    want: ["/more"],
  },
  { given: "nothing in items where members are known", schema: box, value: [{ more: 1 }], want: [] },
  { given: "nothing in items where items are not", schema: { type: "array" }, value: [{ more: 1 }], want: [] },
  { given: "nothing where no members are listed", schema: { type: "object" }, value: { more: 1 }, want: [] },
  {
    given: "nothing where any member goes",
    schema: { ...box, additionalProperties: true },
    value: { more: 1 },
    want: [],
  },
  {
    given: "nothing where one of several schemas lets any member go",
    schema: { allOf: [box, { additionalProperties: text }] },
    value: { more: 1 },
    want: [],
  },
  {
    given: "nothing that one of several schemas lists",
    schema: { allOf: [box, { properties: { more: text } }] },
    value: { id: 1, more: 1, most: 1 },
    want: ["/most"],
  },
  {
    given: "what none of several schemas of a member lists",
    schema: { anyOf: [box, { properties: { inner: { properties: { more: text } } } }] },
    value: { inner: { id: 1, more: 1, most: 1 } },
    want: ["/inner/most"],
  },
  { given: "nothing in null", schema: box, value: null, want: [] },
  { given: "nothing in a null member", schema: box, value: { inner: null, more: 1 }, want: ["/more"] },
  { given: "nothing in a text", schema: box, value: "text", want: [] },
  { given: "nothing in a text among members", schema: box, value: { inner: "text", more: 1 }, want: ["/more"] },
  { given: "nothing in a text that stands for items", schema: { items: box }, value: "text", want: [] },
  {
    given: "nothing below members of which nothing is known",
    schema: { properties: { any: { type: "object" }, list: { items: { type: "object" } } } },
    value: { any: { a: 1 }, list: [{ b: 1 }], more: 1 },
    want: ["/more"],
  },
])("finds $given", ({ schema, value, want }) => {
  expect(createUnlistedMembersFinder(bundle)(schema, value)).toEqual(want);
});

describe("a finder", () => {
  test("looks at each schema once, whatever the values", () => {
    let looks = 0;
    const schema: Schema = {
      get properties() {
        looks += 1;
        return { id: text };
      },
    };
    const find = createUnlistedMembersFinder(bundle);
    find(schema, {});
    const once = looks;
    expect(find(schema, { more: 1 })).toEqual(["/more"]);
    expect(looks).toBe(once);
    expect(once).toBeGreaterThan(0);
  });

  test("tells schemas apart", () => {
    const find = createUnlistedMembersFinder(bundle);
    expect([find(box, { more: 1 }), find({ properties: { more: text } }, { more: 1 })]).toEqual([["/more"], []]);
  });
});
