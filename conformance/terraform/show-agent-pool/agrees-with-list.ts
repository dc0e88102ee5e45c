import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { expectAgreement } from "../agreement.ts";
import { type Listed, newestPools } from "../lists.ts";
import { createPool, factPointers } from "../pools.ts";

const mostPools = 5;

/** The samples show the same resource in both. Our own pools have no workspaces; others may have. */
export const poolAgreesWithList = check<TerraformRequirementId>("terraform/showAgentPool/agrees-with-list", {
  title: "show a pool as the list of pools has it",
  decides: [
    "show-agent-pool.agrees-with-list",
    "show-agent-pool.agent-pool-id",
    // Only pools of other people have workspaces.
    "agent-pool.workspace-identifier",
  ],
  needs: ["state"],
  async run(context) {
    if (context.has("write")) await createPool(context);
    await expectAgreement(context, {
      list: newestPools(context),
      pick: (items) => pick(context, items),
      show: (id) => ({ operationId: "showAgentPool", ask: { path: { agent_pool_id: id } } }),
      facts: factPointers,
      requirement: "show-agent-pool.agrees-with-list",
      identity: "show-agent-pool.agent-pool-id",
      lacks: "pools",
    });
  },
});

/** First those that have workspaces, the one that is named to us, and our own. */
function pick(context: CheckContext, items: readonly Listed[]): readonly Listed[] {
  const workspacesOf = ({ resource }: Listed) => valueAt(resource, "/relationships/workspaces/data");
  const hasWorkspaces = (item: Listed) => [workspacesOf(item)].flat().length > 0;
  const nameOf = ({ resource }: Listed) => String(valueAt(resource, "/attributes/name"));
  const isOwn = (item: Listed) => nameOf(item).startsWith(context.namePrefix);
  const picked = [
    ...items.filter(({ id }) => id === context.fixture("poolWithAgents")),
    ...items.filter(isOwn),
    ...items.filter(hasWorkspaces).slice(0, mostPools / 2),
    ...items.slice(-1),
    ...items,
  ];
  return [...new Set(picked)].slice(0, mostPools);
}
