import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { anew, combine, operation, overlooking } from "../../proof/alterations.ts";
import { holding, paging, type Resource, soundPage } from "./lists-anew.ts";
import { created, updated } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const dayLength = "2026-01-01".length;
/** After all creations of a run. */
const lateMoment = "2099-01-01T00:00:00.000Z";

function sorted(items: readonly Resource[], sort: string, keyOf = defaultKey): readonly Resource[] {
  const direction = sort.startsWith("-") ? -1 : 1;
  const key = sort.replace(/^-/, "");
  return items.toSorted((a, b) => {
    const [left, right] = [keyOf(a, key), keyOf(b, key)];
    return direction * (left < right ? -1 : left > right ? 1 : 0);
  });
}

function defaultKey({ attributes }: Resource, key: string): string {
  return attributes[key] ?? "";
}

/** Lists pools by what is given instead of what was asked for. */
function sortingBy(replace: (sort: string) => string) {
  return operation<TerraformStore>("listAgentPools", (asked, sound) => {
    const sort = asked.query.get("sort");
    if (sort === null) return sound(asked);
    const query = new URLSearchParams(asked.query);
    query.set("sort", replace(sort));
    return sound({ ...asked, query });
  });
}

export const sortingMutants: readonly TerraformMutant[] = [
  {
    id: "sorts-by-names-from-before",
    family: "lists",
    requirement: "list-agent-pools.sort-order",
    fault: "sorts pools by the names that they were created under.",
    alteration: anew<TerraformStore>(() => {
      const names = new Map<string, string>();
      return combine<TerraformStore>(
        created(({ id, name }) => {
          names.set(id, name);
          return undefined;
        }),
        holding("listAgentPools", (all, { query }) => {
          const sort = query.get("sort");
          if (!sort?.endsWith("name")) return all;
          return sorted(all, sort, ({ id, attributes }) => names.get(id) ?? attributes.name ?? "");
        }),
      );
    }),
  },
  {
    id: "sorts-by-the-last-change",
    family: "lists",
    requirement: "list-agent-pools.sort-order",
    fault: "sorts by the moment of the last change where created-at was asked for.",
    alteration: anew<TerraformStore>(() => {
      const changed = new Set<string>();
      return combine<TerraformStore>(
        updated((_, { id }) => {
          changed.add(id);
          return undefined;
        }),
        holding("listAgentPools", (all, { query }) => {
          const sort = query.get("sort");
          if (!sort?.endsWith("created-at")) return all;
          return sorted(all, sort, ({ id, attributes }) =>
            changed.has(id) ? lateMoment : (attributes["created-at"] ?? ""),
          );
        }),
      );
    }),
  },
  {
    id: "counts-one-more-where-it-sorts",
    family: "lists",
    requirement: "pagination.counts",
    fault: "counts a pool twice that is locked by another transaction while a list is sorted.",
    alteration: paging("listAgentPools", (all, url, query) => {
      const page = soundPage(all, url, query);
      if (!query.has("sort")) return page;
      const pagination = { ...page.meta.pagination, "total-count": all.length + 1 };
      return { ...page, meta: { ...page.meta, pagination } };
    }),
  },
  {
    id: "sorts-within-the-page",
    family: "lists",
    requirement: "list-agent-pools.sort-order",
    fault: "cuts the page first, and sorts what is on it.",
    alteration: combine<TerraformStore>(
      overlooking("listAgentPools", "sort"),
      paging("listAgentPools", (all, url, query) => {
        const page = soundPage(all, url, query);
        const sort = query.get("sort");
        return sort === null ? page : { ...page, items: sorted(page.items, sort) };
      }),
    ),
  },
  {
    id: "turns-the-page-round-instead-of-the-list",
    family: "lists",
    requirement: "list-agent-pools.sort-reverse",
    fault: "sorts ascending, and turns each page round where a hyphen stands before the key.",
    alteration: combine<TerraformStore>(
      sortingBy((sort) => sort.replace(/^-/, "")),
      paging("listAgentPools", (all, url, query) => {
        const page = soundPage(all, url, query);
        return query.get("sort")?.startsWith("-") ? { ...page, items: page.items.toReversed() } : page;
      }),
    ),
  },
  {
    id: "overlooks-the-hyphen-before-created-at",
    family: "lists",
    requirement: "list-agent-pools.sort-reverse",
    fault: "sorts by the moment of creation ascending with a hyphen as well.",
    alteration: sortingBy((sort) => (sort === "-created-at" ? "created-at" : sort)),
  },
  {
    id: "sorts-by-name-whatever-the-key",
    family: "lists",
    requirement: "list-agent-pools.sort-order",
    fault: "sorts by name when created-at was asked for.",
    alteration: sortingBy((sort) => sort.replace("created-at", "name")),
  },
  {
    id: "sorts-by-the-day-of-creation",
    family: "lists",
    requirement: "list-agent-pools.sort-order",
    fault: "sorts by the day of creation, and leaves the pools of one day in the order of their names.",
    alteration: combine<TerraformStore>(
      sortingBy((sort) => (sort.endsWith("created-at") ? "name" : sort)),
      holding("listAgentPools", (all, { query }) => {
        const sort = query.get("sort");
        if (!sort?.endsWith("created-at")) return all;
        return sorted(all, sort, (pool, key) => defaultKey(pool, key).slice(0, dayLength));
      }),
    ),
  },
  {
    id: "knows-no-descending-sort",
    family: "lists",
    requirement: "list-agent-pools.sort-values",
    fault: "refuses a key with a hyphen before it as unknown.",
    alteration: operation("listAgentPools", (asked, sound) =>
      asked.query.get("sort")?.startsWith("-")
        ? { status: 400, title: "bad request", detail: "Unknown key to sort by.", source: { parameter: "sort" } }
        : sound(asked),
    ),
  },
];
