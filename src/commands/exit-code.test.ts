import { expect, test } from "vitest";
import { exitCodeOf } from "./exit-code.ts";

const through = { wasInterrupted: false, unreached: 0 };

test.each([
  { given: { conclusion: "conforms", passed: true }, fate: through, want: 0 },
  { given: { conclusion: "conforms", passed: false }, fate: through, want: 1 },
  { given: { conclusion: "does not conform", passed: false }, fate: through, want: 1 },
  { given: { conclusion: "error", passed: false }, fate: through, want: 2 },
  { given: { conclusion: "incomplete", passed: false }, fate: through, want: 3 },
  { given: { conclusion: "conforms", passed: true }, fate: { ...through, unreached: 1 }, want: 3 },
  { given: { conclusion: "conforms", passed: false }, fate: { ...through, unreached: 1 }, want: 3 },
  { given: { conclusion: "does not conform", passed: false }, fate: { ...through, unreached: 1 }, want: 1 },
  { given: { conclusion: "does not conform", passed: false }, fate: { ...through, wasInterrupted: true }, want: 130 },
] as const)("$given and $fate end with $want", ({ given, fate, want }) => {
  expect(exitCodeOf(given, fate)).toBe(want);
});
