import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { statusNow } from "../agents.ts";
import { agentsList, itemAt, type Listing, readFirstPage } from "../lists.ts";
import { createNeighbourhood, expectUntouched } from "../neighbours.ts";

const row = "delete-agent-pool.agent-pool-id";

/** Pools whose names begin like that of the one deleted stay, older and younger ones alike; so do agents of others. */
export const deletesOnlyThatPool = check<TerraformRequirementId>("terraform/deleteAgentPool/deletes-only-that-pool", {
  title: "delete the pool that the path names, and no other",
  decides: [row],
  needs: ["write", "state"],
  // Deletions of agents by our own other checks would be taken for this one's doing.
  isAlone: true,
  async run(context) {
    const neighbourhood = await createNeighbourhood(context);
    const { pool } = neighbourhood;
    const agents = await otherAgents(context);
    await context.prepare("deleteAgentPool", { path: pool.path });
    const when = `after ${pool.id} was deleted`;
    await expectUntouched(context, row, neighbourhood, when);
    await expectAgentsKept(context, { before: agents, after: await otherAgents(context), when });
  },
});

/** Agents of another pool, where one is named that has any. */
async function otherAgents(context: CheckContext): Promise<Listing | undefined> {
  context.wants("poolWithAgents");
  const id = context.fixture("poolWithAgents");
  return id === undefined ? undefined : readFirstPage(context, agentsList({ agent_pool_id: id }));
}

interface Agents {
  readonly before: Listing | undefined;
  readonly after: Listing | undefined;
  readonly when: string;
}

/** Agents come and go by themselves, but not all at once. */
async function expectAgentsKept(context: CheckContext, { before, after, when }: Agents): Promise<void> {
  const exchange = after?.pages[0];
  if (!before || !after || !exchange || before.items.length < 2) return;
  if (before.items.some(({ id }) => itemAt(after, id))) return;
  const ids = before.items.map(({ id }) => id);
  for (const id of ids) if ((await statusNow(context, id)) !== undefined) return;
  const expected = `the ${ids.length} agents of another pool still there ${when}, ${ids[0]} among them`;
  context.breach(row, { exchange, pointer: "/data", expected, got: "none of them" });
}
