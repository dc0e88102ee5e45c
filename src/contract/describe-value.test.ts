import { expect, test } from "vitest";
import { describeValue, orList } from "./describe-value.ts";

test.each([
  { given: undefined, want: "nothing" },
  { given: null, want: "null" },
  { given: [], want: "an empty array" },
  { given: [1, 2, 3], want: "array of 3" },
  { given: {}, want: "an empty object" },
  { given: { id: 1, type: 2 }, want: "object with id, type" },
  { given: 412, want: "number 412" },
  { given: "a", want: 'string "a"' },
  { given: false, want: "boolean false" },
])("says $want", ({ given, want }) => {
  expect(describeValue(given)).toBe(want);
});

test("says a long value in 80 characters", () => {
  expect(describeValue("a".repeat(78))).toBe(`string "${"a".repeat(78)}"`);
  expect(describeValue("a".repeat(79))).toBe(`string "${"a".repeat(78)}…`);
  expect(describeValue({ ["a".repeat(100)]: 1 })).toBe(`object with ${"a".repeat(67)}…`);
});

test.each([
  { given: [], want: "" },
  { given: ["a"], want: "a" },
  { given: ["a", "b"], want: "a or b" },
  { given: ["a", "b", "c"], want: "a, b or c" },
])("lists $given as people write it", ({ given, want }) => {
  expect(orList(given)).toBe(want);
});
