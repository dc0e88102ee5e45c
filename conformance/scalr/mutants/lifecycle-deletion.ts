import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import { busyAgents } from "../../../src/reference/scalr/problems.ts";
import { type Agent, type AgentPool, agentsOf, type ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Identity, Outcome } from "../../../src/reference/service.ts";
import { anew, combine, operation } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { listing, soundSteps } from "./listing.ts";
import { deleted, poolIdIn } from "./stored-pools.ts";

export const deletionMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "lists-deleted-pools",
    family: "lifecycle",
    requirement: "delete-agent-pool.gone",
    fault: "marks pools as deleted, and does not look at the mark when it lists them.",
    alteration: remembering((gone) =>
      listing({
        see: (store, identity, query) => [...soundSteps.see(store, identity, query), ...visibleOf(gone, identity)],
      }),
    ),
  },
  {
    id: "shows-deleted-pools",
    family: "lifecycle",
    requirement: "delete-agent-pool.gone",
    fault: "marks pools as deleted, and does not look at the mark when it shows one.",
    alteration: remembering((gone) => reviving("getAgentPool", gone)),
  },
  {
    id: "finds-deleted-pools-by-their-name",
    family: "lifecycle",
    requirement: "delete-agent-pool.gone",
    fault: "searches for names in an index that keeps deleted pools.",
    alteration: remembering((gone) =>
      listing({
        see: (store, identity, query) => [
          ...soundSteps.see(store, identity, query),
          ...(query.has("filter[name]") ? visibleOf(gone, identity) : []),
        ],
      }),
    ),
  },
  {
    id: "brings-a-deleted-pool-back-by-changing-it",
    family: "lifecycle",
    requirement: "update-agent-pool.not-found",
    fault: "changes a pool that has been deleted, which is there again afterwards.",
    alteration: remembering((gone) =>
      operation<ScalrStore>("updateAgentPool", (asked, sound, store) => {
        const pool = gone.find(({ id }) => id === poolIdIn(asked));
        if (pool && !store.pools.has(pool.id)) store.pools.set(pool.id, pool);
        return sound(asked);
      }),
    ),
  },
  {
    id: "deletes-the-next-pool-too",
    family: "lifecycle",
    requirement: "delete-agent-pool.agent-pool",
    fault: "cuts two pools instead of one out of its array.",
    alteration: operation<ScalrStore>("deleteAgentPool", (asked, sound, store) => {
      const ids = [...store.pools.keys()];
      const next = ids[ids.indexOf(poolIdIn(asked)) + 1];
      const outcome = sound(asked);
      if (!("title" in outcome) && next !== undefined) store.pools.delete(next);
      return outcome;
    }),
  },
  {
    id: "counts-a-pool-busy-when-all-agents-are",
    family: "lifecycle",
    requirement: "delete-agent-pool.busy",
    fault: "deletes a pool of which one agent is busy and another is not.",
    alteration: judgingAgents((agents, sound, store) => {
      if (agents.some(({ status }) => status === "idle")) for (const { id } of agents) store.agents.delete(id);
      return sound();
    }),
  },
  {
    id: "keeps-pools-with-idle-agents",
    family: "lifecycle",
    requirement: "delete-agent-pool.idle",
    fault: "takes every agent for a busy one, and refuses to delete its pool.",
    alteration: judgingAgents((agents, sound) => (agents.length > 0 ? busyAgents : sound())),
  },
];

/** A fault that knows the pools which have been deleted. */
function remembering(fault: (gone: readonly AgentPool[]) => Alteration<ScalrStore>): Alteration<ScalrStore> {
  return anew<ScalrStore>(() => {
    const gone: AgentPool[] = [];
    return combine<ScalrStore>(
      deleted((pool) => gone.push(pool)),
      fault(gone),
    );
  });
}

/** Lets an operation find deleted pools. */
function reviving(id: string, gone: readonly AgentPool[]): Alteration<ScalrStore> {
  return operation<ScalrStore>(id, (asked, sound, store) => {
    const pool = gone.find((each) => each.id === poolIdIn(asked));
    if (!pool) return sound(asked);
    store.pools.set(pool.id, pool);
    const outcome = sound(asked);
    store.pools.delete(pool.id);
    return outcome;
  });
}

/** Decides otherwise whether a pool that the user may delete goes. */
function judgingAgents(
  judge: (agents: readonly Agent[], sound: () => Outcome, store: ScalrStore) => Outcome,
): Alteration<ScalrStore> {
  return operation<ScalrStore>("deleteAgentPool", (asked, sound, store) => {
    const pool = store.pools.get(poolIdIn(asked));
    const isAllowed = asked.identity.mayWrite && asked.identity.memberOf.includes(pool?.accountId ?? "");
    return pool && isAllowed ? judge(agentsOf(store, pool), () => sound(asked), store) : sound(asked);
  });
}

function visibleOf(pools: readonly AgentPool[], { memberOf }: Identity): AgentPool[] {
  return pools.filter(({ accountId }) => memberOf.includes(accountId));
}
