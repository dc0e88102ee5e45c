import { dataTable } from "./data-table.ts";
import { type Markup, markup } from "./markup.ts";
import type { NamedRun } from "./run-names.ts";

/** What the runs created and could not remove again. */
export function leftoversSection(runs: readonly NamedRun[], command: string): Markup {
  const rows = runs.flatMap(({ report, title }) =>
    report.leftovers.map(
      ({ what, reason }) =>
        markup`<tr><th scope="row"><code>${what}</code></th><td class="text">${reason}</td><td>${title}</td><td><code>${report.namePrefix}</code></td></tr>`,
    ),
  );
  const columns = ["What", "Why", "In", "Its name begins with"];
  return markup`<section id="leftovers" aria-labelledby="leftovers-title">
<h2 id="leftovers-title">Left behind</h2>
${
  rows.length === 0
    ? markup`<p class="none">Nothing: all that was created has been removed.</p>`
    : [
        markup`<p class="lead">Created by the run and not removed. <code>${command} cleanup</code> tries once more.</p>`,
        dataTable({ label: "What was left behind", columns, rows }),
      ]
}
</section>`;
}
