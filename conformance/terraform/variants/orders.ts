import type { Agent, TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, overlooking } from "../../proof/alterations.ts";
import { holding, lists, type Resource } from "../mutants/lists-anew.ts";
import type { TerraformVariant } from "./terraform-variant.ts";

const caseless = new Intl.Collator("en", { sensitivity: "base", numeric: false });
const dictionary = new Intl.Collator("sv", { caseFirst: "upper" });

const statuses: readonly Agent["status"][] = ["busy", "idle", "unknown", "errored", "exited"];

type Compare = (a: Resource, b: Resource) => number;

const nameOf = ({ attributes }: Resource) => attributes.name ?? "";

/** Lists in another order where none was asked for. */
function ordered(ids: string | readonly string[], order: (all: readonly Resource[]) => readonly Resource[]) {
  return holding(ids, (all, { query }) => (query.has("sort") ? all : order(all)));
}

/** Sorts pools by name in another collation; by the moment of creation as the reference does. */
function collated(compare: Compare) {
  return holding("listAgentPools", (all, { query }) => {
    const sort = query.get("sort");
    if (!sort?.endsWith("name")) return all;
    return all.toSorted((a, b) => (sort.startsWith("-") ? compare(b, a) : compare(a, b)));
  });
}

export const newestFirst = ordered(lists, (all) => all.toReversed());

export const caselessly = collated((a, b) => caseless.compare(nameOf(a), nameOf(b)));

export const ordersVariants: readonly TerraformVariant[] = [
  {
    id: "lists-the-newest-first",
    difference: "lists the newest pools and agents first where no order was asked for.",
    alteration: newestFirst,
  },
  {
    id: "lists-by-name",
    difference: "lists pools and agents by name where no order was asked for.",
    alteration: ordered(lists, (all) => all.toSorted((a, b) => caseless.compare(nameOf(a), nameOf(b)))),
  },
  {
    id: "lists-agents-by-status",
    difference: "lists agents at work first, and the last to ping first among them.",
    alteration: ordered("listAgents", (all) =>
      all.toSorted(
        (a, b) =>
          statuses.indexOf(a.attributes.status as Agent["status"]) -
            statuses.indexOf(b.attributes.status as Agent["status"]) ||
          (b.attributes["last-ping-at"] ?? "").localeCompare(a.attributes["last-ping-at"] ?? ""),
      ),
    ),
  },
  {
    id: "collates-names-without-case",
    difference: "sorts by name with no regard to case; the page names no collation.",
    alteration: caselessly,
  },
  {
    id: "collates-names-as-a-dictionary-does",
    difference: "sorts by name as a Swedish dictionary does, in which hyphens and underscores come first.",
    alteration: collated((a, b) => dictionary.compare(nameOf(a), nameOf(b))),
  },
  {
    id: "has-equal-keys-in-any-order",
    difference: "has pools of equal keys in the reverse of the order in which they were created.",
    alteration: combine<TerraformStore>(
      overlooking("listAgentPools", "sort"),
      holding("listAgentPools", (all, { query }) => {
        const sort = query.get("sort");
        if (sort === null) return all;
        const key = sort.replace(/^-/, "");
        const keyOf = ({ attributes }: Resource) => attributes[key] ?? "";
        const direction = sort.startsWith("-") ? -1 : 1;
        const compare: Compare = (a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0);
        return all.toReversed().toSorted((a, b) => direction * compare(a, b));
      }),
    ),
  },
];
