import { type Markup, markup } from "../report/html/markup.ts";

/**
 * Rows under a heading. Its place is that of the group: the heading stays in sight as the rows go by, and so has none of
 * its own that one could jump to.
 */
export function rowGroup(slug: string, title: string | Markup, rows: Markup): Markup {
  return markup`<section class="row-group" id="${slug}" aria-labelledby="name:${slug}"><h2 id="name:${slug}"><a href="#${slug}">${title}</a></h2>
${rows}</section>
`;
}
