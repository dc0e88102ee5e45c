import { expect, test } from "vitest";
import { wantText } from "./want-text.ts";

const remedy = "--fixture busyAgent=ID";

test.each([
  { checks: 1, inPart: 0, want: `${remedy}: 1 check could be decided` },
  { checks: 3, inPart: 0, want: `${remedy}: 3 checks could be decided` },
  { checks: 0, inPart: 1, want: `${remedy}: 1 check would see more` },
  { checks: 0, inPart: 2, want: `${remedy}: 2 checks would see more` },
  { checks: 3, inPart: 1, want: `${remedy}: 3 checks could be decided, and 1 would see more` },
])("says $want", ({ checks, inPart, want }) => {
  expect(wantText({ name: "busyAgent", remedy, checks, inPart })).toBe(want);
});
