import { expect, test } from "vitest";
import type { Level } from "../../src/requirement.ts";
import { conclude, type Verdict } from "./verdict.ts";

const results = (text: string) =>
  text
    .split(" ")
    .filter(Boolean)
    .map((word) => {
      const [verdict, level = "MUST"] = word.split("/");
      return { verdict: verdict as Verdict, level: level as Level };
    });

test.each([
  { given: "pass", want: "conforms" },
  { given: "pass warn/SHOULD", want: "conforms" },
  { given: "warn/SHOULD", want: "conforms" },
  { given: "waived", want: "conforms" },
  { given: "pass waived", want: "conforms" },
  { given: "pass skipped", want: "conforms" },
  { given: "pass unverified/SHOULD", want: "conforms" },
  { given: "pass unverified", want: "incomplete" },
  { given: "pass inconclusive", want: "incomplete" },
  { given: "", want: "incomplete" },
  { given: "skipped", want: "incomplete" },
  { given: "unverified/SHOULD", want: "incomplete" },
  { given: "pass fail unverified", want: "does not conform" },
  { given: "fail/SHOULD", want: "does not conform" },
  { given: "pass fail error", want: "does not conform" },
  { given: "pass error", want: "error" },
])("concludes $want from: $given", ({ given, want }) => {
  expect(conclude(results(given))).toBe(want);
});

test("lets a warning fail where it is strict", () => {
  expect(conclude(results("pass warn/SHOULD"), true)).toBe("does not conform");
});
