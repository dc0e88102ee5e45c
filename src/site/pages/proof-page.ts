import { families } from "../../../conformance/proof/mutant.ts";
import type { TriedMutant } from "../../../conformance/proof/proof.ts";
import { survivors } from "../../../conformance/proof/survivors.ts";
import { shortcomingsOf } from "../../../conformance/proof/table.ts";
import { dataTable } from "../../report/html/data-table.ts";
import { type Markup, markup } from "../../report/html/markup.ts";
import { figure, figures, proofFigures } from "../figures.ts";
import type { SitePage } from "../layout.ts";
import { linkedHeading } from "../linked-heading.ts";
import { proofTotals } from "../proof-totals.ts";
import { serverSentence } from "../server-sentence.ts";
import type { ApiFacts, SiteFacts } from "../site-facts.ts";
import { proofPath, requirementPath } from "../site-paths.ts";
import type { SitePlace } from "../site-place.ts";

/** What the suites find, and that they accuse nobody wrongly: the latest proof in numbers and by name. */
export function proofPage({ apis }: SiteFacts): SitePage {
  const totals = proofTotals(apis);
  return {
    path: proofPath,
    title: "Proof · Poolproof",
    description: "How many faulty servers the suites find, by API and family, and what survives.",
    words: `mutant mutation testing kill rate survivor variant false alarm ${families.join(" ")}`,
    body: (place) => markup`<h1>Why believe it?</h1>
<p class="lead">A suite is tried like any other program: on servers that are known to be wrong, and on servers that are merely different.</p>
${figures(...proofFigures(totals), figure(totals.unkilled, `of ${totals.checks} checks never seen to fail`))}
${linkedHeading(2, "rates", "Faults found, by family")}
<p>A <dfn>mutant</dfn> is the reference server with one fault, and is found when a check fails that decides the requirement it breaks. These were written by people who had not read the checks; the last column counts those generated from the contract.</p>
${dataTable({
  label: "Faulty servers found by API and family",
  className: "rates",
  columns: ["API", ...families, "all written", "generated"],
  rows: [...apis.map((facts) => rateRow(facts.api.title, [facts])), rateRow("All four", apis)],
})}
${linkedHeading(2, "survivors", "What survives")}
${survivorList(place, apis)}
${linkedHeading(2, "differences", "Servers that merely differ")}
<p>A <dfn>variant</dfn> is the reference server with one legitimate difference: what a page leaves open, done another way. Nothing may fail or warn on it, nor on the reference servers themselves, run in four ways: in order, shuffled, one check at a time and eight at once.</p>
${apis.map(variantList)}`,
  };
}

function rateRow(title: string, apis: readonly ApiFacts[]): Markup {
  const mutants = apis.flatMap(({ proof }) => proof.mutants);
  const written = mutants.filter(({ origin }) => origin === "written");
  const generated = mutants.filter(({ origin }) => origin === "generated");
  const groups = [
    ...families.map((family) => written.filter((mutant) => mutant.family === family)),
    written,
    generated,
  ];
  return markup`<tr><th scope="row">${title}</th>${groups.map(rateCell)}</tr>
`;
}

function rateCell(mutants: readonly TriedMutant[]): Markup {
  if (mutants.length === 0) return markup`<td class="number none">–</td>`;
  const killed = mutants.filter((mutant) => mutant.killed).length;
  return markup`<td class="number ${killed === mutants.length ? "all" : "some"}">${killed}/${mutants.length}</td>`;
}

function survivorList(place: SitePlace, apis: readonly ApiFacts[]): Markup {
  const survived = apis.flatMap(({ id, api, proof }) =>
    proof.mutants.filter(({ killed }) => !killed).map((mutant) => ({ id, api, mutant })),
  );
  const shortcomings = apis.flatMap(({ id, api, proof }) =>
    shortcomingsOf(id, proof).map((line) => `${api.title}: ${line}`),
  );
  return markup`${
    survived.length === 0
      ? markup`<p class="good">Nothing: every faulty server is found.</p>`
      : dataTable({
          label: "Faulty servers that no check finds",
          columns: ["API", "Faulty server", "Breaks", "Why it may survive"],
          rows: survived.map(
            ({ id, api, mutant }) =>
              markup`<tr><td>${api.title}</td><td class="text">${serverSentence(mutant.fault)}<br><code class="soft">${mutant.id}</code></td><td><a href="${place.to(requirementPath(id, mutant.requirement))}"><code>${mutant.requirement}</code></a></td><td>${explanationOf(survivors[id], mutant)}</td></tr>`,
          ),
        })
  }${shortcomings.length > 0 && markup`<ul class="shortcomings">${shortcomings.map((line) => markup`<li>${line}</li>`)}</ul>`}`;
}

function explanationOf(explanations: Readonly<Record<string, string>>, { id }: TriedMutant): string {
  return Object.entries(explanations).find(([prefix]) => id.startsWith(prefix))?.[1] ?? "unexplained";
}

function variantList({ api, proof }: ApiFacts): Markup {
  const alarmed = proof.variants.filter(({ alarms }) => alarms.length > 0);
  return markup`<details class="more variants"><summary>${api.title}: ${proof.variants.length - alarmed.length} of ${proof.variants.length} without alarm</summary>
<ul class="plain-list">${proof.variants.map(
    ({ id, difference, alarms }) =>
      markup`<li>${serverSentence(difference)}<br><code class="soft">${id}</code>${alarms.length > 0 && `: ${alarms.join(", ")}`}</li>`,
  )}</ul></details>`;
}
