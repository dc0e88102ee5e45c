import type { Page } from "../../../src/reference/json-api-paging.ts";
import { lists, pageIn, paging, type Resource, soundPage, soundSizes, withPage } from "./lists-anew.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

/** A page that is sound as long as its size is asked for. */
function withoutSize(cut: (sound: Page<Resource>, all: readonly Resource[], number: number) => Page<Resource>) {
  return paging(lists, (all, url, query) => {
    const page = soundPage(all, url, query);
    return query.has("page[size]") ? page : cut(page, all, pageIn(query).number);
  });
}

/** What happens only to who asks for no size of pages. */
export const defaultsMutants: readonly TerraformMutant[] = [
  {
    id: "leaves-the-last-one-off-pages-of-its-own-size",
    family: "pagination",
    requirement: "pagination.walk",
    fault: "puts one resource less on a page of its own size than it skips for the next.",
    alteration: withoutSize((page) => ({ ...page, items: page.items.slice(0, soundSizes.defaultSize - 1) })),
  },
  {
    id: "links-from-its-own-size-to-another",
    family: "pagination",
    requirement: "pagination.walk",
    fault: "links from a page of its own size to the next one of the largest size, past all between.",
    alteration: paging(lists, (all, url, query) => {
      const page = soundPage(all, url, query);
      if (query.has("page[size]") || !page.links.next) return page;
      const next = new URL(page.links.next ?? "");
      next.search = String(withPage(next.searchParams, { size: soundSizes.largestSize }));
      return { ...page, links: { ...page.links, next: next.href } };
    }),
  },
  {
    id: "overlooks-numbers-of-pages-of-its-own-size",
    family: "pagination",
    requirement: "pagination.page-asked-for",
    fault: "answers what is on the first page whatever number is asked for, unless a size is as well.",
    alteration: withoutSize((page, all) => ({ ...page, items: all.slice(0, soundSizes.defaultSize) })),
  },
];
