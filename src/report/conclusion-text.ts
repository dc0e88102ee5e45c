import type { Verdict } from "../../conformance/kit/verdict.ts";
import type { Report } from "../../conformance/results/report.ts";
import { countOf } from "./count-of.ts";
import { staleWaivers } from "./document.ts";
import { listFailures } from "./failures.ts";

/**
 * What follows a conclusion: how many checks it rests on, and where to read why.
 * @param reports all reports of the run, whose failures are numbered through
 */
export function conclusionText(report: Report, reports: readonly Report[]): string {
  const { conclusion, notRun, checks, only, shard } = report;
  const cutShort = notRun > 0 ? `; ended early, with ${countOf(notRun, "check")} not run` : "";
  const part = only || shard ? ", of what was run" : "";
  if (conclusion === "does not conform") return `${failedText(report, reports)}${cutShort}`;
  if (notRun > 0) return `: ended early, with ${countOf(notRun, "check")} not run`;
  if (conclusion === "conforms") return `${part}${barred(report)}${warningsText(report, reports)}`;
  if (conclusion === "error") return `: a fault of Poolproof${told(report, reports, "error")}; please report it`;
  const open = checks.filter(isOpen).length;
  if (open === 0) return ": no check came to a verdict";
  return `: nothing failed, but ${open === 1 ? "one check" : `${open} checks`} could not be decided${remedyFor(report)}`;
}

function failedText(report: Report, reports: readonly Report[]): string {
  const { counts, checks, isStrict } = report;
  const failed = counts.fail + (isStrict ? counts.warn : 0);
  const open = checks.filter(isOpen).length;
  const verdicts = ["fail", ...(isStrict ? (["warn"] as const) : [])] as const;
  return `: ${failed} of ${countOf(checks.length, "check")} failed${told(report, reports, ...verdicts)}${open === 0 ? "" : `; ${open} could not be decided`}`;
}

function warningsText(report: Report, reports: readonly Report[]): string {
  const { warn } = report.counts;
  return warn === 0 ? "" : `, with ${countOf(warn, "warning")}${told(report, reports, "warn")}`;
}

/** `; 1) tells why`, `; 1) to 3) tell why` */
function told(report: Report, reports: readonly Report[], ...verdicts: readonly Verdict[]): string {
  const numbers = listFailures(reports)
    .filter(({ verdict }) => verdicts.includes(verdict))
    .flatMap(({ failures }) => failures.filter((failure) => failure.report === report))
    .map(({ number }) => number);
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined) return "";
  if (first === last) return `; ${first}) tells why`;
  return `; ${first}) ${numbers.length === 2 ? "and" : "to"} ${last}) tell why`;
}

function barred(report: Report): string {
  return staleWaivers(report).length > 0 ? ", but a waiver has to be looked at first" : "";
}

function remedyFor({ checks }: Report): string {
  // Of what is skipped nothing is open, and of tokens nothing can be declared.
  const lacking = [
    ...new Set(checks.flatMap(({ verdict, lacks = [] }) => (verdict === "skipped" ? [] : lacks))),
  ].filter((name) => !name.endsWith("Token"));
  return lacking.length === 0 ? "" : `; see "to decide more", and pass --without ${lacking.join()} for what it has not`;
}

const isOpen = ({ verdict }: { readonly verdict: Verdict }) => verdict === "unverified" || verdict === "inconclusive";
