import type { Report, ReportedObservation } from "../../../conformance/results/report.ts";
import { dataTable } from "./data-table.ts";
import { type Markup, markup } from "./markup.ts";
import type { NamedRun } from "./run-names.ts";

/** Where the pages leave a choice, what the servers chose. */
export function readingsSection(runs: readonly NamedRun[]): Markup {
  return markup`<section id="readings" aria-labelledby="readings-title">
<h2 id="readings-title">Readings taken</h2>
<p class="lead">Where a page is silent or contradicts itself every fair reading passes. These were met.</p>
${tables(runs, isReading, "Reading")}
</section>`;
}

/** What is worth telling and breaks nothing. */
export function observationsSection(runs: readonly NamedRun[]): Markup {
  return markup`<section id="observations" aria-labelledby="observations-title">
<h2 id="observations-title">Observations</h2>
<p class="lead">Worth telling, though nothing is broken by it.</p>
${tables(runs, isOther, "Observation")}
</section>`;
}

/** How many different readings or other observations the runs have. */
export function countObservations(runs: readonly Report[], wanted: "readings" | "others"): number {
  const isWanted = wanted === "readings" ? isReading : isOther;
  return runs.reduce((sum, { observations }) => sum + groupByText(observations.filter(isWanted)).length, 0);
}

const isReading = ({ kind }: ReportedObservation): boolean => kind === "reading";

const isOther = (observation: ReportedObservation): boolean => !isReading(observation);

function tables(runs: readonly NamedRun[], isWanted: (observation: ReportedObservation) => boolean, word: string) {
  const parts = runs.flatMap((run) => {
    const groups = groupByText(run.report.observations.filter(isWanted));
    return groups.length === 0 ? [] : [tableOfRun(run, groups, word)];
  });
  return parts.length === 0 ? markup`<p class="none">None.</p>` : parts;
}

function tableOfRun({ title }: NamedRun, groups: readonly Group[], word: string): Markup {
  return markup`<details class="block"><summary><h3>${title}</h3> <span class="count">${groups.length}</span></summary>
${dataTable({
  label: `${word}s of ${title}`,
  columns: [word, "Operations", "Times"],
  rows: groups.map(
    ({ text, kind, operations, count }) =>
      markup`<tr><td class="text">${text}${kindWords[kind] && markup` <span class="soft">${kindWords[kind]}</span>`}</td><td>${operations.map((operation) => markup`<span class="operation">${operation}</span> `)}</td><td class="number">${count.toLocaleString("en")}</td></tr>`,
  ),
})}
</details>`;
}

interface Group {
  readonly text: string;
  readonly kind: ReportedObservation["kind"];
  readonly operations: readonly string[];
  readonly count: number;
}

/** What was seen at several operations is told once; what is no reading comes by kind. */
function groupByText(observations: readonly ReportedObservation[]): readonly Group[] {
  const groups = Map.groupBy(observations, ({ kind, text }) => `${kind} ${text}`);
  return [...groups.values()]
    .flatMap(([first, ...others]) => {
      if (!first) return [];
      const all = [first, ...others];
      return {
        text: first.text,
        kind: first.kind,
        operations: [...new Set(all.map(({ operation }) => operation))],
        count: all.reduce((sum, { count }) => sum + count, 0),
      };
    })
    .toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind));
}

const kindOrder: readonly ReportedObservation["kind"][] = [
  "unlisted-member",
  "undocumented-status",
  "range-status",
  "reading",
];

const kindWords: Readonly<Record<ReportedObservation["kind"], string>> = {
  "unlisted-member": "member that the page does not list",
  "undocumented-status": "status that the page does not list",
  "range-status": "status listed as a range only",
  reading: "",
};
