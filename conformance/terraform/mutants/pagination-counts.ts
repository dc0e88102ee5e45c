import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { anew, combine, operation, shown } from "../../proof/alterations.ts";
import { lists, pageIn, paging, type Resource, soundPage } from "./lists-anew.ts";
import { isRefused } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const nothing: Resource = { id: "", type: "", attributes: {} };

/** A sound page with other numbers. */
function counting(ids: string | readonly string[], change: (body: Listed) => void) {
  return shown<TerraformStore>(ids, change);
}

interface Listed {
  readonly data: unknown[];
  readonly meta: { readonly pagination: Record<string, number | string | null> };
}

export const countsMutants: readonly TerraformMutant[] = [
  {
    id: "counts-the-page-only",
    family: "pagination",
    requirement: "pagination.counts",
    fault: "gives the number of resources on the page as total-count.",
    alteration: counting(lists, ({ data, meta }) => {
      meta.pagination["total-count"] = data.length;
    }),
  },
  {
    id: "counts-before-it-filters",
    family: "pagination",
    requirement: "pagination.counts",
    fault: "counts all agents of the pool where a filter keeps some of them.",
    alteration: operation<TerraformStore>("listAgents", (asked, sound) => {
      const query = new URLSearchParams(asked.query);
      query.delete("filter[last-ping-since]");
      const [filtered, all] = [sound(asked), sound({ ...asked, query })];
      if (isRefused(filtered) || isRefused(all)) return filtered;
      return { ...filtered, body: { ...(filtered.body as Listed), meta: (all.body as Listed).meta } };
    }),
  },
  {
    id: "counts-deleted-pools",
    family: "pagination",
    requirement: "pagination.counts",
    fault: "keeps a counter of pools that goes up with every creation and never down.",
    alteration: anew<TerraformStore>(() => {
      let deleted = 0;
      return combine<TerraformStore>(
        operation("deleteAgentPool", (asked, sound) => {
          const outcome = sound(asked);
          if (!isRefused(outcome)) deleted++;
          return outcome;
        }),
        counting("listAgentPools", ({ meta }) => {
          meta.pagination["total-count"] = Number(meta.pagination["total-count"]) + deleted;
        }),
      );
    }),
  },
  {
    id: "rounds-the-number-of-pages-down",
    family: "pagination",
    requirement: "pagination.page-count",
    fault: "does not count the last page where it is not full.",
    alteration: paging(lists, (all, url, query) => {
      const page = soundPage(all, url, query);
      const pages = Math.max(1, Math.floor(all.length / pageIn(query).size));
      return { ...page, meta: { pagination: { ...page.meta.pagination, "total-pages": pages } } };
    }),
  },
  {
    id: "adds-an-empty-page",
    family: "pagination",
    requirement: "pagination.page-count",
    fault: "counts one page too many where the last one is full.",
    alteration: paging(lists, (all, url, query) => {
      const { items, links, meta } = soundPage([...all, nothing], url, query);
      const pagination = { ...meta.pagination, "total-count": all.length };
      return { items: items.filter((item) => item !== nothing), links, meta: { pagination } };
    }),
  },
  {
    id: "numbers-a-page-before-the-first",
    family: "pagination",
    requirement: "pagination.prev-page",
    fault: "gives 0 as prev-page of the first page.",
    alteration: counting("listAgents", ({ meta: { pagination } }) => {
      pagination["prev-page"] = Number(pagination["current-page"]) - 1;
    }),
  },
  {
    id: "leaves-next-page-out-at-the-end",
    family: "pagination",
    requirement: "pagination.next-page",
    fault: "has no member next-page where there is no page after.",
    alteration: counting("listAgentPools", ({ meta: { pagination } }) => {
      if (pagination["next-page"] === null) delete pagination["next-page"];
    }),
  },
  {
    id: "numbers-neighbours-by-resources",
    family: "pagination",
    requirement: "pagination.neighbours",
    fault: "gives the number of the next resource as next-page in place of that of the next page.",
    alteration: paging(lists, (all, url, query) => {
      const page = soundPage(all, url, query);
      const { number, size } = pageIn(query);
      const next = page.meta.pagination["next-page"] === null ? null : number * size + 1;
      return { ...page, meta: { pagination: { ...page.meta.pagination, "next-page": next } } };
    }),
  },
  {
    id: "echoes-the-page-number-as-text",
    family: "pagination",
    requirement: "pagination.current-page",
    fault: "gives page[number] back as current-page in the form in which it came, a string.",
    alteration: shown<TerraformStore>(lists, ({ meta }, { query }) => {
      if (query.has("page[number]")) meta.pagination["current-page"] = query.get("page[number]");
    }),
  },
  {
    id: "counts-nothing-past-the-end",
    family: "pagination",
    requirement: "pagination.past-end",
    fault: "takes the total from the rows of the page, and so finds 0 in all past the end.",
    alteration: counting(lists, ({ data, meta: { pagination } }) => {
      if (data.length > 0) return;
      pagination["total-count"] = 0;
      pagination["total-pages"] = 1;
    }),
  },
];
