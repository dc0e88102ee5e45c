import type { Coverage } from "../../../conformance/coverage/coverage.ts";
import { coverageMatrix } from "./coverage-matrix.ts";
import { type Markup, markup } from "./markup.ts";
import { type NeverSeen, neverSeen } from "./never-seen.ts";
import { operationCoverage } from "./operation-coverage.ts";
import { quantity } from "./quantity.ts";
import type { NamedRun } from "./run-names.ts";

/** How much of what is documented was seen: statuses, parameters, members, listed values and nulls. */
export function coverageSection(runs: readonly NamedRun[]): Markup {
  const covered = runs.filter(({ report }) => report.coverage.length > 0);
  return markup`<section id="coverage" aria-labelledby="coverage-title">
<h2 id="coverage-title">Coverage</h2>
<p class="lead">What is documented, and how often this run has seen it. No verdict rests on it: where several statuses may refuse a request, a server uses one.</p>
${covered.length === 0 ? markup`<p class="none">Nothing was recorded.</p>` : covered.map(coverageOfRun)}
</section>`;
}

function coverageOfRun(run: NamedRun): Markup {
  const { coverage } = run.report;
  const unseen = coverage.flatMap(neverSeen);
  return markup`<section class="coverage-run" aria-labelledby="coverage-${run.key}">
<h3 id="coverage-${run.key}">${run.title}</h3>
${coverageMatrix(run)}
${
  unseen.length === 0
    ? markup`<p class="note good"><span aria-hidden="true">✓</span> All that is documented and can be provoked was seen.</p>`
    : markup`<details class="block unseen" open><summary><h4>Declared but never seen</h4> <span class="count">${unseen.length}</span></summary>${coverage.map(unseenOf)}</details>`
}
<details class="block"><summary><h4>Every parameter and member</h4> <span class="count">${quantity(coverage.length, "operation")}</span></summary>${coverage.map((operation) => operationCoverage(operation, run.key))}</details>
</section>`;
}

function unseenOf(operation: Coverage): Markup | undefined {
  const groups = Map.groupBy(neverSeen(operation), ({ kind }) => kind);
  if (groups.size === 0) return undefined;
  return markup`<div class="unseen-operation"><h5>${operation.operation}</h5><dl>${[...groups].map(
    ([kind, members]) => markup`<div><dt>${kind}</dt><dd>${members.map(unseenChip)}</dd></div>`,
  )}</dl></div>`;
}

/** What need not come is shown in quieter colours. */
function unseenChip({ kind, what, statuses }: NeverSeen): Markup {
  const isOptional = kind === "optional members" || kind === "nulls";
  return markup`<code class="never${isOptional && " optional"}">${what}${statuses.length > 0 && markup` <span class="statuses">${statuses.join(" ")}</span>`}</code> `;
}
