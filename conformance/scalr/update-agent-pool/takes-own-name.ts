import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { answered, expectFacts, expectShown, newFacts } from "../pool-facts.ts";
import { changeAsk, createPool } from "../pools.ts";

const row: ScalrRequirementId = "update-agent-pool.own-name";

/** A pool does not stand in its own way: its name stays unique when it is sent again. */
export const takesOwnName = check<ScalrRequirementId>("scalr/updateAgentPool/takes-own-name", {
  title: "take for a pool the name that it has already",
  decides: [row],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const exchange = await context.judge("updateAgentPool", changeAsk(pool, { name: pool.name }), "success");
    const expectation = { wanted: newFacts(context, pool), when: "after it was sent its own name" };
    expectFacts(context, row, answered(exchange), expectation);
    await expectShown(context, row, pool, expectation);
  },
});
