import type { Check } from "../../../conformance/kit/check.ts";
import type { Operation } from "../../contract/operations.ts";
import { type Markup, markup } from "../../report/html/markup.ts";
import { apiTabs } from "../api-tabs.ts";
import { contents } from "../contents.ts";
import type { SitePage } from "../layout.ts";
import { levelBadge } from "../level-badge.ts";
import { afterApi } from "../requirement-row.ts";
import { routeCode } from "../route-code.ts";
import { rowFilter } from "../row-filter.ts";
import { rowGroup } from "../row-group.ts";
import type { ApiFacts } from "../site-facts.ts";
import { apiPagePath, operationPath, requirementPath } from "../site-paths.ts";
import type { SitePlace } from "../site-place.ts";

const levels = ["MUST", "SHOULD", "MAY"] as const;

/** Every check of an API by operation, with the requirements that it decides. */
export function checksPage(facts: ApiFacts): SitePage {
  const { id, api, contract, checks } = facts;
  const groups = contract.operations.map((operation) => ({
    operation,
    rows: checks.filter(({ operationId }) => operationId === operation.id),
  }));
  return {
    path: apiPagePath("checks", id),
    title: `Checks: ${api.title} · Poolproof`,
    description: `The ${checks.length} checks that decide whether a server keeps to the documentation of ${api.title}.`,
    body: (place) => markup`${apiTabs(place, "checks", id)}
<h1>Checks of ${api.title}</h1>
<p class="lead">What <code>poolproof run ${id}</code> looks at. The ids are public and never change; <code>--only</code> takes the beginning of one, and so do waivers.</p>
${rowFilter({
  noun: "checks",
  total: checks.length,
  operations: contract.operations.map((operation) => operation.id),
  choices: [
    ...levels.map((level) => ({
      is: level,
      name: level,
      count: checks.filter((check) => check.level === level).length,
    })),
    { is: "write", name: "writes", count: checks.filter(({ needs }) => needs.includes("write")).length },
  ],
})}
<div class="with-contents">
${contents(
  "Operations",
  groups.map(({ operation, rows }) => ({ name: operation.id, slug: operation.id, count: rows.length })),
)}
<div class="rows">${groups.map((group) => operationGroup(place, facts, group))}</div>
</div>`,
  };
}

function operationGroup(
  place: SitePlace,
  facts: ApiFacts,
  { operation, rows }: { readonly operation: Operation; readonly rows: readonly Check[] },
): Markup {
  return rowGroup(
    operation.id,
    operation.id,
    markup`<p class="under"><a href="${place.to(operationPath(facts.id, facts.contract.bundle, operation))}">${routeCode(operation)}</a> ${operation.summary}</p>
${rows.map(
  (
    check,
  ) => markup`<article class="row" id="${check.id}" data-is="${[check.level, ...check.needs].join(" ")}" data-of="${check.operationId}" aria-labelledby="name:${check.id}">
<header>${levelBadge(check.level)} <h3 id="name:${check.id}"><a href="#${check.id}">${afterApi(check.id)}</a></h3></header>
<p class="wording">The server ${check.level} ${check.title}.</p>
<dl class="facts"><div><dt>Decides</dt><dd><ul class="inline">${check.decides.map(
    (requirement) =>
      markup`<li><a href="${place.to(requirementPath(facts.id, requirement))}"><code>${requirement}</code></a></li>`,
  )}</ul></dd></div>${
    check.needs.length > 0 && markup`<div><dt>Needs</dt><dd>${check.needs.join(", ")}</dd></div>`
  }</dl>
</article>
`,
)}`,
  );
}
