import { styleText } from "node:util";
import type { CheckResult, Report, ReportedFinding } from "../../conformance/kit/report.ts";
import type { Verdict } from "../../conformance/kit/verdict.ts";
import { apis } from "../apis/index.ts";
import { describeViolation } from "../contract/finding.ts";
import { printable } from "./printable.ts";

const styles = {
  pass: "green",
  fail: "red",
  warn: "yellow",
  waived: "yellow",
  skipped: "gray",
  unverified: "magenta",
  inconclusive: "magenta",
  error: "red",
} as const satisfies Record<Verdict, string>;

const conclusionStyles = { conforms: "green", "does not conform": "red", incomplete: "magenta", error: "red" } as const;

/** Of findings or observations alike no more than this are shown; the JSON report has all. */
const mostShown = 8;

type Style = (typeof styles)[Verdict] | "bold";

/** Turns results into lines for people. Colours only where `colour` says so. */
export function createConsoleLines(colour: boolean) {
  const paint = (style: Style, text: string) => (colour ? styleText(style, text, { validateStream: false }) : text);

  return { resultLine, failureLines, summaryLines };

  /** `pass  terraform/showAgent/answers-as-documented`, with the reason where there is one. */
  function resultLine({ id, verdict, reason }: CheckResult): string {
    return `${paint(styles[verdict], verdict.padEnd(12))} ${id}${reason && `  ${paint("gray", printable(shorten(reason)))}`}`;
  }

  /** What failed, with all that is needed to see why and to see it again. */
  function failureLines(reports: readonly Report[]): string[] {
    const failed = reports
      .flatMap(({ checks }) => checks)
      .filter(({ verdict }) => ["fail", "warn", "error"].includes(verdict));
    return failed.flatMap((check, index) => ["", ...checkLines(check, index + 1)]);
  }

  function checkLines({ id, title, level, verdict, reason, findings }: CheckResult, number: number): string[] {
    const heading = `${number}) ${paint(styles[verdict], verdict)} ${paint("bold", id)}`;
    const groups = groupFindings(findings);
    const shown = groups.slice(0, mostShown).flatMap(({ finding, count }) => findingLines(finding, count));
    const more =
      groups.length > mostShown
        ? [`   … and ${groups.length - mostShown} more findings; --report json=FILE has them all`]
        : [];
    const why = findings.length === 0 ? [`   ${printable(reason)}`] : [];
    return [heading, `   The server ${verdict === "warn" ? "SHOULD" : level} ${title}.`, ...why, ...shown, ...more];
  }

  function findingLines(finding: ReportedFinding, count: number): string[] {
    const { requirement, section, text, level, curl } = finding;
    const row = requirement === undefined ? [] : [`   ${requirement} (${level}, "${section}"): ${text}`];
    const alike = count > 1 ? `  (${count} times)` : "";
    const what = describeViolation(finding);
    return [
      ...row,
      `     ${paint("red", printable(what))}${alike}`,
      ...(curl === undefined ? [] : [`     ${paint("gray", printable(curl))}`]),
    ];
  }

  /** What came of one suite. */
  function summaryLines(report: Report): string[] {
    const { api, counts, conclusion, coverage, requests } = report;
    const numbers = Object.entries(counts).filter(([, count]) => count > 0);
    const total = numbers
      .map(([verdict, count]) => paint(styles[verdict as Verdict], `${count} ${verdict}`))
      .join(", ");
    const statuses = coverage.flatMap((operation) => operation.statuses);
    const seen = statuses.filter((status) => status.seen > 0).length;
    const unprovokable = statuses.filter((status) => status.unprovokable !== undefined).length;
    return [
      "",
      `${paint("bold", apis[api].title)}  ${report.target.url}  profile ${report.target.profile}`,
      `  ${total}; ${requests} requests`,
      `  ${coverage.length} operations; of ${statuses.length} documented answers ${seen} were seen and ${unprovokable} cannot be provoked by a client`,
      ...skippedLines(report),
      ...observationLines(report),
      ...report.leftovers.map(({ what, reason }) => `  left behind: ${printable(what)} (${printable(reason)})`),
      `  ${paint(conclusionStyles[conclusion], conclusion)}${explain(report)}`,
    ];
  }
}

function skippedLines({ checks }: Report): string[] {
  const reasons = Map.groupBy(
    checks.filter(({ verdict }) => verdict === "skipped"),
    ({ reason }) => reason,
  );
  return [...reasons].map(([reason, skipped]) => `  ${skipped.length} skipped, as ${printable(reason)}`);
}

/** Drift comes first, since it concerns people most; what was seen at several operations is told once. */
function observationLines({ observations }: Report): string[] {
  const drift = observations.filter(({ kind }) => kind === "unlisted-member");
  const others = observations.filter(({ kind }) => kind !== "unlisted-member");
  const groups = Map.groupBy([...drift, ...others], ({ text }) => text);
  const lines = [...groups].map(([text, group]) => {
    const where = group.length > 2 ? `${group.length} operations` : group.map(({ operation }) => operation).join(", ");
    const count = group.reduce((sum, observation) => sum + observation.count, 0);
    return `  observed  ${where}: ${printable(text)}${count > group.length ? ` (${count} times)` : ""}`;
  });
  const more =
    lines.length > mostShown
      ? [`  … and ${lines.length - mostShown} more observations; --report json=FILE has them all`]
      : [];
  return [...lines.slice(0, mostShown), ...more];
}

function explain({ conclusion, checks, notRun }: Report): string {
  if (notRun > 0) return `: ended early, with ${notRun} checks not run`;
  if (conclusion !== "incomplete") return "";
  const open = checks.filter(({ verdict }) => verdict === "unverified" || verdict === "inconclusive").length;
  if (open === 0) return ": no check came to a verdict";
  const lacking = [...new Set(checks.flatMap(({ lacks = [] }) => lacks))];
  const remedy =
    lacking.length === 0
      ? ""
      : `; name what it has (--fixture) of ${lacking.join(", ")}, or pass --without ${lacking.join()}`;
  return `: nothing failed, but ${open === 1 ? "one check" : `${open} checks`} could not be decided${remedy}`;
}

/** The same thing wrong with many items of a list is told once. */
function groupFindings(findings: readonly ReportedFinding[]): { finding: ReportedFinding; count: number }[] {
  const keyOf = ({ place, pointer, expected, requirement }: ReportedFinding) =>
    [place, pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*"), expected, requirement].join(" ");
  return [...Map.groupBy(findings, keyOf).values()].flatMap((group) =>
    group[0] ? [{ finding: group[0], count: group.length }] : [],
  );
}

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
