import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { answered, expectEverywhere, expectFacts, newFacts } from "../pool-facts.ts";
import { ownPool, poolBody } from "../pools.ts";

const row: ScalrRequirementId = "create-agent-pool.account-scope";

/** "Create an Agent Pool": a pool whose scope is the account itself, and no environment of it. */
export const createsAtAccountScope = check<ScalrRequirementId>("scalr/createAgentPool/creates-at-account-scope", {
  title: "create a pool of an account, and show it as one of no environment",
  decides: [
    row,
    "create-agent-pool.account",
    "agent-pool.account",
    "agent-pool.account-id",
    "agent-pool.environment",
    "agent-pool.environment-id",
  ],
  needs: ["write", "state"],
  async run(context) {
    const body = poolBody(context, { scope: "account" });
    const created = await context.judge("createAgentPool", { body }, "success");
    if (!isSuccess(created.answer.status)) return;
    const pool = ownPool(context, "account", body, created);
    const wanted = newFacts(context, pool);
    expectFacts(context, row, answered(created), { wanted, when: "as sent" });
    await expectEverywhere(context, row, pool, { wanted, when: "after its creation" });
  },
});
