import type { Conclusion, Verdict } from "../../../conformance/kit/verdict.ts";
import type { Report } from "../../../conformance/results/report.ts";

/** How a verdict is shown: a sign that tells it apart without colour, and the heading over its checks. Gravest first. */
export const verdictWords = {
  fail: { sign: "✕", heading: "Failed", meaning: "a MUST is broken" },
  error: { sign: "‼", heading: "Faults of Poolproof", meaning: "a fault of Poolproof, not of the server" },
  warn: {
    sign: "!",
    heading: "Warnings",
    meaning: "a SHOULD is not met, which does not keep a server from conforming",
  },
  unverified: { sign: "?", heading: "Not verified", meaning: "something it needs was not there" },
  inconclusive: { sign: "≈", heading: "Inconclusive", meaning: "a limit, a gateway or the network was in the way" },
  waived: { sign: "~", heading: "Waived", meaning: "fails, and that is accepted for a time" },
  pass: { sign: "✓", heading: "Passed", meaning: "it holds" },
  skipped: { sign: "–", heading: "Skipped", meaning: "not asked for, or declared absent" },
} as const satisfies Record<Verdict, { readonly sign: string; readonly heading: string; readonly meaning: string }>;

/** What a verdict means to the runs of a report: a strict one takes a warning for a failure. */
export function meaningOf(verdict: Verdict, runs: readonly Pick<Report, "isStrict" | "counts">[]): string {
  const isGrave = verdict === "warn" && runs.some(({ isStrict, counts }) => isStrict && counts.warn > 0);
  return isGrave ? "a SHOULD is not met, which --strict counts as a failure" : verdictWords[verdict].meaning;
}

export const verdictsByGravity = Object.keys(verdictWords) as readonly Verdict[];

/** The verdict whose colour and sign stand for a conclusion. */
export const conclusionWords = {
  conforms: { heading: "Conforms", verdict: "pass" },
  "does not conform": { heading: "Does not conform", verdict: "fail" },
  incomplete: { heading: "Incomplete", verdict: "unverified" },
  error: { heading: "Could not be judged", verdict: "error" },
} as const satisfies Record<Conclusion, { readonly heading: string; readonly verdict: Verdict }>;
