import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { answered, expectFacts, expectShown } from "../pool-facts.ts";
import { createPool, neededFixture } from "../pools.ts";
import { linkAsk, unlinkAll } from "../workspaces.ts";

const row: ScalrRequirementId = "create-agent-pool.account-scope-access";

/** "If a pool is created at the account scope, all environments and workspaces within those environments will have access." */
export const opensAccountPool = check<ScalrRequirementId>("scalr/createAgentPool/opens-account-pool", {
  title: "let workspaces of every environment use a pool of the account",
  decides: [row],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const workspaces = [neededFixture(context, "workspaces"), neededFixture(context, "otherWorkspace")].toSorted();
    const pool = await createPool(context, { scope: "account" });
    const exchange = await context.judge("updateAgentPool", linkAsk(pool, workspaces), "success");
    if (!isSuccess(exchange.answer.status)) return;
    const expectation = { wanted: { workspaces }, when: "after linking workspaces of two environments" };
    expectFacts(context, row, answered(exchange), expectation);
    await expectShown(context, row, pool, expectation);
    await unlinkAll(context, pool);
  },
});
