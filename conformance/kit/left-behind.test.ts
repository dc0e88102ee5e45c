import { expect, test } from "vitest";
import { createLeftBehind } from "./left-behind.ts";

const open = () => createLeftBehind((text) => text.replaceAll("canary", "$TOKEN"));

test("keeps each thing once, with the reason that was told first", () => {
  const leftBehind = open();
  leftBehind.add([
    { what: "box-1", reason: "first" },
    { what: "box-2", reason: "other" },
  ]);
  leftBehind.add([{ what: "box-1", reason: "second" }]);
  expect(leftBehind.list()).toEqual([
    { what: "box-1", reason: "first" },
    { what: "box-2", reason: "other" },
  ]);
});

test("forgets what was removed in the end, and may be told of it anew", () => {
  const leftBehind = open();
  leftBehind.add([{ what: "box-1", reason: "first" }]);
  leftBehind.forget("box-1");
  leftBehind.forget("box-of-nobody");
  expect(leftBehind.list()).toEqual([]);
  leftBehind.add([{ what: "box-1", reason: "second" }]);
  expect(leftBehind.list()).toEqual([{ what: "box-1", reason: "second" }]);
});

test("holds no secret, and knows a thing again whose id is one", () => {
  const leftBehind = open();
  leftBehind.add([
    { what: "canary-1", reason: "canary was answered 500" },
    { what: "canary-2", reason: "no" },
  ]);
  leftBehind.forget("canary-2");
  expect(leftBehind.list()).toEqual([{ what: "$TOKEN-1", reason: "$TOKEN was answered 500" }]);
});
