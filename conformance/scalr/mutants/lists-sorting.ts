import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { AgentPool, ScalrStore } from "../../../src/reference/scalr/store.ts";
import { anew, combine, operation } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { listing, soundSteps } from "./listing.ts";
import { created } from "./stored-pools.ts";

/** As many characters as the server below looks at. */
const comparedLength = 8;

export const sortingMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "sorts-within-the-page",
    family: "lists",
    requirement: "list-agent-pools.sort",
    fault: "cuts the page first, and sorts what is on it.",
    alteration: listing({
      sort: (pools) => pools,
      cut: (pools, url, query, all) => {
        const page = soundSteps.cut(pools, url, query, all);
        return { ...page, items: soundSteps.sort(page.items, query.get("sort"), query) };
      },
    }),
  },
  {
    id: "sorts-by-the-first-key-only",
    family: "lists",
    requirement: "list-agent-pools.sort",
    fault: "overlooks what follows the first comma of sort.",
    alteration: sortingBy(([first]) => (first === undefined ? [] : [first])),
  },
  {
    id: "sorts-by-the-last-key-first",
    family: "lists",
    requirement: "list-agent-pools.sort",
    fault: "sorts by one key after the other, so that the last one decides.",
    alteration: sortingBy((keys) => keys.toReversed()),
  },
  {
    id: "overlooks-the-hyphen-before-a-key",
    family: "lists",
    requirement: "list-agent-pools.sort-descending",
    fault: "sorts upwards by a key that a hyphen stands before.",
    alteration: sortingBy((keys) => keys.map((key) => key.replace("-", ""))),
  },
  {
    id: "turns-every-key-round-for-one-hyphen",
    family: "lists",
    requirement: "list-agent-pools.sort-descending",
    fault: "turns the whole list round for a hyphen before the first key, and so the order by the keys after it.",
    alteration: sortingBy((keys) => keys.map((key) => `${keys[0]?.startsWith("-") ? "-" : ""}${key.replace("-", "")}`)),
  },
  {
    id: "knows-no-order-by-account",
    family: "lists",
    requirement: "list-agent-pools.sort-values",
    fault: "refuses to sort by account.",
    alteration: operation<ScalrStore>("listAgentPools", (asked, sound) =>
      asked.query.get("sort")?.split(",").includes("account")
        ? { status: 400, title: "bad request", detail: "There is no key account.", source: { parameter: "sort" } }
        : sound(asked),
    ),
  },
  {
    id: "sorts-by-the-names-of-creation",
    family: "lists",
    requirement: "list-agent-pools.sort",
    fault: "sorts by the names in an index that changes do not reach.",
    alteration: anew<ScalrStore>(() => {
      const names = new Map<string, string>();
      return combine<ScalrStore>(
        created(({ id, name }) => {
          names.set(id, name);
          return undefined;
        }),
        seeingWhenSorting((pool) => ({ ...pool, name: names.get(pool.id) ?? pool.name })),
      );
    }),
  },
  {
    id: "sorts-by-the-beginnings-of-names",
    family: "lists",
    requirement: "list-agent-pools.sort",
    fault: `sorts by the first ${comparedLength} characters of names.`,
    alteration: seeingWhenSorting((pool) => ({ ...pool, name: pool.name.slice(0, comparedLength) })),
  },
  {
    id: "drops-account-pools-when-sorting-by-environment",
    family: "lists",
    requirement: "list-agent-pools.sort",
    fault: "joins pools with their environments to sort by them, and loses the pools that have none.",
    alteration: listing({
      sort: (pools, sort, query) => {
        const sorted = soundSteps.sort(pools, sort, query);
        return sort?.includes("environment") ? sorted.filter(({ environmentId }) => environmentId !== null) : sorted;
      },
    }),
  },
];

/** Sorts by other keys than those sent. */
function sortingBy(change: (keys: readonly string[]) => readonly string[]) {
  return listing({
    sort: (pools, sort, query) => soundSteps.sort(pools, sort && change(sort.split(",")).join(","), query),
  });
}

/** Sorts pools as though they were others. */
function seeingWhenSorting(see: (pool: AgentPool) => AgentPool) {
  return listing({
    sort: (pools, sort, query) => {
      const sorted = soundSteps.sort(pools.map(see), sort, query);
      return sorted.flatMap(({ id }) => pools.find((pool) => pool.id === id) ?? []);
    },
  });
}
