import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { seenByOwner } from "../../kit/foreign-thing.ts";
import { agentsThere, poolWithAgents } from "../agents.ts";
import { agentsList, expectNotListed, itemAt, poolsList, readFirstPage, readList } from "../lists.ts";
import { createPool } from "../pools.ts";

const row = "list-agents.membership";

/** A pool that was just created has no agents, and an agent is in one pool only. */
export const listsNoOtherAgents = check<TerraformRequirementId>("terraform/listAgents/lists-no-other-agents", {
  title: "list no agent of another pool",
  // The list of a new pool is empty, and one of all the same.
  decides: [row, "list-agents.data", "pagination.meta"],
  needs: ["state"],
  async run(context) {
    const path = await poolWithAgents(context);
    const { items } = await agentsThere(context, path);
    const others = context.has("write") ? [(await createPool(context)).id] : [];
    for (const id of others) {
      const { items: found } = await readList(context, agentsList({ agent_pool_id: id }));
      const [first] = found;
      if (!first) continue;
      const { exchange, pointer } = first;
      const got = `${found.length}, the first of them ${first.id}`;
      context.breach(row, { exchange, pointer, expected: `no agents of ${id}, which was just created`, got });
    }

    const { items: pools } = await readFirstPage(context, poolsList(context));
    const further = pools.find(({ id }) => id !== path.agent_pool_id && !others.includes(id));
    if (further) {
      const listing = await readList(context, agentsList({ agent_pool_id: further.id }));
      const both = items.find((item) => itemAt(listing, item.id));
      if (both) expectNotListed(context, row, listing, both.id, `which is an agent of ${path.agent_pool_id}`);
    }
    await expectForeignHidden(
      context,
      path.agent_pool_id,
      items.map(({ id }) => id),
    );
  },
});

/** Agents of another organization are known where the target names a user of it. */
async function expectForeignHidden(context: CheckContext, poolId: string, listed: readonly string[]): Promise<void> {
  const { otherToken: token } = context;
  const foreign = context.fixture("foreignPool");
  context.wants("foreignPool", "otherToken");
  if (token === undefined || foreign === undefined) return;
  const { operationId, ask } = agentsList({ agent_pool_id: foreign });
  await seenByOwner(context, { fixture: "foreignPool", id: foreign, operationId, ask });
  const listing = await readList(context, { operationId, ask: { ...ask, token } });
  const both = listing.items.find(({ id }) => listed.includes(id));
  if (both) expectNotListed(context, row, listing, both.id, `which is an agent of ${poolId}`);
}
