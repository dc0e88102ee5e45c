import { expect, test } from "vitest";
import { countOf } from "./count-of.ts";

test.each([
  { given: countOf(0, "check"), want: "0 checks" },
  { given: countOf(1, "check"), want: "1 check" },
  { given: countOf(1200, "check"), want: "1200 checks" },
  { given: countOf(1, "check is", "checks are"), want: "1 check is" },
  { given: countOf(2, "check is", "checks are"), want: "2 checks are" },
])("says $want", ({ given, want }) => {
  expect(given).toBe(want);
});
