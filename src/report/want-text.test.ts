import { expect, test } from "vitest";
import { wantText } from "./want-text.ts";

const remedy = "--fixture busyAgent=ID";

test.each([
  { checks: 1, inPart: 0, want: `${remedy} (1 check)` },
  { checks: 3, inPart: 0, want: `${remedy} (3 checks)` },
  { checks: 0, inPart: 2, want: `${remedy} (more of 2)` },
  { checks: 3, inPart: 1, want: `${remedy} (3 checks, and more of 1)` },
])("says $want", ({ checks, inPart, want }) => {
  expect(wantText({ name: "busyAgent", remedy, checks, inPart })).toBe(want);
});
