import { verdicts } from "../../conformance/kit/verdict.ts";
import type { ReportDocument } from "../../conformance/results/report.ts";
import { conclusionText } from "./conclusion-text.ts";
import { staleWaivers } from "./document.ts";
import { type NamedRun, nameRuns } from "./html/run-names.ts";
import { failureSections } from "./markdown-failures.ts";
import { type MarkdownSection, markdownSections } from "./markdown-sections.ts";
import { code, plain, row, tableHead } from "./markdown-text.ts";

/** GitHub takes 1 MiB for a step; the rest is for what else the step has to say. */
const mostBytes = 1_000_000;

export interface MarkdownOptions {
  /** Length in UTF-8 that is not exceeded; each section is cut for itself, and says so. */
  readonly limitBytes?: number;
  /** How the command is called here. */
  readonly command?: string;
}

/** GitHub's Markdown for the summary of a CI job: the conclusion, then what should be looked at first. */
export function markdownReport(
  document: ReportDocument,
  { limitBytes = mostBytes, command }: MarkdownOptions = {},
): string {
  const runs = nameRuns(document);
  const head = `${[...conclusionLines(document, runs), "", ...countLines(runs)].join("\n")}\n`;
  const sections = [...failureSections(document.runs, command), ...markdownSections(runs)].filter(
    ({ items }) => items.length > 0,
  );
  let text = head;
  for (const [index, section] of sections.entries()) {
    const left = limitBytes - Buffer.byteLength(text);
    // So that no section takes all room from those that follow.
    text += sectionText(section, index === sections.length - 1 ? left : left / 2);
  }
  return text;
}

function conclusionLines(document: ReportDocument, named: readonly NamedRun[]): readonly string[] {
  const { conclusion, passed, runs, poolproof } = document;
  const overdue = runs.flatMap(staleWaivers).length;
  return [
    `## Poolproof: ${conclusion}`,
    ...(conclusion === "conforms" && !passed
      ? [
          "",
          `The run fails all the same: ${overdue === 1 ? "a waiver is" : `${overdue} waivers are`} stale or expired.`,
        ]
      : []),
    ...runs.flatMap(({ api, endedEarly }) =>
      endedEarly === undefined ? [] : ["", `**The run of ${api} was ended early:** ${plain(endedEarly)}.`],
    ),
    "",
    ...named.map(
      ({ title, report }) => `- ${plain(title)} **${report.conclusion}**${plain(conclusionText(report, runs))}.`,
    ),
    "",
    `Checked with Poolproof ${plain(poolproof)}.`,
  ];
}

function countLines(runs: readonly NamedRun[]): readonly string[] {
  const titles = ["Suite", "Conclusion", "Target", "Profile", ...verdicts, "not run"];
  return [
    tableHead(titles, [...verdicts, "not run"]),
    ...runs.map(({ title, report: { conclusion, target, counts, notRun, only, shard } }) =>
      row([
        plain(title),
        `**${conclusion}**`,
        code(target.url),
        [
          target.profile,
          ...(only ? [`only ${only.map(code).join(", ")}`] : []),
          ...(shard ? [`part ${shard.index} of ${shard.of}`] : []),
          ...(target.without.length > 0 ? [`without ${target.without.map(code).join(", ")}`] : []),
        ].join(", "),
        ...verdicts.map((verdict) => counts[verdict]),
        notRun,
      ]),
    ),
  ];
}

/** As many items as there is room for, at least none. */
function sectionText({ heading, head, items, foot }: MarkdownSection, limitBytes: number): string {
  const frame = (shown: readonly string[], left: number) =>
    [
      "",
      `### ${heading}`,
      "",
      ...head,
      ...shown,
      ...(left > 0 ? ["", `… cut here: ${left} more of ${items.length}; \`--report json=FILE\` has them all.`] : []),
      ...foot,
      "",
    ].join("\n");
  let room = limitBytes - Buffer.byteLength(frame([], items.length));
  const fitting = items.findIndex((item) => {
    room -= Buffer.byteLength(item) + 1;
    return room < 0;
  });
  const count = fitting === -1 ? items.length : fitting;
  return frame(items.slice(0, count), items.length - count);
}
