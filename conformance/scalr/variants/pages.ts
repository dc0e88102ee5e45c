import { cutPage, type PagingOptions } from "../../../src/reference/json-api-paging.ts";
import { poolNotFound } from "../../../src/reference/scalr/problems.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { operation, shown } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { cutting } from "../mutants/cutting.ts";
import { listing } from "../mutants/listing.ts";

/** Cuts pages of other sizes. */
export const paged = (options: PagingOptions) =>
  listing({ cut: (pools, url, query) => cutPage(pools, url, query, options) });

type Links = Readonly<Record<string, string | null>>;

/** Gives the links of a list in another form. */
export const linking = (form: (links: Links) => unknown) =>
  shown<ScalrStore>("listAgentPools", (body) => ({ ...body, links: form(body.links) }));

/** Links without null. */
export const withoutNull = (links: Links) => Object.fromEntries(Object.entries(links).filter(([, link]) => link));

/** The links without origin. */
export const relative = (links: Links) => mapLinks(links, ({ pathname, search }) => `${pathname}${search}`);

/** The links with brackets as they are and with their parameters in another order. */
export const rawBackwards = (links: Links) =>
  mapLinks(links, ({ origin, pathname, search }) => {
    const parameters = search.slice(1).split("&").reverse().join("&");
    return `${origin}${pathname}?${parameters.replaceAll("%5B", "[").replaceAll("%5D", "]")}`;
  });

/** Refuses sizes and numbers of pages that are not whole numbers above zero. */
export const strictlyPaged = operation<ScalrStore>("listAgentPools", (asked, sound) => {
  const wrong = ["page[number]", "page[size]"].find((name) => !/^[1-9]\d*$/.test(asked.query.get(name) ?? "1"));
  if (wrong === undefined) return sound(asked);
  return { status: 400, title: "bad request", detail: "Not a whole number.", source: { parameter: wrong } };
});

export const pageVariants: readonly Variant<ScalrStore>[] = [
  {
    id: "has-pages-of-two-and-at-most-three",
    difference: "has pages of two pools unless asked, and of three at most; the page names neither size.",
    alteration: paged({ defaultSize: 2, largestSize: 3 }),
  },
  {
    id: "has-one-pool-on-a-page",
    difference: "has one pool on a page, whatever is asked for.",
    alteration: paged({ defaultSize: 1, largestSize: 1 }),
  },
  {
    id: "has-few-pools-on-a-page-unless-asked",
    difference: "has pages of five pools unless asked, and of fifty at most.",
    alteration: paged({ defaultSize: 5, largestSize: 50 }),
  },
  {
    id: "has-all-pools-on-a-page",
    difference: "has all pools on one page unless asked otherwise.",
    alteration: paged({ defaultSize: 10_000, largestSize: 10_000 }),
  },
  {
    id: "refuses-pages-that-are-no-numbers",
    difference: "refuses with 400 a number or a size that is not a whole number above zero.",
    alteration: strictlyPaged,
  },
  {
    id: "refuses-pages-past-the-end",
    difference: "answers 404 to a page past the end, of which the page says nothing.",
    alteration: operation<ScalrStore>("listAgentPools", (asked, sound) => {
      const outcome = sound(asked);
      if ("title" in outcome) return outcome;
      const { data, meta } = outcome.body as { data: unknown[]; meta: { pagination: Record<string, number> } };
      const isPast = data.length === 0 && meta.pagination["current-page"] !== 1;
      return isPast ? { ...poolNotFound, detail: "There is no such page." } : outcome;
    }),
  },
  {
    id: "repeats-the-last-page-past-the-end",
    difference: "shows the last page for every page after it, of which the page says nothing.",
    alteration: cutting((pools, { number, size, last }) => {
      const read = Math.min(number, last);
      return { items: pools.slice((read - 1) * size, read * size) };
    }),
  },
  {
    id: "counts-no-page-where-there-are-no-pools",
    difference: "gives 0 as total-pages of an empty list.",
    alteration: shown("listAgentPools", ({ meta: { pagination } }) => {
      if (pagination["total-count"] === 0) pagination["total-pages"] = 0;
    }),
  },
  {
    id: "gives-lists-no-links",
    difference: "gives no links to lists; the page shows none.",
    alteration: shown("listAgentPools", ({ links: _, ...body }) => body),
  },
  {
    id: "leaves-links-out-that-lead-nowhere",
    difference: "leaves prev and next out at the ends of a list.",
    alteration: linking(withoutNull),
  },
  {
    id: "gives-link-objects",
    difference: "gives the links of a list as objects with an address and a title.",
    alteration: linking((links) =>
      Object.fromEntries(Object.entries(links).map(([name, href]) => [name, href && { href, title: name }])),
    ),
  },
  {
    id: "links-pages-relatively",
    difference: "gives the links of a list without origin.",
    alteration: linking(relative),
  },
  {
    id: "links-pages-with-raw-brackets",
    difference: "writes brackets in links as they are, and parameters in an order of its own.",
    alteration: linking(rawBackwards),
  },
];

function mapLinks(links: Links, write: (url: URL) => string): Links {
  return Object.fromEntries(Object.entries(links).map(([name, link]) => [name, link && write(new URL(link))]));
}
