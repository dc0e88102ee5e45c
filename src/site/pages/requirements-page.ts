import { type Markup, markup } from "../../report/html/markup.ts";
import { apiTabs } from "../api-tabs.ts";
import { contents } from "../contents.ts";
import type { SitePage } from "../layout.ts";
import { isUnproved, requirementRow } from "../requirement-row.ts";
import { rowFilter } from "../row-filter.ts";
import { rowGroup } from "../row-group.ts";
import type { ApiFacts, RequirementFacts } from "../site-facts.ts";
import { apiPagePath } from "../site-paths.ts";
import { slugOf } from "../slug.ts";

/** Every requirement of an API, in the order of its documentation page, with what decides it. */
export function requirementsPage(facts: ApiFacts): SitePage {
  const { id, api, contract, requirements } = facts;
  const parts = partsOf(requirements);
  return {
    path: apiPagePath("requirements", id),
    title: `Requirements: ${api.title} · Poolproof`,
    description: `What the documentation of ${api.title} promises, row by row: level, source, and how each is covered.`,
    body: (place) => markup`${apiTabs(place, "requirements", id)}
<h1>Requirements of ${api.title}</h1>
<p class="lead">What the page promises, in our own words and in its order; then what the standards behind it do. Each row says how binding it is, what decides it, and which faulty servers prove that.</p>
${rowFilter({
  noun: "requirements",
  total: requirements.length,
  operations: contract.operations.map((operation) => operation.id),
  choices: choicesOf(requirements),
})}
<div class="with-contents">
${contents(
  "Sections",
  parts.map(({ name, slug, isShared, rows }, index) => ({
    name,
    slug,
    count: rows.length,
    ...(isShared && !parts[index - 1]?.isShared && { heading: sharedStandard }),
  })),
)}
<div class="rows">${parts.map(
      ({ name, slug, isShared, rows }): Markup =>
        rowGroup(
          slug,
          markup`${name}${isShared && markup` <small>${sharedStandard}</small>`}`,
          markup`${rows.map((row) => requirementRow(place, facts, row))}`,
        ),
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

/** What the sections of shared rows are sections of. */
const sharedStandard = "JSON:API";

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
    { is: "unproved", name: "without a faulty server", count: count(isUnproved) },
  ];
}
