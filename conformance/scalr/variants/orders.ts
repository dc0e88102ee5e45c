import type { Alteration } from "../../../src/reference/alteration.ts";
import type { AgentPool, ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Variant } from "../../proof/variant.ts";
import { listing, soundSteps } from "../mutants/listing.ts";

type Compare = (a: string, b: string) => number;

const byCodeUnits: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const ignoringCase = new Intl.Collator("en", { sensitivity: "base" }).compare;
const byNumbersInNames = new Intl.Collator("de", { numeric: true }).compare;

/** Lists pools in another order where none is asked for, or where the keys asked for are equal. */
export const beginningWith = (order: (pools: readonly AgentPool[]) => readonly AgentPool[]) =>
  listing({ sort: (pools, sort, query) => soundSteps.sort(order(pools), sort, query) });

/** Newest first. */
export const newestFirst = beginningWith((pools) => pools.toReversed());

/** Compares the values of keys otherwise. */
export function collated(compare: { readonly name?: Compare; readonly environment?: Compare }): Alteration<ScalrStore> {
  return listing({
    sort: (pools, sort) =>
      pools.toSorted((a, b) => {
        for (const key of sort?.split(",") ?? []) {
          const order = compareBy(key.replace("-", ""), a, b);
          if (order !== 0) return key.startsWith("-") ? -order : order;
        }
        return 0;
      }),
  });

  function compareBy(key: string, a: AgentPool, b: AgentPool): number {
    if (key === "name") return (compare.name ?? byCodeUnits)(a.name, b.name);
    if (key === "account") return byCodeUnits(a.accountId, b.accountId);
    return (compare.environment ?? byCodeUnits)(a.environmentId ?? "", b.environmentId ?? "");
  }
}

export const orderVariants: readonly Variant<ScalrStore>[] = [
  {
    id: "lists-the-newest-pools-first",
    difference: "lists the newest pools first where no order is asked for.",
    alteration: newestFirst,
  },
  {
    id: "lists-pools-by-id",
    difference: "lists pools by their ids where no order is asked for.",
    alteration: beginningWith((pools) => pools.toSorted((a, b) => byCodeUnits(a.id, b.id))),
  },
  {
    id: "sorts-names-without-case",
    difference: "sorts names as people do, without regard to case.",
    alteration: collated({ name: ignoringCase }),
  },
  {
    id: "sorts-names-by-the-numbers-in-them",
    difference: "sorts names by another language's rules, numbers in them by their value.",
    alteration: collated({ name: byNumbersInNames }),
  },
  {
    id: "sorts-account-pools-last",
    difference: "sorts pools without environment after all others, as some databases sort null.",
    alteration: collated({ environment: (a, b) => byCodeUnits(a || "\uffff", b || "\uffff") }),
  },
  {
    id: "sorts-environments-by-name",
    difference: "sorts by the names of environments, where the page does not say what of them is compared.",
    alteration: {
      service: (service, store, surroundings) => {
        const nameOf = (id: string) => store.environments.get(id)?.name ?? "";
        const sorted = collated({ environment: (a, b) => byCodeUnits(nameOf(a), nameOf(b)) });
        return sorted.service?.(service, store, surroundings) ?? service;
      },
    },
  },
];
