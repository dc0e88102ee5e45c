import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Exchange } from "../../kit/exchange.ts";
import { isBusy, withAgents } from "../agents.ts";
import { factsOf } from "../pool-facts.ts";
import { expectExactly } from "../pool-list.ts";
import { lookAt, neededFixture, type OwnPool, poolIn } from "../pools.ts";
import { expectRefused, holdToContract } from "../refusal.ts";

const row: ScalrRequirementId = "delete-agent-pool.idle";
const mostAttempts = 3;

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
    if (isLeft) context.take("idlePool");
    const before = await lookAt(context, path, { query: withAgents });
    // The refusal of a busy pool has taken the last one for its control: it may be gone by now, and must go if it is not.
    const isThere = isLeft || isSuccess(before.answer.status);
    if (isThere) await deleteIdle(context, path, before);
    await endIfGivenAgain(context, path, before);
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

/** Agents take up runs now and then: what is refused counts if none is busy each time. */
async function deleteIdle(context: CheckContext, path: OwnPool["path"], before: Exchange): Promise<void> {
  let shown = before;
  for (let attempt = 1; ; attempt += 1) {
    endUnlessIdle(context, path.agent_pool, shown);
    const exchange = await context.judge("deleteAgentPool", { path }, "either");
    const { status } = exchange.answer;
    if (isSuccess(status)) return holdToContract(context, exchange, "success");
    if (status !== 409 || attempt === mostAttempts) {
      const expected = `204 for ${path.agent_pool}, which has idle agents only`;
      if (status < 500) context.breach(row, { exchange, place: "status", expected, got: String(status) });
      return;
    }
    shown = await lookAt(context, path, { query: withAgents });
  }
}

/** A pool without agents may be another one by now, to which the id was given again. */
function endUnlessIdle(context: CheckContext, id: string, { answer, json }: Exchange): void {
  const remedy = "name another with --fixture idlePool=ID";
  if (!isSuccess(answer.status))
    context.unverified(`the pool ${id} was answered ${answer.status}: ${remedy}`, "idlePool");
  if (factsOf(poolIn({ json })).agents.length === 0)
    context.unverified(`the pool ${id} has no agents now: ${remedy}`, "idlePool");
  if (isBusy(json)) context.unverified(`an agent of the pool ${id} is busy now: ${remedy}`, "idlePool");
}

/** Some servers give an id again that has become free. */
async function endIfGivenAgain(context: CheckContext, path: OwnPool["path"], before: Exchange): Promise<void> {
  const shown = await lookAt(context, path);
  const [former, name] = [before, shown].map((each) => factsOf(poolIn(each)).name);
  if (isSuccess(shown.answer.status) && name !== former)
    context.unverified(`the id ${path.agent_pool} was given again, to ${String(name)}`);
}
