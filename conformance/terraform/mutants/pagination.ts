import type { Page } from "../../../src/reference/json-api-paging.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { anew, combine, operation, overlooking } from "../../proof/alterations.ts";
import { lists, pageIn, paging, type Resource, soundPage, withPage } from "./lists-anew.ts";
import { countsMutants } from "./pagination-counts.ts";
import { defaultsMutants } from "./pagination-defaults.ts";
import { linksMutants } from "./pagination-links.ts";
import { fail } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const largestInteger = 2 ** 63;

/** A sound page that holds other resources. */
function showing(choose: (all: readonly Resource[], first: number, size: number) => readonly Resource[]) {
  return paging(lists, (all, url, query): Page<Resource> => {
    const { number, size } = pageIn(query);
    return { ...soundPage(all, url, query), items: choose(all, (number - 1) * size, size) };
  });
}

export const paginationMutants: readonly TerraformMutant[] = [
  {
    id: "repeats-the-last-one-on-the-next-page",
    family: "pagination",
    requirement: "pagination.walk",
    fault: "begins every page after the first with the resource that the page before ended with.",
    alteration: showing((all, first, size) => all.slice(Math.max(0, first - 1), Math.max(0, first - 1) + size)),
  },
  {
    id: "fills-the-last-page-up",
    family: "pagination",
    requirement: "pagination.walk",
    fault: "moves the last page back until it is full, so that it repeats resources of the page before.",
    alteration: showing((all, first, size) => {
      const start = first < all.length ? Math.max(0, Math.min(first, all.length - size)) : first;
      return all.slice(start, start + size);
    }),
  },
  {
    id: "leaves-one-out-between-pages",
    family: "pagination",
    requirement: "pagination.walk",
    fault: "fetches one more resource than a page takes to see whether there are more, and never shows that one.",
    alteration: showing((all, first, size) => {
      const start = first + first / size;
      return all.slice(start, start + size);
    }),
  },
  {
    id: "orders-every-page-anew",
    family: "pagination",
    requirement: "pagination.walk",
    fault: "has no order of its own for a list that is not sorted, and cuts each page from another one.",
    alteration: anew<TerraformStore>(() => {
      let asked = 0;
      return paging(lists, (all, url, query) => {
        const start = query.has("sort") ? 0 : (asked++ * 3) % Math.max(1, all.length);
        return soundPage([...all.slice(start), ...all.slice(0, start)], url, query);
      });
    }),
  },
  {
    id: "counts-pages-from-zero",
    family: "pagination",
    requirement: "pagination.page-asked-for",
    fault: "takes page[number] for a distance from the first page, so that 1 leads to the second.",
    alteration: paging(lists, (all, url, query) => {
      const page = soundPage(all, url, query);
      const { number, size } = pageIn(query);
      return query.has("page[number]") ? { ...page, items: all.slice(number * size, (number + 1) * size) } : page;
    }),
  },
  {
    id: "answers-the-page-asked-for-before",
    family: "pagination",
    requirement: "pagination.default-number",
    fault: "remembers the page that was last asked for, and answers it where page[number] is left out.",
    alteration: anew<TerraformStore>(() => {
      let latest = 1;
      return operation<TerraformStore>(lists, (asked, sound) => {
        if (asked.query.has("page[number]")) latest = pageIn(asked.query).number;
        return sound({ ...asked, query: withPage(asked.query, { number: latest }) });
      });
    }),
  },
  {
    id: "overlooks-the-page-size",
    family: "pagination",
    requirement: "pagination.size-asked-for",
    fault: "puts as many resources on a page of pools as it does by default, whatever size was asked for.",
    alteration: overlooking("listAgentPools", "page[size]"),
  },
  {
    id: "caches-pages-by-their-number",
    family: "pagination",
    requirement: "pagination.size-asked-for",
    fault: "keeps pages of agents by pool and number until one is deleted, and answers them for any other size.",
    alteration: anew<TerraformStore>(() => {
      const kept = new Map<string, readonly Resource[]>();
      return combine<TerraformStore>(
        operation(["deleteAgent", "deleteAgentPool"], (asked, sound) => {
          kept.clear();
          return sound(asked);
        }),
        paging("listAgents", (all, url, query) => {
          const page = soundPage(all, url, query);
          const key = `${url} ${pageIn(query).number} ${query.get("filter[last-ping-since]")}`;
          const items = kept.get(key) ?? page.items;
          kept.set(key, items);
          return { ...page, items };
        }),
      );
    }),
  },
  {
    id: "answers-the-last-page-past-the-end",
    family: "pagination",
    requirement: "pagination.past-end",
    fault: "answers the last page in place of one past the end.",
    alteration: paging(lists, (all, url, query) => {
      const { number, size } = pageIn(query);
      const last = Math.max(1, Math.ceil(all.length / size));
      return soundPage(all, url, withPage(query, { number: Math.min(number, last) }));
    }),
  },
  {
    id: "fails-on-page-numbers-beyond-its-integers",
    family: "pagination",
    requirement: "errors.no-server-error",
    fault: "answers 500 to a page whose offset no integer of 64 bits holds.",
    alteration: operation<TerraformStore>(lists, (asked, sound) => {
      const { number, size } = pageIn(asked.query);
      return number * size >= largestInteger ? fail("value is out of range for type bigint") : sound(asked);
    }),
  },
  ...countsMutants,
  ...defaultsMutants,
  ...linksMutants,
];
