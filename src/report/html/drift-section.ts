import type { Drift } from "../../../conformance/coverage/drift.ts";
import { dataTable } from "./data-table.ts";
import { type Markup, markup } from "./markup.ts";
import type { NamedRun } from "./run-names.ts";

/** Where the members of answers and of the documentation part ways: one table per run. */
export function driftSection(runs: readonly NamedRun[]): Markup {
  const drifting = runs.filter(({ report }) => report.drift.length > 0);
  return markup`<section id="drift" aria-labelledby="drift-title">
<h2 id="drift-title">Drift</h2>
<p class="lead">Members that are documented and missing, or there and undocumented.</p>
${drifting.length === 0 ? markup`<p class="none">None: the answers have the documented members, and no others.</p>` : drifting.map(tableOfRun)}
</section>`;
}

function tableOfRun({ report, title }: NamedRun): Markup {
  return markup`<h3>${title}</h3>
${dataTable({
  label: `Drift of ${title}`,
  columns: ["Operation", "Place", "Documented", "Found", "Times"],
  rows: report.drift.map(row),
})}`;
}

function row({ operation, at, kind, documented, found, count }: Drift): Markup {
  return markup`<tr><th scope="row">${operation}</th><td class="wide"><code>${at === "" ? "body" : at}</code></td><td>${member(documented, "nothing")}</td><td>${member(found, "missing")}${kind === "renamed" && markup` <span class="soft">most likely the same</span>`}</td><td class="number">${count.toLocaleString("en")}</td></tr>`;
}

const member = (name: string | undefined, otherwise: string) =>
  name === undefined ? markup`<em class="absent">${otherwise}</em>` : markup`<code>${name}</code>`;
