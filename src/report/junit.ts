import type { CheckResult, Report, ReportDocument } from "../../conformance/results/report.ts";
import { describeCheck } from "./describe-check.ts";
import { staleWaivers } from "./document.ts";
import { type NamedRun, nameRuns } from "./html/run-names.ts";
import { type JunitCase, type JunitSuite, junitXml } from "./junit-xml.ts";
import { safeText } from "./safe-text.ts";

type Outcome = NonNullable<JunitCase["outcome"]>;

/**
 * JUnit XML: a suite for each run and one for each of its operations, a case for each check. JUnit knows nothing that is
 * open, only skipped, so the suite of a run has cases that fail whenever the command does.
 */
export function junitReport(document: ReportDocument): string {
  return junitXml(nameRuns(document).flatMap((run) => [suiteOfRun(run), ...suitesOfOperations(run)]));
}

function suiteOfRun({ report, key }: NamedRun): JunitSuite {
  const { startedAt, target, conclusion, digests, waivers } = report;
  const classname = `poolproof.${key}`;
  const frame = { classname, durationMs: 0 };
  return {
    name: classname,
    timestamp: startedAt,
    properties: {
      ...(target.name !== undefined && { target: target.name }),
      url: target.url,
      profile: target.profile,
      conclusion,
      "digest.spec": digests.spec,
      "digest.suite": digests.suite,
      "digest.checks": digests.checks,
    },
    cases: [
      { ...frame, name: "conclusion", ...outcomeOfRun(report), output: leftoverLines(report) },
      ...(waivers.length === 0 ? [] : [{ ...frame, name: "waivers", ...outcomeOfWaivers(report) }]),
    ],
  };
}

function outcomeOfRun(report: Report): { readonly outcome?: Outcome } {
  const { conclusion, checks, notRun, endedEarly } = report;
  if (conclusion === "conforms") return {};
  const open = checks.filter(({ verdict }) => verdict === "unverified" || verdict === "inconclusive");
  const parts = [
    countLine(checks.filter((check) => outcomeOf(report, check)?.element === "failure").length, "failed"),
    countLine(checks.filter(({ verdict }) => verdict === "error").length, "ended in a fault of Poolproof"),
    countLine(open.length, "could not be decided"),
    countLine(notRun, "were not come to"),
  ].filter((part) => part !== "");
  const element = conclusion === "error" ? "error" : "failure";
  const ended = endedEarly === undefined ? "" : `; ended early: ${safeText(endedEarly)}`;
  const message = `${[conclusion, ...(parts.length === 0 ? [] : [parts.join(", ")])].join(": ")}${ended}`;
  const lines = open.map(({ id, verdict, reason }) => `${id}: ${verdict}, ${safeText(reason)}`);
  return { outcome: { element, type: conclusion, message, lines } };
}

function countLine(count: number, what: string): string {
  return count === 0 ? "" : `${count} ${what}`;
}

function outcomeOfWaivers(report: Report): { readonly outcome?: Outcome } {
  const overdue = staleWaivers(report);
  if (overdue.length === 0) return {};
  const lines = overdue.map(({ id, state, expires, reason }) =>
    safeText(`${id}: ${state}, until ${expires}: ${reason}`),
  );
  const message = `${overdue.length} of ${report.waivers.length} waivers have to be looked at`;
  return { outcome: { element: "failure", type: "waiver", message, lines } };
}

function leftoverLines({ leftovers }: Report): readonly string[] {
  return leftovers.map(({ what, reason }) => `left behind: ${safeText(what)} (${safeText(reason)})`);
}

function suitesOfOperations({ report, key }: NamedRun): readonly JunitSuite[] {
  const groups = Map.groupBy(report.checks, ({ operation }) => operation);
  return [...groups].map(([operation, checks]) => {
    const classname = `poolproof.${key}.${operation}`;
    const cases = checks.map((check) => caseOf(report, check, classname));
    return { name: classname, timestamp: report.startedAt, cases };
  });
}

function caseOf(report: Report, check: CheckResult, classname: string): JunitCase {
  const { id, verdict, durationMs = 0, retries = 0 } = check;
  const outcome = outcomeOf(report, check);
  const output = [
    ...(retries > 0 ? [`came to its verdict after ${retries} ${retries === 1 ? "retry" : "retries"}`] : []),
    ...(verdict === "warn" && !outcome ? ["warn", ...describeCheck(report, check)] : []),
    ...(verdict === "waived" ? describeCheck(report, check) : []),
  ];
  return { name: id, classname, durationMs, ...(outcome && { outcome }), output };
}

/** Undefined for what passes. */
function outcomeOf(report: Report, check: CheckResult): Outcome | undefined {
  const { verdict, reason, waiver } = check;
  if (verdict === "pass" || (verdict === "warn" && !report.isStrict)) return undefined;
  if (verdict === "fail" || verdict === "warn")
    return { element: "failure", type: verdict, message: reason, lines: describeCheck(report, check) };
  if (verdict === "error")
    return { element: "error", type: verdict, message: reason, lines: describeCheck(report, check) };
  return { element: "skipped", type: verdict, message: `${verdict}: ${waiver ?? reason}` };
}
