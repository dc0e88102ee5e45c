import type { Verdict } from "../../../conformance/kit/verdict.ts";
import type { ReportDocument } from "../../../conformance/results/report.ts";
import { type Markup, markup } from "./markup.ts";
import { quantity } from "./quantity.ts";
import { runCard } from "./run-card.ts";
import type { NamedRun } from "./run-names.ts";
import { conclusionWords, verdictsByGravity, verdictWords } from "./verdict-words.ts";
import { whatIsOpen } from "./what-is-open.ts";
import { whatIsWrong } from "./what-is-wrong.ts";

/** What came of it all: the conclusion, the verdicts counted, and each run with its target. */
export function summarySection(document: ReportDocument, runs: readonly NamedRun[]): Markup {
  const { heading, verdict } = conclusionWords[document.conclusion];
  return markup`<section class="summary" aria-labelledby="conclusion">
<p class="mark mark-${verdict}" aria-hidden="true">${verdictWords[verdict].sign}</p>
<h1 id="conclusion">${heading}</h1>
<p class="lead">${inWords(document)}</p>
${verdictBar(countVerdicts(document))}
${document.conclusion === "incomplete" && whatIsOpen(runs)}
${whatIsWrong(runs)}
<div class="runs">${runs.map(runCard)}</div>
</section>`;
}

/** The number of checks of each verdict over all runs, gravest first, without those that never occurred. */
export function countVerdicts({ runs }: ReportDocument): readonly (readonly [Verdict, number])[] {
  return verdictsByGravity
    .map((verdict) => [verdict, runs.reduce((sum, { counts }) => sum + counts[verdict], 0)] as const)
    .filter(([, count]) => count > 0);
}

function inWords({ conclusion, passed, runs }: ReportDocument): string {
  const checks = runs.flatMap((run) => run.checks);
  const count = (...verdicts: Verdict[]) => checks.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const all = quantity(checks.length, "check");
  const waived = count("waived");
  const open = count("unverified", "inconclusive");
  const parts = {
    conforms: waived === 0 ? `No MUST is broken in ${all}.` : `${waived} of ${all} failed, which waivers accept.`,
    "does not conform": `${count("fail")} of ${all} failed${warnings(runs)}.`,
    incomplete: `Nothing failed, but ${quantity(open, "check")} of ${checks.length.toLocaleString("en")} came to no verdict.`,
    error: "Poolproof itself failed, so that nothing can be said of the server.",
  } as const;
  const isCutShort = runs.some(({ endedEarly }) => endedEarly !== undefined);
  const ended = isCutShort ? " The run was ended early, before all could be judged; why is said below." : "";
  const waivers = "Yet the run does not pass: a waiver is stale or has expired.";
  return `${conclusion === "conforms" && !passed ? `${parts.conforms} ${waivers}` : parts[conclusion]}${ended}`;
}

/** Warnings fail where the run was strict, and are told in any case. */
function warnings(runs: ReportDocument["runs"]): string {
  const count = (isStrict: boolean) =>
    runs.filter((run) => run.isStrict === isStrict).reduce((sum, { counts }) => sum + counts.warn, 0);
  const told = [
    ...(count(true) > 0 ? [`, and so do ${quantity(count(true), "warning")} of a strict run`] : []),
    ...(count(false) > 0 ? [`, with ${quantity(count(false), "warning")} beside`] : []),
  ];
  return told.join("");
}

/** One bar of all verdicts, and its legend, whose entries lead to the checks. */
function verdictBar(counts: readonly (readonly [Verdict, number])[]): Markup {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return markup`<p class="note">No check was run.</p>`;
  let start = 0;
  const pieces = counts.map(([verdict, count]) => {
    const piece = markup`<rect class="fill-${verdict}" x="${percent(start / total)}" width="${percent(count / total)}" height="100%"/>`;
    start += count;
    return piece;
  });
  return markup`<svg class="bar" aria-hidden="true">${pieces}</svg>
<ul class="legend">${counts.map(
    ([verdict, count]) =>
      markup`<li><a href="#verdict-${verdict}" data-verdict="${verdict}"><span class="sign sign-${verdict}" aria-hidden="true">${verdictWords[verdict].sign}</span><b>${count.toLocaleString("en")}</b> ${verdict}</a></li>`,
  )}</ul>`;
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
