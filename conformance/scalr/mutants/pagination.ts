import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { cutPage } from "../../../src/reference/json-api-paging.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { anew, overlooking } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { changed, cutting } from "./cutting.ts";
import { listing, paging, soundSteps } from "./listing.ts";

export const paginationMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "counts-pages-from-zero",
    family: "pagination",
    requirement: "pagination.page-asked-for",
    fault: "takes page 1 for the second page.",
    alteration: cutting((pools, { number, size }) => ({ items: pools.slice(number * size, (number + 1) * size) })),
  },
  {
    id: "reads-one-digit-of-a-page-number",
    family: "pagination",
    requirement: "pagination.page-asked-for",
    fault: "answers page 1 where page 10 is asked for.",
    alteration: cutting((pools, { number, size }) => {
      const read = Number(String(number)[0]);
      return { items: pools.slice((read - 1) * size, read * size) };
    }),
  },
  {
    id: "begins-a-page-with-the-last-pool-before-it",
    family: "pagination",
    requirement: "pagination.walk",
    fault: "steps back by one pool for each page after the first, and so repeats some and loses the last.",
    alteration: cutting((pools, { number, size }) => {
      const start = Math.max(0, (number - 1) * size - (number - 1));
      return { items: pools.slice(start, start + size) };
    }),
  },
  {
    id: "has-no-page-for-the-rest",
    family: "pagination",
    requirement: "pagination.walk",
    fault: "rounds the number of pages down, and shows no pools beyond.",
    alteration: cutting((pools, { number, size }, sound) => {
      const last = Math.max(1, Math.floor(pools.length / size));
      return {
        items: number > last ? [] : pools.slice((number - 1) * size, number * size),
        pagination: { "total-pages": last, "next-page": number < last ? number + 1 : null },
        links: number < last ? sound.links : { next: null },
      };
    }),
  },
  {
    id: "turns-the-list-from-request-to-request",
    family: "pagination",
    requirement: "pagination.walk",
    fault: "has no order of its own, so that each request cuts its page from another one.",
    alteration: anew<ScalrStore>(() => {
      let turns = 0;
      return listing({
        sort: (pools, sort, query) => {
          if (sort !== null || pools.length === 0) return soundSteps.sort(pools, sort, query);
          turns = (turns + 1) % pools.length;
          return [...pools.slice(turns), ...pools.slice(0, turns)];
        },
      });
    }),
  },
  {
    id: "overlooks-the-size-of-a-page",
    family: "pagination",
    requirement: "pagination.size-asked-for",
    fault: "cuts pages of its own size, whatever page[size] says.",
    alteration: overlooking("listAgentPools", "page[size]"),
  },
  {
    id: "leaves-the-pool-on-the-page-that-looks-ahead",
    family: "pagination",
    requirement: "pagination.size-asked-for",
    fault: "reads one pool more than asked for, to see whether there is a next page, and leaves it on the page.",
    alteration: cutting((pools, { number, size }) => ({ items: pools.slice((number - 1) * size, number * size + 1) })),
  },
  {
    id: "counts-the-pools-of-the-page",
    family: "pagination",
    requirement: "pagination.counts",
    fault: "gives as total-count how many pools are on the page.",
    alteration: cutting((_, __, { items }) => ({ pagination: { "total-count": items.length } })),
  },
  {
    id: "counts-before-it-filters",
    family: "pagination",
    requirement: "pagination.counts",
    fault: "counts all pools that the user may see, whatever is filtered by.",
    alteration: listing({
      cut: (pools, url, query, all) => changed(soundSteps.cut(pools, url, query, all), { "total-count": all.length }),
    }),
  },
  {
    id: "counts-pages-of-its-own-size",
    family: "pagination",
    requirement: "pagination.neighbours",
    fault: "counts total-pages as though the size were its own and not the one asked for.",
    alteration: cutting((pools) => ({
      pagination: { "total-pages": Math.max(1, Math.ceil(pools.length / paging.defaultSize)) },
    })),
  },
  {
    id: "counts-a-page-more-where-the-last-is-full",
    family: "pagination",
    requirement: "pagination.neighbours",
    fault: "adds a page for the rest to the full ones, also where nothing is left over.",
    alteration: cutting((pools, { size }) => ({
      pagination: { "total-pages": Math.floor(pools.length / size) + 1 },
    })),
  },
  {
    id: "names-a-next-page-after-the-last",
    family: "pagination",
    requirement: "pagination.next-page",
    fault: "gives as next-page the number after this one, even on the last page.",
    alteration: cutting((_, { number }) => ({ pagination: { "next-page": number + 1 } })),
  },
  {
    id: "names-page-zero-before-the-first",
    family: "pagination",
    requirement: "pagination.prev-page",
    fault: "gives 0 as prev-page on the first page.",
    alteration: cutting((_, { number }) => ({ pagination: { "prev-page": number - 1 } })),
  },
  {
    id: "stands-on-page-one-always",
    family: "pagination",
    requirement: "pagination.current-page",
    fault: "gives 1 as current-page on every page.",
    alteration: cutting(() => ({ pagination: { "current-page": 1 } })),
  },
  {
    id: "fails-past-the-last-page",
    family: "pagination",
    requirement: "errors.no-server-error",
    fault: "fails where a page past the last one is asked for.",
    alteration: cutting((_, { number, last }) => {
      if (number > last) throw new Error("There is no such page.");
      return {};
    }),
  },
  {
    id: "links-pages-without-the-filter",
    family: "pagination",
    requirement: "jsonapi.pagination-links-keep-query",
    fault: "leaves filters and sort out of the links to other pages.",
    alteration: listing({
      cut: (pools, url, query) => {
        const paged = [...query].filter(([name]) => name.startsWith("page["));
        return {
          ...cutPage(pools, url, query, paging),
          links: cutPage(pools, url, new URLSearchParams(paged), paging).links,
        };
      },
    }),
  },
  {
    id: "links-the-page-itself-as-the-next",
    family: "pagination",
    requirement: "jsonapi.pagination-keys",
    fault: "gives as link to the next page the one to this page.",
    alteration: cutting((_, __, { links }) => (links.next === null ? {} : { links: { next: links.self ?? null } })),
  },
  {
    id: "links-page-zero-before-the-first",
    family: "pagination",
    requirement: "jsonapi.prev-next-null",
    fault: "links the page before the first one.",
    alteration: cutting((_, { number }, { links }) => {
      const url = new URL(links.self ?? "");
      url.searchParams.set("page[number]", String(number - 1));
      return { links: { prev: url.href } };
    }),
  },
  {
    id: "links-itself-without-its-query",
    family: "pagination",
    requirement: "jsonapi.top-level-self-link",
    fault: "gives as link to the list itself its bare address, without filter, sort and page.",
    alteration: cutting((_, __, { links }) => ({ links: { self: links.self?.split("?")[0] ?? null } })),
  },
];
