import type { Verdict } from "../../conformance/kit/verdict.ts";
import type { CheckResult, Report } from "../../conformance/results/report.ts";
import { type AlikeFindings, causesOf } from "./causes.ts";
import { meaningOf } from "./html/verdict-words.ts";

/** One cause of a failure, by the numbers of the failures. */
export interface NumberedCause extends AlikeFindings {
  /** The failure that tells it in full, where that is another one. */
  readonly toldIn?: number;
  /** The further failures with the same cause, where it is told in full. */
  readonly alsoIn: readonly number[];
}

/** A check that somebody has to look at. */
export interface Failure {
  readonly number: number;
  readonly report: Report;
  readonly check: CheckResult;
  readonly causes: readonly NumberedCause[];
}

export interface FailureGroup {
  readonly heading: string;
  readonly failures: readonly Failure[];
}

const wanted = ["fail", "error", "warn"] as const satisfies readonly Verdict[];

/** What failed in all runs, gravest first, numbered through; what is no failure has a heading of its own. */
export function listFailures(reports: readonly Report[]): readonly FailureGroup[] {
  const found = wanted.flatMap((verdict) =>
    reports.flatMap((report) =>
      report.checks.filter((check) => check.verdict === verdict).map((check) => ({ report, check })),
    ),
  );
  const numbers = new Map(found.map(({ check }, index) => [check, index + 1]));
  const causes = new Map(reports.map((report) => [report, causesOf(report.checks)]));
  const failures = found.map(({ report, check }, index) => ({
    number: index + 1,
    report,
    check,
    causes: (causes.get(report)?.get(check) ?? []).map(({ finding, count, toldBy, others }) => {
      const toldIn = toldBy && numbers.get(toldBy);
      // What a waiver accepts has the same cause and no number.
      const alsoIn = others.flatMap((other) => numbers.get(other) ?? []);
      return { finding, count, ...(toldIn !== undefined && { toldIn }), alsoIn };
    }),
  }));
  return wanted
    .map((verdict) => ({
      heading: headingOf(verdict, reports),
      failures: failures.filter(({ check }) => check.verdict === verdict),
    }))
    .filter((group) => group.failures.length > 0);
}

function headingOf(verdict: (typeof wanted)[number], reports: readonly Report[]): string {
  if (verdict === "fail") return "Failures";
  return verdict === "error" ? "Faults of Poolproof, not of the server" : `Warnings: ${meaningOf(verdict, reports)}`;
}
