import type { CheckResult, Report } from "../../conformance/results/report.ts";

/** Why checks came to no verdict. */
export interface Undecided {
  readonly reason: string;
  readonly checks: readonly CheckResult[];
}

/** Checks that came to no verdict, by reason, what leaves most open first. */
export function listUndecided(reports: readonly Report[]): readonly Undecided[] {
  const open = reports.flatMap(({ checks }) =>
    checks.filter(({ verdict }) => verdict === "unverified" || verdict === "inconclusive"),
  );
  return [...Map.groupBy(open, ({ reason }) => reason)]
    .map(([reason, checks]) => ({ reason, checks }))
    .toSorted((a, b) => b.checks.length - a.checks.length);
}
