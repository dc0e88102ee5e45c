import { expect, test } from "vitest";
import type { Observation } from "../../src/contract/finding.ts";
import { createObserved } from "./observed.ts";

const unlisted = (pointer: string): Observation => ({
  kind: "unlisted-member",
  pointer,
  text: `${pointer} is not documented`,
});
const open = () => createObserved((text) => text.replaceAll("canary", "$TOKEN"));

test("counts what is the same in every item", () => {
  const observed = open();
  for (const pointer of ["/boxes/0/note", "/boxes/17/note", "/boxes/3/note"])
    observed.note("listBoxes", unlisted(pointer));
  const text = "/boxes/*/note is not documented";
  expect(observed.list()).toEqual([
    { kind: "unlisted-member", pointer: "/boxes/*/note", text, operation: "listBoxes", count: 3 },
  ]);
});

test.each<{ given: string; other: [string, Observation] }>([
  { given: "another operation", other: ["showBox", unlisted("/note")] },
  { given: "another place", other: ["listBoxes", unlisted("/notes")] },
  { given: "another kind", other: ["listBoxes", { ...unlisted("/note"), kind: "reading" }] },
  { given: "other words", other: ["listBoxes", { ...unlisted("/note"), text: "something else" }] },
])("tells apart what has $given", ({ other }) => {
  const observed = open();
  observed.note("listBoxes", unlisted("/note"));
  observed.note(...other);
  expect(observed.list().map(({ count }) => count)).toEqual([1, 1]);
});

test("leaves numbers alone that are part of a name", () => {
  const observed = open();
  observed.note("listBoxes", unlisted("/v2/8bit/9"));
  expect(observed.list()[0]?.pointer).toBe("/v2/8bit/*");
});

test("holds no secret", () => {
  const observed = open();
  observed.note("listBoxes", unlisted("/canary"));
  expect(observed.list()).toMatchObject([{ pointer: "/$TOKEN", text: "/$TOKEN is not documented" }]);
});

test("does not grow without end, and goes on counting what it has", () => {
  const observed = open();
  for (let index = 0; index < 2100; index += 1) observed.note("listBoxes", unlisted(`/made-up-${index}`));
  observed.note("listBoxes", unlisted("/made-up-0"));
  expect(observed.list()).toHaveLength(2000);
  expect(observed.list()[0]).toMatchObject({ pointer: "/made-up-0", count: 2 });
});
