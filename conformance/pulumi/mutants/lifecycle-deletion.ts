import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { poolDetails, poolItem } from "../../../src/reference/pulumi/documents.ts";
import type { AgentPool, PulumiStore } from "../../../src/reference/pulumi/store.ts";
import type { Asked } from "../../../src/reference/service.ts";
import { anew, combine, operation, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { poolIdIn } from "./stored-pools.ts";

/** Remembers pools that are deleted. */
function remembering(pools: Map<string, AgentPool>) {
  return operation<PulumiStore>("deleteAgentPool", (asked, sound, store) => {
    const pool = store.pools.get(poolIdIn(asked));
    const outcome = sound(asked);
    if (pool && outcome.status === 204) pools.set(pool.id, pool);
    return outcome;
  });
}

function isAtItsAddress({ organization }: AgentPool, { params, identity }: Asked): boolean {
  return params.organization === organization && identity.memberOf.includes(organization);
}

export const deletionMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "lists-deleted-pools",
    family: "lifecycle",
    requirement: "delete-agent-pool.gone-from-list",
    fault: "marks a pool as deleted, and forgets the mark when it lists pools.",
    alteration: anew<PulumiStore>(() => {
      const deleted = new Map<string, AgentPool>();
      return combine<PulumiStore>(
        remembering(deleted),
        shown("listAgentPools", ({ agentPools }, { params }) => {
          const ghosts = [...deleted.values()].filter(({ organization }) => organization === params.organization);
          return { agentPools: [...agentPools, ...ghosts.map(poolItem)] };
        }),
      );
    }),
  },
  {
    id: "shows-deleted-pools",
    family: "lifecycle",
    requirement: "delete-agent-pool.gone-from-get",
    fault: "marks a pool as deleted, and forgets the mark when it shows one.",
    alteration: anew<PulumiStore>(() => {
      const deleted = new Map<string, AgentPool>();
      return combine<PulumiStore>(
        remembering(deleted),
        operation("getAgentPool", (asked, sound) => {
          const ghost = deleted.get(poolIdIn(asked));
          if (!ghost || !isAtItsAddress(ghost, asked)) return sound(asked);
          return { status: 200, body: poolDetails(ghost) };
        }),
      );
    }),
  },
  {
    id: "deletes-every-pool-of-the-name",
    family: "lifecycle",
    requirement: "delete-agent-pool.only-that-pool",
    fault: "deletes every pool that has the name of the one in the path.",
    alteration: operation<PulumiStore>("deleteAgentPool", (asked, sound, store) => {
      const pool = store.pools.get(poolIdIn(asked));
      const outcome = sound(asked);
      if (!pool || outcome.status !== 204) return outcome;
      for (const [id, other] of store.pools) {
        if (other.organization === pool.organization && other.name === pool.name) store.pools.delete(id);
      }
      return outcome;
    }),
  },
  {
    id: "brings-deleted-pools-back-with-the-next-one",
    family: "lifecycle",
    requirement: "delete-agent-pool.gone-from-list",
    fault: "writes an old copy of the pools back when it creates the next one, the deleted ones among them.",
    alteration: anew<PulumiStore>(() => {
      const deleted = new Map<string, AgentPool>();
      return combine<PulumiStore>(
        remembering(deleted),
        operation("createAgentPool", (asked, sound, store) => {
          const outcome = sound(asked);
          if ("title" in outcome) return outcome;
          for (const [id, pool] of deleted) store.pools.set(id, pool);
          deleted.clear();
          return outcome;
        }),
      );
    }),
  },
];
