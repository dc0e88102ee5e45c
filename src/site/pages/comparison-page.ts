import { type Markup, markup } from "../../report/html/markup.ts";
import { requirementsOf, type Topic } from "../comparison/topic.ts";
import { topics } from "../comparison/topics.ts";
import type { SitePage } from "../layout.ts";
import { linkedHeading } from "../linked-heading.ts";
import type { ApiFacts, SiteFacts } from "../site-facts.ts";
import { apiPagePath, comparisonPath, requirementPath } from "../site-paths.ts";
import type { SitePlace } from "../site-place.ts";

/** The APIs side by side. */
export function comparisonPage({ apis }: SiteFacts): SitePage {
  return {
    path: comparisonPath,
    title: "Comparison · Poolproof",
    description: "The four agent-pool APIs side by side: authentication, paging, error objects, ids, timestamps.",
    words: topics.map(({ title }) => title).join(" "),
    body: (place) => markup`<h1>The APIs side by side</h1>
<p class="lead">Who has met one of these APIs knows half of another. This is the other half. All of it is what the documentation pages say, unless a line says <span class="from">known of the vendor</span> or <span class="from">from a standard</span>.</p>
<nav class="jump" aria-label="Topics"><ul>${topics.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${topics.map((topic) => topicSection(place, topic, apis))}`,
  };
}

function topicSection(place: SitePlace, topic: Topic, apis: readonly ApiFacts[]): Markup {
  return markup`<section class="topic" aria-labelledby="${topic.id}">${linkedHeading(2, topic.id, topic.title)}
<div class="columns">${apis.map(
    (
      facts,
    ) => markup`<article aria-labelledby="${topic.id}-${facts.id}"><h3 id="${topic.id}-${facts.id}"><a href="${place.to(apiPagePath("reference", facts.id))}">${facts.api.title}</a></h3>
${topic.describe(facts, place)}
${requirementLinks(place, topic, facts)}</article>`,
  )}</div></section>
`;
}

function requirementLinks(place: SitePlace, topic: Topic, facts: ApiFacts): Markup | false {
  const rows = requirementsOf(topic, facts);
  if (rows.length === 0) return false;
  return markup`<details class="more"><summary>${rows.length === 1 ? "1 requirement" : `${rows.length} requirements`}</summary><ul class="inline">${rows.map(
    ({ id }) => markup`<li><a href="${place.to(requirementPath(facts.id, id))}"><code>${id}</code></a></li>`,
  )}</ul></details>`;
}
