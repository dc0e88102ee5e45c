import type { Asked } from "../../../src/reference/service.ts";
import type { Agent, AgentPool, TerraformStore } from "../../../src/reference/terraform/store.ts";
import { shown } from "../../proof/alterations.ts";

export const poolOperations = ["listAgentPools", "showAgentPool", "createAgentPool", "updateAgentPool"] as const;
export const agentOperations = ["listAgents", "showAgent"] as const;
export const resourceOperations = [...poolOperations, ...agentOperations] as const;

type Links = Record<string, unknown>;

/** A pool or an agent in an answer, to be changed in place. */
export interface Shown {
  id: string;
  attributes: Record<string, unknown>;
  relationships?: Record<string, { links?: Links; data?: unknown; meta?: unknown }>;
  links: Links;
  meta?: unknown;
}

/** Shows every resource of an answer otherwise, be it one or a list. */
export function showingEach(
  ids: string | readonly string[],
  change: (resource: Shown, asked: Asked, store: TerraformStore) => void,
) {
  return shown<TerraformStore>(ids, ({ data }, asked, store) => {
    for (const resource of [data].flat() as Shown[]) change(resource, asked, store);
  });
}

/** Changes pools that are there at first. */
export function changePools({ pools }: TerraformStore, change: (pool: AgentPool, index: number) => Partial<AgentPool>) {
  for (const [index, pool] of [...pools.values()].entries()) pools.set(pool.id, { ...pool, ...change(pool, index) });
}

/** Changes agents that are there. */
export function changeAgents({ agents }: TerraformStore, change: (agent: Agent, index: number) => Partial<Agent>) {
  for (const [index, agent] of [...agents.values()].entries())
    agents.set(agent.id, { ...agent, ...change(agent, index) });
}
