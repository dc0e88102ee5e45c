import type { CheckResult, Report, ReportedFinding } from "../../conformance/results/report.ts";
import { describeViolation } from "../contract/finding.ts";
import { type AlikeFindings, alikeFindings } from "./causes.ts";
import { rerunCommand } from "./rerun.ts";
import { safeLines, safeText } from "./safe-text.ts";

/** Findings of one check that are shown; the JSON report has all. */
const mostFindings = 8;
/** In characters; a command that is cut cannot be used. */
const longestCommand = 8_000;

/** A finding as reports of text show it. What would only repeat the finding before it is left out. */
export interface DescribedFinding {
  /** The requirement with its level and section, where one stands behind it. */
  readonly requirement?: string;
  /** Where, expected and got; what was sent; how that differed from the control; a line of its own each. */
  readonly evidence: readonly string[];
  /** A command that sends the request again; can have several lines. */
  readonly curl?: string;
}

/** What came of a check, in lines of plain text: what is asked for, what was found, how to send it and to run it again. */
export function describeCheck(report: Report, check: CheckResult, command?: string): readonly string[] {
  const { shown, more } = describeFindings(alikeFindings(check.findings));
  return [
    describeDemand(check),
    ...(shown.length === 0 ? [safeText(check.reason)] : []),
    ...shown.flatMap(({ requirement, evidence, curl }) => [
      ...(requirement === undefined ? [] : [requirement]),
      ...evidence.map((line) => `  ${line}`),
      ...(curl === undefined ? [] : [`  ${curl}`]),
    ]),
    ...(more > 0 ? [`… and ${more} more ${more === 1 ? "finding" : "findings"}; --report json=FILE has them all`] : []),
    `Run it again: ${describeRerun(report, check, command)}`,
  ];
}

/** `The server MUST refuse an unknown id.` */
export function describeDemand({ title, level, verdict }: CheckResult): string {
  return safeText(`The server ${verdict === "warn" ? "SHOULD" : level} ${title}.`);
}

/** The findings of a check that are shown, and how many more there are. */
export function describeFindings(groups: readonly AlikeFindings[]): {
  readonly shown: readonly DescribedFinding[];
  readonly more: number;
} {
  const shown = groups.slice(0, mostFindings).map(({ finding, count }, index) => {
    const before = groups[index - 1]?.finding;
    const { requirement, level, section, text, curl } = finding;
    return {
      ...(requirement !== undefined &&
        requirement !== before?.requirement && {
          requirement: safeText(`${requirement} (${level}, "${section}"): ${text}`),
        }),
      evidence: evidenceOf(finding, count),
      ...(curl !== undefined && curl !== before?.curl && { curl: safeLines(curl, longestCommand) }),
    };
  });
  return { shown, more: Math.max(0, groups.length - mostFindings) };
}

/** The line that runs a check again. */
export function describeRerun(report: Report, { id }: CheckResult, command?: string): string {
  return safeText(rerunCommand(report, id, command), longestCommand);
}

function evidenceOf(finding: ReportedFinding, count: number): readonly string[] {
  const { sent, difference = [] } = finding;
  return [
    `${safeText(describeViolation(finding))}${count > 1 ? ` (${count} times)` : ""}`,
    ...(sent === undefined ? [] : [`sent: ${safeText(sent)}`]),
    ...difference.map((line) => `differs from the request that succeeded: ${safeText(line)}`),
  ];
}
