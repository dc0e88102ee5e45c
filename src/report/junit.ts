import type { CheckResult, Report, ReportDocument } from "../../conformance/results/report.ts";
import { type Cause, causesOf } from "./causes.ts";
import { countOf } from "./count-of.ts";
import { describeCheck } from "./describe-check.ts";
import { staleWaivers } from "./document.ts";
import { listFailures, tellsSomething } from "./failures.ts";
import { type NamedRun, nameRuns } from "./html/run-names.ts";
import { type JunitCase, type JunitSuite, junitXml } from "./junit-xml.ts";
import { safeText } from "./safe-text.ts";

type Outcome = NonNullable<JunitCase["outcome"]>;

/** What the cases of one run are made of. */
interface Frame {
  readonly report: Report;
  readonly command: string | undefined;
  readonly causes: ReadonlyMap<CheckResult, readonly Cause[]>;
}

/**
 * JUnit XML: a suite for each run and one for each of its operations, a case for each check. JUnit knows nothing that is
 * open, only skipped, so the suite of a run has cases that fail whenever the command does.
 * @param command how the command is called here
 */
export function junitReport(document: ReportDocument, command?: string): string {
  return junitXml(nameRuns(document).flatMap((run) => [suiteOfRun(run), ...suitesOfOperations(run, command)]));
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
    countLine(checks.filter((check) => isFailure(report, check)).length, "failed"),
    countLine(checks.filter(({ verdict }) => verdict === "error").length, "ended in a fault of Poolproof"),
    countLine(open.length, "could not be decided"),
    countLine(notRun, "were not come to"),
  ].filter((part) => part !== "");
  const element = conclusion === "error" ? "error" : "failure";
  const ended = endedEarly === undefined ? "" : `; ended early: ${safeText(endedEarly)}`;
  const message = `${[conclusion, ...(parts.length === 0 ? [] : [parts.join(", ")])].join(": ")}${ended}`;
  const lines = open.map(({ id, verdict, reason }) => `${id}: ${verdict}, ${safeText(reason)}`);
  return { outcome: { element, type: conclusion, message, lines: [...whyLines(report), ...lines] } };
}

/** Each cause once, since a fault can fail a hundred cases. */
function whyLines(report: Report): readonly string[] {
  const grave = report.isStrict ? ["fail", "error", "warn"] : ["fail", "error"];
  const failures = listFailures([report]).flatMap((group) => (grave.includes(group.verdict) ? group.failures : []));
  return failures.map(({ check: { id, reason }, causes }) => {
    const { size } = new Set(causes.flatMap(({ alsoIn }) => alsoIn));
    return `${id}: ${safeText(reason)}${size === 0 ? "" : ` (and ${countOf(size, "more check")})`}`;
  });
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

function suitesOfOperations({ report, key }: NamedRun, command: string | undefined): readonly JunitSuite[] {
  const frame = { report, command, causes: causesOf(report.checks) };
  const groups = Map.groupBy(report.checks, ({ operation }) => operation);
  return [...groups].map(([operation, checks]) => {
    const classname = `poolproof.${key}.${operation}`;
    const cases = checks.map((check) => caseOf(frame, check, classname));
    return { name: classname, timestamp: report.startedAt, cases };
  });
}

function caseOf(frame: Frame, check: CheckResult, classname: string): JunitCase {
  const { id, verdict, durationMs = 0, retries = 0 } = check;
  const outcome = outcomeOf(frame, check);
  const output = [
    ...(retries > 0 ? [`came to its verdict after ${retries} ${retries === 1 ? "retry" : "retries"}`] : []),
    ...(verdict === "warn" && !outcome ? ["warn", ...linesOf(frame, check)] : []),
    ...(verdict === "waived" ? linesOf(frame, check) : []),
  ];
  return { name: id, classname, durationMs, ...(outcome && { outcome }), output };
}

/** Undefined for what passes. */
function outcomeOf(frame: Frame, check: CheckResult): Outcome | undefined {
  const { verdict, reason, waiver } = check;
  if (verdict === "pass" || (verdict === "warn" && !frame.report.isStrict)) return undefined;
  if (verdict === "fail" || verdict === "warn")
    return { element: "failure", type: verdict, message: reason, lines: linesOf(frame, check) };
  if (verdict === "error") return { element: "error", type: verdict, message: reason, lines: linesOf(frame, check) };
  return { element: "skipped", type: verdict, message: `${verdict}: ${waiver ?? reason}` };
}

function isFailure({ isStrict }: Report, { verdict }: CheckResult): boolean {
  return verdict === "fail" || (verdict === "warn" && isStrict);
}

/** Where all of it is told elsewhere, that comes first: viewers show one case at a time. */
function linesOf({ report, command, causes }: Frame, check: CheckResult): readonly string[] {
  const found = causes.get(check) ?? [];
  const tellers = tellsSomething(found) ? [] : [...new Set(found.flatMap(({ toldBy }) => toldBy?.id ?? []))];
  return [
    ...(tellers.length === 0 ? [] : [`Of the same cause as ${tellers.join(", ")}: look there first.`]),
    ...describeCheck(report, check, command),
  ];
}
