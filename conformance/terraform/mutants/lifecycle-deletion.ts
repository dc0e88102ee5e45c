import type { Asked } from "../../../src/reference/service.ts";
import { agentResource } from "../../../src/reference/terraform/documents.ts";
import type { Agent, AgentPool, TerraformStore } from "../../../src/reference/terraform/store.ts";
import { anew, combine, operation } from "../../proof/alterations.ts";
import { holding } from "./lists-anew.ts";
import { agentIdIn, isRefused, nameIn, poolBody, poolIdIn } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

/** Remembers pools that are deleted. */
function rememberingPools(deleted: Map<string, AgentPool>) {
  return operation<TerraformStore>("deleteAgentPool", (asked, sound, { pools }) => {
    const pool = pools.get(poolIdIn(asked));
    const outcome = sound(asked);
    if (pool && !isRefused(outcome)) deleted.set(pool.id, pool);
    return outcome;
  });
}

/** Remembers agents that are deleted. */
function rememberingAgents(deleted: Map<string, Agent>) {
  return operation<TerraformStore>("deleteAgent", (asked, sound, { agents }) => {
    const agent = agents.get(agentIdIn(asked));
    const outcome = sound(asked);
    if (agent && !isRefused(outcome)) deleted.set(agent.id, agent);
    return outcome;
  });
}

function isVisible(pool: AgentPool | undefined, { identity }: Asked): pool is AgentPool {
  return pool !== undefined && identity.memberOf.includes(pool.organization);
}

function agentData(agent: Agent, { baseUrl }: Asked) {
  return agentResource(agent, new URL(baseUrl).pathname);
}

export const deletionMutants: readonly TerraformMutant[] = [
  {
    id: "lists-deleted-pools",
    family: "lifecycle",
    requirement: "delete-agent-pool.gone",
    fault: "marks a pool as deleted, and forgets the mark when it lists pools.",
    alteration: anew<TerraformStore>(() => {
      const deleted = new Map<string, AgentPool>();
      return combine<TerraformStore>(
        rememberingPools(deleted),
        holding("listAgentPools", (all, asked) => {
          const ghosts = [...deleted.values()].filter((pool) => pool.organization === asked.params.organization_name);
          return [...all, ...ghosts.map((pool) => poolBody(pool, asked).data)];
        }),
      );
    }),
  },
  {
    id: "shows-deleted-pools",
    family: "lifecycle",
    requirement: "delete-agent-pool.gone",
    fault: "marks a pool as deleted, and forgets the mark when it shows one.",
    alteration: anew<TerraformStore>(() => {
      const deleted = new Map<string, AgentPool>();
      return combine<TerraformStore>(
        rememberingPools(deleted),
        operation("showAgentPool", (asked, sound) => {
          const ghost = deleted.get(poolIdIn(asked));
          return isVisible(ghost, asked) ? { status: 200, body: poolBody(ghost, asked) } : sound(asked);
        }),
      );
    }),
  },
  {
    id: "updates-deleted-pools",
    family: "lifecycle",
    requirement: "update-agent-pool.not-found",
    fault: "finds deleted pools when it updates one, and answers 200.",
    alteration: anew<TerraformStore>(() => {
      const deleted = new Map<string, AgentPool>();
      return combine<TerraformStore>(
        rememberingPools(deleted),
        operation("updateAgentPool", (asked, sound) => {
          const ghost = deleted.get(poolIdIn(asked));
          if (!isVisible(ghost, asked) || !asked.identity.mayWrite) return sound(asked);
          ghost.name = String(nameIn(asked) ?? ghost.name);
          return { status: 200, body: poolBody(ghost, asked) };
        }),
      );
    }),
  },
  {
    id: "deletes-the-next-pool-as-well",
    family: "lifecycle",
    requirement: "delete-agent-pool.agent-pool-id",
    fault: "removes two pools from its array in place of one: the one named and the one created after it.",
    alteration: operation<TerraformStore>("deleteAgentPool", (asked, sound, { pools }) => {
      const pool = pools.get(poolIdIn(asked));
      const siblings = [...pools.values()].filter(({ organization }) => organization === pool?.organization);
      const next = siblings.find((_, index) => siblings[index - 1] === pool);
      const outcome = sound(asked);
      if (next && !isRefused(outcome)) pools.delete(next.id);
      return outcome;
    }),
  },
  {
    id: "deletes-the-agents-of-every-pool",
    family: "lifecycle",
    // No later request tells which deletion it was that took them.
    requirement: "show-agent.success",
    fault: "deletes the agents of all pools of the organization along with one of the pools.",
    alteration: operation<TerraformStore>("deleteAgentPool", (asked, sound, { pools, agents }) => {
      const pool = pools.get(poolIdIn(asked));
      const outcome = sound(asked);
      if (!pool || isRefused(outcome)) return outcome;
      for (const { id, poolId } of agents.values()) {
        if (pools.get(poolId)?.organization === pool.organization) agents.delete(id);
      }
      return outcome;
    }),
  },
  {
    id: "removes-the-last-pool-when-it-finds-none",
    family: "lifecycle",
    requirement: "errors.nothing-changed",
    fault: "answers 404 to the deletion of an unknown pool, and removes the pool at index -1, the newest one.",
    alteration: operation<TerraformStore>("deleteAgentPool", (asked, sound, { pools }) => {
      const isKnown = pools.has(poolIdIn(asked));
      const newest = [...pools.values()].findLast(({ organization }) => asked.identity.memberOf.includes(organization));
      if (!isKnown && newest && asked.identity.mayWrite) pools.delete(newest.id);
      return sound(asked);
    }),
  },
  {
    id: "lists-deleted-agents",
    family: "lifecycle",
    requirement: "delete-agent.gone",
    fault: "lists agents that are deleted.",
    alteration: anew<TerraformStore>(() => {
      const deleted = new Map<string, Agent>();
      return combine<TerraformStore>(
        rememberingAgents(deleted),
        holding("listAgents", (all, asked) => {
          const ghosts = [...deleted.values()].filter(({ poolId }) => poolId === poolIdIn(asked));
          return [...all, ...ghosts.map((agent) => agentData(agent, asked))];
        }),
      );
    }),
  },
  {
    id: "shows-deleted-agents",
    family: "lifecycle",
    requirement: "delete-agent.gone",
    fault: "shows agents that are deleted.",
    alteration: anew<TerraformStore>(() => {
      const deleted = new Map<string, Agent>();
      return combine<TerraformStore>(
        rememberingAgents(deleted),
        operation("showAgent", (asked, sound, { pools }) => {
          const ghost = deleted.get(agentIdIn(asked));
          if (!ghost || !isVisible(pools.get(ghost.poolId), asked)) return sound(asked);
          return { status: 200, body: { data: agentData(ghost, asked) } };
        }),
      );
    }),
  },
  {
    id: "deletes-agents-of-the-same-status",
    family: "lifecycle",
    requirement: "delete-agent.agent-id",
    fault: "deletes all agents of the pool that are in the state of the one deleted.",
    alteration: operation<TerraformStore>("deleteAgent", (asked, sound, { agents }) => {
      const agent = agents.get(agentIdIn(asked));
      const outcome = sound(asked);
      if (!agent || isRefused(outcome)) return outcome;
      for (const { id, poolId, status } of agents.values()) {
        if (poolId === agent.poolId && status === agent.status) agents.delete(id);
      }
      return outcome;
    }),
  },
];
