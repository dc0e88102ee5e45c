import type { Verdict } from "../../conformance/kit/verdict.ts";
import type { CheckResult, Report } from "../../conformance/results/report.ts";
import { type AlikeFindings, type Cause, causesOf } from "./causes.ts";
import { meaningOf } from "./html/verdict-words.ts";
import { lossesBefore, lossesOf } from "./losses.ts";

/** One cause of a failure. */
export interface NumberedCause extends AlikeFindings {
  /** The number of the failure that tells it in full, where that is another one. */
  readonly toldIn?: number;
  /** The further checks with the same cause, where it is told in full. */
  readonly alsoIn: readonly CheckResult[];
}

/** A failure from which another one may follow. */
export interface Earlier {
  readonly number: number;
  /** What is gone since then. */
  readonly lost: string;
}

/** A check that somebody has to look at, as it tells at least one thing that no check before it tells. */
export interface Failure {
  readonly number: number;
  /** Of the check; but `warn` where all that it fails for is told elsewhere, and it is the first to tell a mere SHOULD. */
  readonly verdict: (typeof wanted)[number];
  readonly report: Report;
  readonly check: CheckResult;
  readonly causes: readonly NumberedCause[];
  readonly earlier: readonly Earlier[];
}

export interface FailureGroup {
  readonly heading: string;
  readonly verdict: (typeof wanted)[number];
  readonly failures: readonly Failure[];
}

const wanted = ["fail", "error", "warn"] as const satisfies readonly Verdict[];

/**
 * What failed in all runs, gravest first, numbered through; what is no failure has a heading of its own. A check all of
 * whose causes others tell has no number: it is named where they are told.
 */
export function listFailures(reports: readonly Report[]): readonly FailureGroup[] {
  const causes = new Map(reports.flatMap((report) => [...causesOf(report.checks)]));
  const tellers = wanted.flatMap((verdict) =>
    reports.flatMap((report) =>
      report.checks
        .filter((check) => tellsSomething(causes.get(check) ?? []) && toldAs(check, causes.get(check)) === verdict)
        .map((check) => ({ report, check, verdict })),
    ),
  );
  const numbers = new Map(tellers.map(({ check }, index) => [check, index + 1]));
  const losses = new Map(reports.map((report) => [report, lossesOf(report)]));
  const numberOf = (check: CheckResult) =>
    numbers.get(check) ?? causes.get(check)?.flatMap(({ toldBy }) => (toldBy && numbers.get(toldBy)) ?? [])[0];
  const failures = tellers.map(({ report, check, verdict }, index) => ({
    number: index + 1,
    verdict,
    report,
    check,
    causes: (causes.get(check) ?? []).map(({ finding, count, toldBy, others }) => {
      const toldIn = toldBy && numbers.get(toldBy);
      return { finding, count, ...(toldIn !== undefined && { toldIn }), alsoIn: others.filter(isWanted) };
    }),
    earlier: lossesBefore(check, losses.get(report) ?? [], report.checks).flatMap(({ id, check: first }) => {
      const number = numberOf(first);
      return number === undefined || number >= index + 1 ? [] : [{ number, lost: id }];
    }),
  }));
  return wanted
    .map((verdict) => ({
      heading: headingOf(verdict, reports),
      verdict,
      failures: failures.filter((failure) => failure.verdict === verdict),
    }))
    .filter((group) => group.failures.length > 0);
}

/** Whether a check tells a cause itself, or has none and so tells of itself only. */
export function tellsSomething(causes: readonly Cause[]): boolean {
  return causes.length === 0 || causes.some(({ toldBy }) => toldBy === undefined);
}

function toldAs({ verdict }: CheckResult, causes: readonly Cause[] = []): Verdict {
  const own = causes.filter(({ toldBy }) => toldBy === undefined);
  const isGraveElsewhere = causes.some(({ toldBy, finding }) => toldBy !== undefined && finding.level === "MUST");
  const isMild = own.every(({ finding }) => finding.level !== "MUST");
  return verdict === "fail" && isGraveElsewhere && isMild ? "warn" : verdict;
}

/** What a waiver accepts is told with the waivers. */
function isWanted({ verdict }: CheckResult): boolean {
  return wanted.some((each) => each === verdict);
}

function headingOf(verdict: (typeof wanted)[number], reports: readonly Report[]): string {
  if (verdict === "fail") return "Failures";
  return verdict === "error" ? "Faults of Poolproof, not of the server" : `Warnings: ${meaningOf(verdict, reports)}`;
}
