import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { factsOf } from "../pool-facts.ts";
import { expectExactly } from "../pool-list.ts";
import { lookAt, neededFixture, type OwnPool, poolIn } from "../pools.ts";
import { expectRefused } from "../refusal.ts";

const row: ScalrRequirementId = "delete-agent-pool.idle";

/** "Can't be deleted. Has busy agents.": agents that are not busy do not keep their pool. */
export const deletesIdlePool = check<ScalrRequirementId>("scalr/deleteAgentPool/deletes-idle-pool", {
  title: "delete a pool whose agents are idle",
  decides: [row],
  needs: ["write", "state"],
  async run(context) {
    const [used] = context.taken("idlePool");
    const isLeft = context.fixture("idlePool") !== undefined;
    const id = isLeft || used === undefined ? neededFixture(context, "idlePool") : used;
    const path = { agent_pool: id };
    if (isLeft) await deleteUnused(context, path, context.take("idlePool"));
    else await deleteUsed(context, path);
    const what = `${id}, an idle pool that was deleted`;
    await expectRefused(context, {
      requirement: row,
      operationId: "getAgentPool",
      ask: { path },
      what,
      statuses: [404],
    });
    const expectation = { wanted: [], when: "of that id after the deletion" };
    await expectExactly(context, row, { "filter[agent-pool]": id }, expectation);
  },
});

async function deleteUnused(context: CheckContext, path: OwnPool["path"], id: string): Promise<void> {
  const { agents } = factsOf(poolIn(await context.prepare("getAgentPool", { path })));
  if (agents.length === 0)
    context.unverified(`the pool ${id} has no agents now: name another with --fixture idlePool=ID`, "idlePool");
  await context.judge("deleteAgentPool", { path }, "success");
}

/** The refusal of a busy pool has taken the last one for its control: it may be gone by now, and must go if it is not. */
async function deleteUsed(context: CheckContext, path: OwnPool["path"]): Promise<void> {
  if (!isSuccess((await lookAt(context, path)).answer.status)) return;
  const exchange = await context.judge("deleteAgentPool", { path }, "either");
  const { status } = exchange.answer;
  if (isSuccess(status) || status === 404 || status >= 500) return;
  const expected = `204 for ${path.agent_pool}, which has idle agents only`;
  context.breach(row, { exchange, place: "status", expected, got: String(status) });
}
