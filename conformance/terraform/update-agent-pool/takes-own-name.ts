import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { createPool, dataOf, expectFacts, expectShown, renaming } from "../pools.ts";
import { factsNow } from "../refusal.ts";

const row = "update-agent-pool.own-name";

/** Unique among the pools of the organization, which a pool's own name is. */
export const takesOwnName = check<TerraformRequirementId>("terraform/updateAgentPool/takes-own-name", {
  title: "take as the new name of a pool the one that it has",
  decides: [row],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const facts = await factsNow(context, pool);
    const exchange = await context.judge("updateAgentPool", renaming(pool, pool.name), "either");
    const { status } = exchange.answer;
    const when = "after a change to the name that it had";
    if (isSuccess(status)) expectFacts(context, row, dataOf(exchange), facts, when);
    else {
      const expected = `200 for a change of the pool ${pool.id} to ${pool.name}, the name that it has`;
      context.breach(row, { exchange, place: "status", expected, got: String(status) });
    }
    await expectShown(context, row, pool, facts, when);
  },
});
