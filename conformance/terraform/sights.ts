import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import { look } from "../kit/look.ts";
import type { TokenProbe } from "../kit/suite.ts";
import { idsIn, mostPoolsLookedAt } from "./fixtures.ts";
import { inOrganization } from "./pools.ts";

/** The list of the organization that is named as another user's, which that user may see. */
export function tokenProbes(context: CheckContext): TokenProbe[] {
  const organization_name = context.fixture("otherOrganization");
  return organization_name === undefined
    ? []
    : [{ operationId: "listAgentPools", ask: { path: { organization_name } } }];
}

/** Whether a pool is shown by itself, or on the first page of the list. */
async function isPool(context: CheckContext, agent_pool_id: string): Promise<boolean> {
  const shown = await look(context, "showAgentPool", { path: { agent_pool_id } });
  if (isSuccess(shown.answer.status)) return true;
  return idsIn((await look(context, "listAgentPools", inOrganization(context))).json).includes(agent_pool_id);
}

/** Whether an agent is shown by itself, or on the first page of one of the pools where agents are looked for. */
async function isAgent(context: CheckContext, agent_id: string): Promise<boolean> {
  const shown = await look(context, "showAgent", { path: { agent_id } });
  if (isSuccess(shown.answer.status)) return true;
  const listed = idsIn((await look(context, "listAgentPools", inOrganization(context))).json);
  const pools = [...context.fixtures("poolWithAgents"), ...listed.slice(0, mostPoolsLookedAt)];
  for (const agent_pool_id of new Set(pools)) {
    if (idsIn((await look(context, "listAgents", { path: { agent_pool_id } })).json).includes(agent_id)) return true;
  }
  return false;
}

export const sights = {
  poolWithAgents: isPool,
  busyAgent: isAgent,
  idleAgent: isAgent,
  deletableAgent: isAgent,
} as const;
