import type { AppliedWaiver } from "../../../conformance/results/waiver.ts";
import { dataTable } from "./data-table.ts";
import { type Markup, markup } from "./markup.ts";
import { checkAnchor, type NamedRun } from "./run-names.ts";

/** Failures that are accepted for a time, and whether they still should be. */
export function waiversSection(runs: readonly NamedRun[]): Markup {
  const waiving = runs.filter(({ report }) => report.waivers.length > 0);
  return markup`<section id="waivers" aria-labelledby="waivers-title">
<h2 id="waivers-title">Waivers</h2>
${waiving.length === 0 ? markup`<p class="none">None.</p>` : waiving.map(tableOfRun)}
</section>`;
}

function tableOfRun(run: NamedRun): Markup {
  return markup`<h3>${run.title}</h3>
${dataTable({
  label: `Waivers of ${run.title}`,
  columns: ["Check or beginning of an id", "State", "Expires", "Reason", "Accepts"],
  rows: run.report.waivers.map((waiver) => row(run, waiver)),
})}`;
}

function row(run: NamedRun, { id, state, expires, reason, checks }: AppliedWaiver): Markup {
  const { sign, verdict, meaning } = stateWords[state];
  return markup`<tr><th scope="row"><code>${id}</code></th><td><span class="verdict verdict-${verdict}"><span aria-hidden="true">${sign}</span> ${state}</span> <span class="soft">${meaning}</span></td><td><time datetime="${expires}">${expires}</time></td><td class="text">${reason}</td><td class="wide">${checks.map((check) => markup`<a href="#${checkAnchor(run, check)}"><code>${check}</code></a> `)}</td></tr>`;
}

const stateWords = {
  used: { sign: "✓", verdict: "pass", meaning: "" },
  stale: { sign: "✕", verdict: "fail", meaning: "nothing that it speaks of failed: remove it" },
  expired: { sign: "✕", verdict: "fail", meaning: "its day is over: mend it or extend it" },
  idle: { sign: "–", verdict: "skipped", meaning: "no such check was run this time" },
} as const satisfies Record<AppliedWaiver["state"], object>;
