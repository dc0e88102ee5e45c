import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { answered, expectFacts, expectShown, newFacts } from "../pool-facts.ts";
import { changeBody, createPool } from "../pools.ts";

const row: ScalrRequirementId = "update-agent-pool.id";

/** `data.id` bears no star in the table. The sample has it, and so have all other changes that are sent. */
export const takesDocumentWithoutId = check<ScalrRequirementId>("scalr/updateAgentPool/takes-document-without-id", {
  title: "take a change that does not name the pool in its body",
  decides: [row],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const name = context.freshName();
    const ask = { path: pool.path, body: changeBody({ name }) };
    const exchange = await context.judge("updateAgentPool", ask, "success");
    const expectation = { wanted: { ...newFacts(context, pool), name }, when: "after a change without data.id" };
    expectFacts(context, row, answered(exchange), expectation);
    await expectShown(context, row, pool, expectation);
  },
});
