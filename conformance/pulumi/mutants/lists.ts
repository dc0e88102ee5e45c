import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import type { Outcome } from "../../../src/reference/service.ts";
import { anew, combine, operation, seeded, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { created, poolIdIn } from "./stored-pools.ts";

interface Item {
  readonly id: string;
  readonly name: string;
  readonly created: number;
  readonly description: string;
}

const mostListed = 10;
const moreListed = 20;
const mostPerPage = 30;
const mostSorted = 5;
const previewLength = 20;

/** Lists other items than it should. */
function listing(change: (items: readonly Item[], store: PulumiStore) => readonly Item[]) {
  return shown<PulumiStore>("listAgentPools", ({ agentPools }, _, store) => ({
    agentPools: change(agentPools, store),
  }));
}

export const listsMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "lists-the-newest-pools-only",
    family: "lists",
    requirement: "list-agent-pools.complete",
    fault: `lists the ${mostListed} newest pools, and never says that there are more.`,
    alteration: listing((items) => items.toReversed().slice(0, mostListed)),
  },
  {
    id: "lists-the-twenty-newest-pools",
    family: "lists",
    requirement: "list-agent-pools.complete",
    fault: `lists the ${moreListed} newest pools, and never says that there are more.`,
    alteration: listing((items) => items.toReversed().slice(0, moreListed)),
  },
  {
    id: "lists-the-thirty-newest-pools",
    family: "lists",
    requirement: "list-agent-pools.complete",
    fault: `lists the ${mostPerPage} newest pools, and never says that there are more.`,
    alteration: listing((items) => items.toReversed().slice(0, mostPerPage)),
  },
  {
    id: "fails-to-list-more-than-a-few-pools",
    family: "lists",
    requirement: "list-agent-pools.success",
    fault: `answers 500 to a list of more than ${mostSorted} pools beside those that were there at first.`,
    alteration: anew<PulumiStore>(() => {
      let atFirst: number | undefined;
      return operation("listAgentPools", (asked, sound, { pools }) => {
        atFirst ??= pools.size;
        if (pools.size > atFirst + mostSorted) throw new RangeError("Maximum call stack size exceeded");
        return sound(asked);
      });
    }),
  },
  {
    id: "lists-described-pools-only",
    family: "lists",
    requirement: "list-agent-pools.complete",
    fault: "joins pools with their descriptions for the list, so that pools without one are left out.",
    alteration: listing((items) => items.filter(({ description }) => description !== "")),
  },
  {
    id: "lists-null-where-there-is-no-pool",
    family: "lists",
    requirement: "list-agent-pools.agent-pools",
    fault: "has no pool at first, and lists null in place of an empty array.",
    alteration: combine<PulumiStore>(
      seeded(({ pools }) => pools.clear()),
      shown("listAgentPools", ({ agentPools }) => ({ agentPools: agentPools.length > 0 ? agentPools : null })),
    ),
  },
  {
    id: "lists-pools-with-agents-only",
    family: "lists",
    requirement: "list-agent-pools.complete",
    fault: "joins pools with their agents for the list, so that pools without agents are left out.",
    alteration: listing((items, { pools }) => items.filter(({ id }) => pools.get(id)?.agents.length)),
  },
  {
    id: "lists-a-pool-once-for-each-agent",
    family: "lists",
    requirement: "list-agent-pools.complete",
    fault: "lists a pool as often as it has agents.",
    alteration: listing((items, { pools }) =>
      items.flatMap((item) => Array<Item>(pools.get(item.id)?.agents.length || 1).fill(item)),
    ),
  },
  {
    id: "lists-each-name-once",
    family: "lists",
    requirement: "list-agent-pools.complete",
    fault: "lists one of the pools that have the same name.",
    alteration: listing((items) => [...new Map(items.map((item) => [item.name, item])).values()]),
  },
  {
    id: "lists-pools-one-creation-late",
    family: "lists",
    requirement: "list-agent-pools.complete",
    fault: "lists a new pool when the next one is created.",
    alteration: anew<PulumiStore>(() => {
      let latest: string | undefined;
      return combine<PulumiStore>(
        created(({ id }) => {
          latest = id;
          return undefined;
        }),
        listing((items) => items.filter(({ id }) => id !== latest)),
      );
    }),
  },
  {
    id: "lists-pools-of-all-organizations",
    family: "lists",
    requirement: "list-agent-pools.only-that-organization",
    fault: "lists the pools of every organization.",
    alteration: operation<PulumiStore>("listAgentPools", (asked, sound, { organizations }) => {
      const outcome = sound(asked);
      if ("title" in outcome) return outcome;
      const all = { ...asked.identity, memberOf: [...organizations] };
      const lists = all.memberOf.map((organization) =>
        sound({ ...asked, identity: all, params: { ...asked.params, organization } }),
      );
      const itemsOf = (list: Outcome) => ("body" in list ? (list.body as { agentPools: Item[] }).agentPools : []);
      return { ...outcome, body: { agentPools: lists.flatMap(itemsOf) } };
    }),
  },
  {
    id: "lists-creation-in-seconds",
    family: "lists",
    requirement: "list-agent-pools.agrees-with-get",
    fault: "lists the moment of creation in seconds, and shows it in milliseconds.",
    alteration: listing((items) => items.map((item) => ({ ...item, created: Math.floor(item.created / 1000) }))),
  },
  {
    id: "lists-descriptions-cut-short",
    family: "lists",
    requirement: "list-agent-pools.agrees-with-get",
    fault: `lists the first ${previewLength} characters of a description in place of the whole.`,
    alteration: listing((items) =>
      items.map((item) => ({ ...item, description: item.description.slice(0, previewLength) })),
    ),
  },
  {
    id: "lists-the-beginnings-of-ids",
    family: "lists",
    requirement: "create-agent-pool.id-serves-in-paths",
    fault: "lists the first eight characters of an id, which no path takes.",
    alteration: listing((items) => items.map((item) => ({ ...item, id: item.id.slice(0, 8) }))),
  },
  {
    id: "shows-the-pool-that-was-shown-last",
    family: "lists",
    requirement: "get-agent-pool.that-pool",
    fault: "keeps the details last shown for the whole organization, and shows them for every pool until one changes.",
    alteration: anew<PulumiStore>(() => {
      const cache = new Map<string, Outcome>();
      return combine<PulumiStore>(
        operation(["createAgentPool", "updateAgentPool", "deleteAgentPool"], (asked, sound) => {
          cache.clear();
          return sound(asked);
        }),
        operation("getAgentPool", (asked, sound) => {
          const { organization = "" } = asked.params;
          const outcome = sound(asked);
          if ("title" in outcome) return outcome;
          const kept = cache.get(organization) ?? outcome;
          cache.set(organization, kept);
          return kept;
        }),
      );
    }),
  },
  {
    id: "shows-agents-of-pools-shown-before",
    family: "lists",
    requirement: "get-agent-pool.own-agents",
    fault: "gathers agents in one array for all requests, so that a pool has those of the pools shown before it.",
    alteration: anew<PulumiStore>(() => {
      const gathered = new Map<string, unknown[]>();
      return shown("getAgentPool", (body, asked) => {
        if (gathered.has(poolIdIn(asked))) gathered.delete(poolIdIn(asked));
        gathered.set(poolIdIn(asked), body.agents);
        return { ...body, agents: [...gathered.values()].flat() };
      });
    }),
  },
];
