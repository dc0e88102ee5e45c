/** What a check found out. */
export type Verdict = "pass" | "fail" | "warn" | "waived" | "skipped" | "unverified" | "inconclusive" | "error";

export const verdicts = [
  "pass",
  "fail",
  "warn",
  "waived",
  "skipped",
  "unverified",
  "inconclusive",
  "error",
] as const satisfies readonly Verdict[];

export type Conclusion = "conforms" | "does not conform" | "incomplete" | "error";

/** Exit codes of the command, by conclusion. */
export const exitCodes = {
  conforms: 0,
  "does not conform": 1,
  error: 2,
  incomplete: 3,
} as const satisfies Record<Conclusion, number>;

/** What follows from all verdicts together. Nothing run is never a success. */
export function conclude(
  results: readonly { readonly verdict: Verdict; readonly level: "MUST" | "SHOULD" | "MAY" }[],
  strict = false,
): Conclusion {
  const has = (...wanted: Verdict[]) => results.some(({ verdict }) => wanted.includes(verdict));
  // A fault of ours does not hide one of the server's.
  if (has("fail") || (strict && has("warn"))) return "does not conform";
  if (has("error")) return "error";
  const isOpen = ({ verdict, level }: (typeof results)[number]) =>
    level === "MUST" && (verdict === "unverified" || verdict === "inconclusive");
  const wasDecided = has("pass", "warn", "waived");
  return results.some(isOpen) || !wasDecided ? "incomplete" : "conforms";
}
