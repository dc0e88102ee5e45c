import { markup } from "../../report/html/markup.ts";
import { contents } from "../contents.ts";
import type { Guide } from "../guides/guide.ts";
import type { GuideHtml } from "../guides/guide-html.ts";
import type { SitePage } from "../layout.ts";
import { guidePath, guidesPath } from "../site-paths.ts";

/** A guide, with the way to its sections and to the next one. */
export function guidePage(
  { slug, title, summary }: Guide,
  { body, sections }: GuideHtml,
  next: Guide | undefined,
): SitePage {
  return {
    path: guidePath(slug),
    title: `${title} · Poolproof`,
    description: summary,
    body: (place) => markup`<p class="crumb"><a href="${place.to(guidesPath)}">Guides</a></p>
<h1>${title}</h1>
<p class="lead">${summary}</p>
<div class="with-contents">
${contents(
  "On this page",
  sections.map((section) => ({ name: section.title, slug: section.slug })),
)}
<div class="prose">
${body}
${next && markup`<p class="next">Next: <a href="${place.to(guidePath(next.slug))}">${next.title}</a></p>`}
</div>
</div>`,
  };
}

export function guidesPage(guides: readonly Guide[]): SitePage {
  return {
    path: guidesPath,
    title: "Guides · Poolproof",
    description: "How to run the suite, mock an API, write a waiver, grade a release in CI, and add an API.",
    body: (place) => markup`<h1>Guides</h1>
<p class="lead">Each takes a few minutes, and begins with what to type.</p>
<ul class="guide-list">${guides.map(
      ({ slug, title, summary }) =>
        markup`<li><a href="${place.to(guidePath(slug))}">${title}</a><p>${summary}</p></li>`,
    )}</ul>`,
  };
}
