import type { Verdict } from "../../../conformance/kit/verdict.ts";
import type { Report } from "../../../conformance/results/report.ts";
import { dataTable } from "./data-table.ts";
import { type Markup, markup } from "./markup.ts";
import { requirementRow } from "./requirement-rows.ts";
import type { NamedRun } from "./run-names.ts";
import { verdictsByGravity, verdictWords } from "./verdict-words.ts";

/** Every requirement that a check of these runs decides, in words, with the gravest verdict that was come to. */
export function requirementsSection(runs: readonly NamedRun[]): Markup {
  return markup`<section id="requirements" aria-labelledby="requirements-title">
<h2 id="requirements-title">Requirements</h2>
<p class="lead">What the pages ask for, in our own words, as far as these checks decide it.</p>
${runs.map(requirementsOfRun)}
</section>`;
}

export function requirementAnchor({ key }: NamedRun, requirement: string): string {
  return `${key}:requirement:${requirement}`;
}

function requirementsOfRun(run: NamedRun): Markup {
  const found = verdictsOfRequirements(run.report);
  return markup`<details class="block"><summary><h3>${run.title}</h3> <span class="count">${found.size}</span></summary>
${dataTable({
  label: `Requirements of ${run.title}`,
  columns: ["Requirement", "Level", "In words", "Gravest verdict"],
  rows: [...found].map(([id, verdict]) => {
    const row = requirementRow(run.report.api, id);
    return markup`<tr id="${requirementAnchor(run, id)}"><th scope="row"><code>${id}</code></th><td>${row?.level ?? "–"}</td><td class="text">${row?.text ?? "Not known to this version of Poolproof."}${row && markup` <span class="soft">“${row.section}”${row.source !== "page" && `, ${row.source}`}</span>`}</td><td><span class="verdict verdict-${verdict}"><span aria-hidden="true">${verdictWords[verdict].sign}</span> ${verdict}</span></td></tr>`;
  }),
})}
</details>`;
}

function verdictsOfRequirements({ checks }: Report): ReadonlyMap<string, Verdict> {
  const found = new Map<string, Verdict>();
  for (const { requirements, verdict } of checks) {
    for (const id of requirements) {
      const before = found.get(id);
      const isGraver = before === undefined || verdictsByGravity.indexOf(verdict) < verdictsByGravity.indexOf(before);
      if (isGraver) found.set(id, verdict);
    }
  }
  return found;
}
