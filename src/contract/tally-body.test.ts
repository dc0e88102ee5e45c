import { describe, expect, test } from "vitest";
import { readBodyPlaces } from "./body-places.ts";
import type { Bundle, Schema } from "./bundle.ts";
import { createBodyTally, type JsonObject } from "./tally-body.ts";

const bundle = {} as Bundle;
const text: Schema = { type: "string" };
const box: Schema = {
  type: "object",
  properties: { id: text, state: { enum: ["open", "shut"] }, inner: { properties: { id: text } } },
};
const list: Schema = { properties: { boxes: { type: "array", items: box }, total: { type: "integer" } } };

/** Tallies bodies and tells what was met by pointer: values, nulls, objects. */
function tally(schema: Schema, ...bodies: readonly unknown[]) {
  const listed: unknown[] = [];
  const unlisted: [string, JsonObject, number][] = [];
  const { places, add } = createBodyTally(readBodyPlaces(bundle, schema), {
    onListed: ({ pointer }, value) => listed.push([pointer, value]),
    onUnlisted: ({ pointer }, object, count) => unlisted.push([pointer, object, count]),
  });
  for (const body of bodies) add(body);
  const counts = Object.fromEntries(
    places.map(({ place, values, nulls, objects }) => [place.pointer, [values, nulls, objects]]),
  );
  return { counts, listed, unlisted };
}

test("counts values, nulls and objects at each place, over all bodies", () => {
  const bodies = [
    { boxes: [{ id: "a", state: "open" }, { id: null }, "box"], total: 3 },
    { boxes: [{ inner: { id: "b" } }, { inner: null }] },
    null,
  ];
  const { counts, listed } = tally(list, ...bodies);
  expect(counts).toEqual({
    "": [3, 1, 2],
    "/boxes": [2, 0, 0],
    "/boxes/*": [5, 0, 4],
    "/boxes/*/id": [2, 1, 0],
    "/boxes/*/state": [1, 0, 0],
    "/boxes/*/inner": [2, 1, 1],
    "/boxes/*/inner/id": [1, 0, 0],
    "/total": [1, 0, 0],
  });
  expect(listed).toEqual([["/boxes/*/state", "open"]]);
});

test.each([
  { given: "an object where a list is documented", body: { boxes: { id: "a" } } },
  { given: "a list where an object is documented", body: [{ id: "a" }] },
  { given: "a list in a list", body: { boxes: [[{ id: "a" }]] } },
])("looks for no members in $given", ({ body }) => {
  expect(tally(list, body).counts["/boxes/*/id"]).toEqual([0, 0, 0]);
});

test("counts members whatever their order, which may change", () => {
  const bodies = [
    { id: "a", state: "open", inner: {} },
    { inner: {}, state: "open", id: "a" },
    { more: 1, state: "open", id: "a" },
    { id: "a", more: 1, inner: {} },
    { id: "a", state: "open", inner: {} },
  ];
  const { counts } = tally(box, ...bodies);
  expect(counts).toMatchObject({ "/id": [5, 0, 0], "/state": [4, 0, 0], "/inner": [4, 0, 4] });
});

test("tells of members that are not listed, and how many", () => {
  const inner = { id: "b", most: 1 };
  const body = { id: "a", more: 1, other: { more: 1 }, inner };
  expect(tally(box, body).unlisted).toEqual([
    ["/inner", inner, 1],
    ["", body, 2],
  ]);
});

describe("a hostile body", () => {
  test("does not pass off what objects inherit as members", () => {
    const schema: Schema = { properties: { constructor: text, toString: text, ["__proto__"]: text } };
    expect(tally(schema, {}, { id: "a" }).counts).toEqual({
      "": [2, 0, 2],
      "/constructor": [0, 0, 0],
      "/toString": [0, 0, 0],
      "/__proto__": [0, 0, 0],
    });
    expect(tally(schema, JSON.parse('{"__proto__": "a", "constructor": null}')).counts).toMatchObject({
      "/constructor": [1, 1, 0],
      "/__proto__": [1, 0, 0],
    });
  });

  test("is looked into as far as it is documented only", () => {
    const deep = JSON.parse(`${'{"inner":'.repeat(10_000)}1${"}".repeat(10_000)}`);
    const lists = JSON.parse(`{"boxes":${"[".repeat(10_000)}${"]".repeat(10_000)}}`);
    expect(tally(box, deep).counts).toMatchObject({ "/inner": [1, 0, 1], "/inner/id": [0, 0, 0] });
    expect(tally(list, lists).counts["/boxes/*"]).toEqual([1, 0, 0]);
  });

  test("has 1,000 items of a list looked at, and all that stands behind it", () => {
    const boxes = Array.from({ length: 100_000 }, () => ({ id: "a" }));
    const { counts } = tally(list, { boxes, total: 1 });
    expect(counts).toMatchObject({ "/boxes/*/id": [1000, 0, 0], "/total": [1, 0, 0] });
  });

  test("has 20,000 values looked at, and no object by half", () => {
    const lists: Schema = { items: { items: box } };
    const body = Array.from({ length: 100 }, () => Array.from({ length: 1000 }, () => ({ id: "a", state: "open" })));
    const { counts } = tally(lists, body);
    const [objects = 0] = counts["/*/*/state"] ?? [];
    expect(objects).toBeGreaterThan(6000);
    expect(objects).toBeLessThan(7000);
    expect(counts["/*/*/id"]).toEqual([objects, 0, 0]);
    expect(tally(lists, body, body).counts["/*/*/id"]).toEqual([2 * objects, 0, 0]);
  });
});
