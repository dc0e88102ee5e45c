import { families } from "../../../conformance/proof/mutant.ts";
import type { TriedMutant } from "../../../conformance/proof/proof.ts";
import { survivors } from "../../../conformance/proof/survivors.ts";
import { shortcomingsOf } from "../../../conformance/proof/table.ts";
import { dataTable } from "../../report/html/data-table.ts";
import { type Markup, markup } from "../../report/html/markup.ts";
import type { SitePage } from "../layout.ts";
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
    body: (place) => markup`<h1>Why believe it?</h1>
<p class="lead">A suite is tried like any other program: on servers that are known to be wrong, and on servers that are merely different.</p>
<dl class="figures">
<div><dt>faulty servers found</dt><dd>${totals.killed.toLocaleString("en")} <small>of ${totals.mutants.toLocaleString("en")}</small></dd></div>
<div><dt>false alarms</dt><dd>${totals.alarms} <small>on ${totals.variants} servers that merely differ</small></dd></div>
<div><dt>checks that no fault makes fail</dt><dd>${totals.unkilled} <small>of ${totals.checks.toLocaleString("en")}</small></dd></div>
</dl>
<h2 id="rates">Faults found, by family</h2>
<p>A <dfn>mutant</dfn> is the reference server with one fault, and is found when a check fails that decides the requirement it breaks. These were written by people who had not read the checks; the last column counts those generated from the contract.</p>
${dataTable({
  label: "Faulty servers found by API and family",
  className: "rates",
  columns: ["API", ...families, "all written", "generated"],
  rows: apis.map(rateRow),
})}
<h2 id="survivors">What survives</h2>
${survivorList(place, apis)}
<h2 id="differences">Servers that merely differ</h2>
<p>A <dfn>variant</dfn> is the reference server with one legitimate difference. Nothing may fail or warn on it.</p>
${apis.map(variantList)}`,
  };
}

function rateRow({ api, proof }: ApiFacts): Markup {
  const written = proof.mutants.filter(({ origin }) => origin === "written");
  const generated = proof.mutants.filter(({ origin }) => origin === "generated");
  const groups = [
    ...families.map((family) => written.filter((mutant) => mutant.family === family)),
    written,
    generated,
  ];
  return markup`<tr><th scope="row">${api.title}</th>${groups.map(rateCell)}</tr>
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
