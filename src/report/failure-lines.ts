import type { CheckResult, Report, ReportedFinding } from "../../conformance/results/report.ts";
import { describeViolation } from "../contract/finding.ts";
import { type Paint, verdictStyles } from "./paint.ts";
import { printable } from "./printable.ts";
import { rerunCommand } from "./rerun.ts";

export interface FailureOptions {
  readonly paint: Paint;
  readonly command: string;
}

/** Of findings alike no more than this are shown; the JSON report has all. */
const mostShown = 8;
const mostDifferences = 5;

/** What failed, with all that is needed to see why and to see it again. What several checks found is told in full once. */
export function failureLines(reports: readonly Report[], options: FailureOptions): string[] {
  let number = 0;
  return reports.flatMap((report) => {
    const told = new Map<string, number>();
    const failed = report.checks.filter(({ verdict }) => ["fail", "warn", "error"].includes(verdict));
    return failed.flatMap((check) => {
      number += 1;
      return ["", ...checkLines(check, number, report, told, options)];
    });
  });
}

function checkLines(
  check: CheckResult,
  number: number,
  report: Report,
  told: Map<string, number>,
  { paint, command }: FailureOptions,
): string[] {
  const { id, title, level, verdict, reason, findings } = check;
  const groups = groupFindings(findings);
  const shown = groups.slice(0, mostShown).flatMap(({ finding, count, key }) => {
    const before = told.get(key);
    if (before === undefined) told.set(key, number);
    return findingLines(finding, count, before, paint);
  });
  const more =
    groups.length > mostShown
      ? [`   … and ${groups.length - mostShown} more findings; --report json=FILE has them all`]
      : [];
  const why = findings.length === 0 ? [`   ${printable(reason)}`] : [];
  const rerun = rerunCommand(report, id).replace(/^poolproof /, `${command} `);
  return [
    `${number}) ${paint(verdictStyles[verdict], verdict)} ${paint("bold", id)}`,
    `   The server ${verdict === "warn" ? "SHOULD" : level} ${title}.`,
    ...why,
    ...shown,
    ...more,
    `   run it again: ${paint("gray", printable(rerun))}`,
  ];
}

function findingLines(finding: ReportedFinding, count: number, before: number | undefined, paint: Paint): string[] {
  const { requirement, section, text, level, curl, sent, difference = [] } = finding;
  const alike = count > 1 ? `  (${count} times)` : "";
  const what = `     ${paint("red", printable(describeViolation(finding)))}${alike}`;
  if (before !== undefined) return [`${what}  as in ${before})`];
  const row = requirement === undefined ? [] : [`   ${requirement} (${level}, "${section}"): ${text}`];
  const others =
    difference.length > mostDifferences ? [`       … and ${difference.length - mostDifferences} more differences`] : [];
  return [
    ...row,
    ...(sent === undefined ? [] : [`     sent: ${printable(sent)}`]),
    ...difference.slice(0, mostDifferences).map((line) => `       ${printable(line)}`),
    ...others,
    what,
    ...(curl === undefined ? [] : [`     ${paint("gray", printable(curl))}`]),
  ];
}

interface FindingGroup {
  readonly finding: ReportedFinding;
  readonly count: number;
  readonly key: string;
}

/** The same thing wrong with many items of a list is told once. */
function groupFindings(findings: readonly ReportedFinding[]): FindingGroup[] {
  const keyOf = ({ place, pointer, expected, requirement }: ReportedFinding) =>
    [place, pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*"), expected, requirement].join(" ");
  return [...Map.groupBy(findings, keyOf)].flatMap(([key, group]) =>
    group[0] ? [{ finding: group[0], count: group.length, key: `${key} ${withoutIds(group[0].got)}` }] : [],
  );
}

/** What differs between two findings of one cause: names and ids that are made up for each check. */
function withoutIds(got: string): string {
  return got.replaceAll(/"[^"]*"|\d+/g, "…");
}
