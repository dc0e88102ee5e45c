import type { ReportDocument } from "../../../conformance/results/report.ts";
import type { Level } from "../../requirement.ts";
import { type Markup, markup } from "./markup.ts";
import { quantity } from "./quantity.ts";
import type { NamedRun } from "./run-names.ts";
import { countVerdicts } from "./summary-section.ts";
import { verdictWords } from "./verdict-words.ts";

const levels = ["MUST", "SHOULD", "MAY"] as const satisfies readonly Level[];

/** Filters for the checks. It stays hidden where no script runs, since it could do nothing there. */
export function filterBar(document: ReportDocument, runs: readonly NamedRun[]): Markup {
  const checks = document.runs.flatMap((run) => run.checks);
  const verdicts = countVerdicts(document).map(([verdict, count]) => ({
    value: verdict,
    label: markup`<span class="sign sign-${verdict}" aria-hidden="true">${verdictWords[verdict].sign}</span>${verdict} <span class="count">${count.toLocaleString("en")}</span>`,
  }));
  const usedLevels = levels
    .filter((level) => checks.some((check) => check.level === level))
    .map((level) => ({ value: level, label: markup`${level}` }));
  return markup`<search id="filters" class="filters" aria-label="Filter the checks" hidden>
<div class="filter-row">
<label class="field text">Text<input type="search" name="text" placeholder="id, title, finding" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
<label class="field">Operation<select name="operation"><option value="">All operations</option>${runs.map(operationOptions)}</select></label>
</div>
<div class="filter-row">
${choices("verdict", "Verdict", verdicts)}
${choices("level", "Level", usedLevels)}
</div>
<p class="filter-state"><span><span id="shown" role="status">${quantity(checks.length, "check")}</span> <button type="button" class="action" id="clear-filters" hidden>Clear filters</button></span><span class="keys"><kbd>/</kbd> searches, <kbd>↑</kbd> <kbd>↓</kbd> go from check to check, <kbd>Enter</kbd> opens</span></p>
</search>`;
}

function choices(name: string, legend: string, options: readonly { readonly value: string; readonly label: Markup }[]) {
  return markup`<fieldset><legend>${legend}</legend>${options.map(
    ({ value, label }) =>
      markup`<label class="chip"><input type="checkbox" name="${name}" value="${value}"><span>${label}</span></label>`,
  )}</fieldset>`;
}

function operationOptions({ report, key, title }: NamedRun): Markup {
  const operations = [...new Set(report.checks.map(({ operation }) => operation))];
  return markup`<optgroup label="${title}"><option value="${key}">All of ${title}</option>${operations.map(
    (operation) => markup`<option value="${key}/${operation}">${operation}</option>`,
  )}</optgroup>`;
}
