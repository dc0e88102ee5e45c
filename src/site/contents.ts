import { type Markup, markup } from "../report/html/markup.ts";

export interface ContentsEntry {
  readonly name: string;
  /** Of the place within the page. */
  readonly slug: string;
  /** How much stands there. */
  readonly count?: number;
  /** Words above this entry and those that follow it. */
  readonly heading?: string;
}

/** What a page holds, beside it; where there is no room, above it and folded up (by `contents.js`). */
export function contents(label: string, entries: readonly ContentsEntry[]): Markup {
  return markup`<nav class="contents" aria-label="${label}"><details open><summary>${label}</summary><ul>${entries.map(
    ({ name, slug, count, heading }) =>
      markup`${heading && markup`<li class="heading">${heading}</li>`}<li><a href="#${slug}">${name}${count !== undefined && markup` <span class="count">${count}</span>`}</a></li>`,
  )}</ul></details></nav>`;
}
