import type { TriedMutant } from "../../conformance/proof/proof.ts";
import { type Markup, markup } from "../report/html/markup.ts";
import { contractPointer, isAtOrBelow } from "./contract-pointer.ts";
import { levelBadge } from "./level-badge.ts";
import { serverSentence } from "./server-sentence.ts";
import type { ApiFacts, RequirementFacts } from "./site-facts.ts";
import { checkPath } from "./site-paths.ts";
import type { SitePlace } from "./site-place.ts";
import { sourceNames } from "./source-note.ts";

/** One requirement: what it says, where it is said, what decides it and what proves that. */
export function requirementRow(place: SitePlace, facts: ApiFacts, row: RequirementFacts): Markup {
  const is = [
    row.level,
    row.readings && "readings",
    row.unchecked && "unchecked",
    isUnproved(row) && "unproved",
  ].filter(Boolean);
  return markup`<article class="row" id="${row.id}" data-is="${is.join(" ")}" data-of="${operationsOf(facts, row).join(" ")}" aria-labelledby="name:${row.id}">
<header>${levelBadge(row.level)} <h3 id="name:${row.id}"><a href="#${row.id}">${row.id}</a></h3> <span class="source">${sourceNames[row.source]}</span></header>
<p class="wording">${row.text}</p>
<dl class="facts">
${row.readings && fact("Readings", readingList(row.readings))}
${row.contract && fact("Contract", list(row.contract.map((pointer) => contractPointer(place, facts, pointer))))}
${row.checks.length > 0 && fact("Checks", list(row.checks.map(({ id }) => markup`<a href="${place.to(checkPath(facts.id, id))}"><code>${afterApi(id)}</code></a>`)))}
${row.unchecked && fact("Unchecked", withLinks(facts, row.unchecked))}
${row.repair && fact("Sample mended", row.repair)}
${row.mutants.length > 0 && fact("Proved by", mutantList(row.mutants))}
${isUnproved(row) && fact("Proved by", row.level === "MAY" ? "No faulty server: nobody breaks a MAY." : "No faulty server of its own.")}
</dl>
</article>
`;
}

/** Whether something decides it, and no faulty server shows that it does. */
export function isUnproved({ mutants, unchecked }: RequirementFacts): boolean {
  return mutants.length === 0 && unchecked === undefined;
}

/** Operations that it is about: those of its checks, and those that it points into. */
function operationsOf({ contract }: ApiFacts, { checks, contract: pointers = [] }: RequirementFacts): string[] {
  return contract.operations
    .filter(
      ({ id, pointer }) =>
        checks.some(({ operationId }) => operationId === id) || pointers.some((each) => isAtOrBelow(each, pointer)),
    )
    .map(({ id }) => id);
}

/** Words in which the ids of other requirements lead to them. */
function withLinks({ requirements }: ApiFacts, text: string): readonly (Markup | string)[] {
  const ids = new Set(requirements.map(({ id }) => id));
  return text
    .split(/([a-z][\w.-]*\w)/)
    .map((part) => (ids.has(part) ? markup`<a href="#${part}"><code>${part}</code></a>` : part));
}

/** `terraform/deleteAgent/refuses-busy-agent` without the API, which the page is about. */
export const afterApi = (id: string) => id.slice(id.indexOf("/") + 1);

const fact = (name: string, value: Markup | string | readonly (Markup | string)[]) =>
  markup`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const list = (items: readonly Markup[]) =>
  markup`<ul class="inline">${items.map((item) => markup`<li>${item}</li>`)}</ul>`;

function readingList(readings: Readonly<Record<string, string>>): Markup {
  return markup`${Object.keys(readings).length === 1 ? "Read as:" : "Any of these is right:"} <dl class="readings">${Object.entries(
    readings,
  ).map(([name, sense]) => markup`<div><dt>${name}</dt><dd>${sense}</dd></div>`)}</dl>`;
}

const mostShown = 3;

/** Faulty servers by name and fault; those written by hand first, since their words say most. */
function mutantList(mutants: readonly TriedMutant[]): Markup {
  const sorted = [
    ...mutants.filter(({ origin }) => origin === "written"),
    ...mutants.filter(({ origin }) => origin !== "written"),
  ];
  const shown = sorted.slice(0, mostShown);
  const rest = sorted.slice(mostShown);
  return markup`${faultList(shown)}${
    rest.length > 0 &&
    markup`<details class="more"><summary>${rest.length} more faulty ${rest.length === 1 ? "server" : "servers"}</summary>${faultList(rest)}</details>`
  }`;
}

const faultList = (mutants: readonly TriedMutant[]) =>
  markup`<ul class="plain-list">${mutants.map(
    ({ id, fault, killed }) =>
      markup`<li>${serverSentence(fault)}<br><code class="${killed ? "soft" : "survived"}">${id}</code>${!killed && " (survived)"}</li>`,
  )}</ul>`;
