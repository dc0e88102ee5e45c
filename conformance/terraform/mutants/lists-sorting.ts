import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, operation, overlooking } from "../../proof/alterations.ts";
import { holding, paging, type Resource, soundPage } from "./lists-anew.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const dayLength = "2026-01-01".length;

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
