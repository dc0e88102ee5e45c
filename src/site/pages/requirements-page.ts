import { type Markup, markup } from "../../report/html/markup.ts";
import { apiTabs } from "../api-tabs.ts";
import type { SitePage } from "../layout.ts";
import { requirementRow } from "../requirement-row.ts";
import { rowFilter } from "../row-filter.ts";
import type { ApiFacts, RequirementFacts } from "../site-facts.ts";
import { apiPagePath } from "../site-paths.ts";
import { slugOf } from "../slug.ts";

/** Every requirement of an API, in the order of its documentation page, with what decides it. */
export function requirementsPage(facts: ApiFacts): SitePage {
  const { id, api, requirements } = facts;
  const parts = partsOf(requirements);
  return {
    path: apiPagePath("requirements", id),
    title: `Requirements: ${api.title} · Poolproof`,
    description: `What the documentation of ${api.title} promises, row by row: level, source, and how each is covered.`,
    body: (place) => markup`${apiTabs(place, "requirements", id)}
<h1>Requirements of ${api.title}</h1>
<p class="lead">What the page promises, in our own words and in its order; then what the standards behind it do. Each row says how binding it is, what decides it, and which faulty servers prove that.</p>
${rowFilter("requirements", requirements.length, choicesOf(requirements))}
<div class="with-contents">
<nav class="contents" aria-label="Sections"><ul>${parts.map(
      ({ name, slug, rows }) =>
        markup`<li><a href="#${slug}">${name} <span class="count">${rows.length}</span></a></li>`,
    )}</ul></nav>
<div class="rows">${parts.map(
      ({ name, slug, isShared, rows }): Markup =>
        markup`<section class="row-group" aria-labelledby="${slug}"><h2 id="${slug}">${name}${isShared && markup` <small>JSON:API</small>`}</h2>
${rows.map((row) => requirementRow(place, facts, row))}</section>
`,
    )}</div>
</div>`,
  };
}

interface Part {
  readonly name: string;
  readonly slug: string;
  readonly isShared: boolean;
  readonly rows: readonly RequirementFacts[];
}

/** Rows by the section that they stand in; what several APIs share has sections of its own. */
function partsOf(requirements: readonly RequirementFacts[]): Part[] {
  const groups = Map.groupBy(
    requirements,
    ({ id, section }) => `${isSharedRow(id) ? "jsonapi" : "section"}-${slugOf(section)}`,
  );
  return [...groups].map(([slug, rows]) => ({
    name: rows[0]?.section ?? "",
    slug,
    isShared: isSharedRow(rows[0]?.id ?? ""),
    rows,
  }));
}

const isSharedRow = (id: string) => id.startsWith("jsonapi.");

function choicesOf(requirements: readonly RequirementFacts[]) {
  const count = (has: (row: RequirementFacts) => boolean) => requirements.filter(has).length;
  return [
    ...(["MUST", "SHOULD", "MAY"] as const).map((level) => ({
      is: level,
      name: level,
      count: count((row) => row.level === level),
    })),
    { is: "readings", name: "with readings", count: count((row) => row.readings !== undefined) },
    { is: "unchecked", name: "unchecked", count: count((row) => row.unchecked !== undefined) },
  ];
}
