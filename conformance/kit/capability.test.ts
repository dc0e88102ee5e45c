import { expect, test } from "vitest";
import { isProfileName } from "./capability.ts";

test.each([
  { word: "full", want: true },
  { word: "read-only", want: true },
  { word: "mock", want: true },
  { word: "half", want: false },
  { word: "toString", want: false },
])("tells whether $word names a profile", ({ word, want }) => {
  expect(isProfileName(word)).toBe(want);
});
