import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { combine, operation, seeded } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { cutting } from "./cutting.ts";
import { listing, soundSteps } from "./listing.ts";

/** Parameters that work alone, and not beside others; and what shows only where there is little to list. */
export const combinationMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "drops-the-id-when-it-sorts",
    family: "lists",
    requirement: "list-agent-pools.filter-agent-pool",
    fault: "begins its query anew for sort, and forgets filter[agent-pool].",
    alteration: overlookingBeside("filter[agent-pool]", "sort"),
  },
  {
    id: "drops-the-environment-beside-an-account",
    family: "lists",
    requirement: "list-agent-pools.filter-environment",
    fault: "takes filter[account] for the wider filter, and overlooks filter[environment] beside it.",
    alteration: overlookingBeside("filter[environment]", "filter[account]"),
  },
  {
    id: "drops-the-order-of-what-it-filters",
    family: "lists",
    requirement: "list-agent-pools.sort",
    fault: "sorts the list of all pools, and leaves what an environment keeps as it comes.",
    alteration: overlookingBeside("sort", "filter[environment]"),
  },
  {
    id: "drops-the-order-where-it-includes",
    family: "lists",
    requirement: "list-agent-pools.sort",
    fault: "joins what is included, and loses the order by that.",
    alteration: overlookingBeside("sort", "include"),
  },
  {
    id: "sorts-few-pools-by-the-first-key-only",
    family: "lists",
    requirement: "list-agent-pools.sort",
    fault:
      "has nothing at first, and leaves pools of one environment in the order of their age, whatever the second key is.",
    alteration: combine<ScalrStore>(
      seeded(({ pools }) => pools.clear()),
      listing({ sort: (pools, sort, query) => soundSteps.sort(pools, sort && (sort.split(",")[0] ?? sort), query) }),
    ),
  },
  {
    id: "finds-ids-in-either-case",
    family: "lists",
    requirement: "list-agent-pools.filter-agent-pool",
    fault: "compares ids with filter[agent-pool] without regard to case.",
    alteration: operation<ScalrStore>("listAgentPools", (asked, sound, { pools }) => {
      const query = new URLSearchParams(asked.query);
      const sent = query.get("filter[agent-pool]")?.toLowerCase();
      const id = [...pools.keys()].find((each) => each.toLowerCase() === sent);
      if (id !== undefined) query.set("filter[agent-pool]", id);
      return sound({ ...asked, query });
    }),
  },
  {
    id: "fills-the-last-page-up",
    family: "pagination",
    requirement: "pagination.walk",
    fault: "counts a short last page from the end of the list, and so repeats pools of the page before it.",
    alteration: combine<ScalrStore>(
      seeded(({ pools }) => pools.clear()),
      cutting((pools, { number, size, last }) => (number > 1 && number === last ? { items: pools.slice(-size) } : {})),
    ),
  },
];

/** Overlooks one parameter of the list where another one is sent. */
function overlookingBeside(name: string, other: string) {
  return operation<ScalrStore>("listAgentPools", (asked, sound) => {
    const query = new URLSearchParams(asked.query);
    if (query.has(other)) query.delete(name);
    return sound({ ...asked, query });
  });
}
