import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { textAt } from "../../kit/text-at.ts";
import { expectCreated } from "../free-names.ts";
import { createPool, poolDocument, renaming } from "../pools.ts";

/** "Unique in the organization": what pools of other organizations are called does not count. */
export const takesNameOfOtherOrganization = check<TerraformRequirementId>(
  "terraform/createAgentPool/takes-name-of-other-organization",
  {
    title: "take a name that a pool of another organization has",
    decides: ["create-agent-pool.name-free", "update-agent-pool.name-free"],
    needs: ["write", "state"],
    // Where there is a limit, pools of other checks could be what a name is refused for.
    isAlone: true,
    async run(context) {
      const token = await context.knownToken("otherToken", "no token of another organization's user was given");
      const name = context.freshName();
      const foreign = await createThere(context, name, token);
      try {
        await expectTaken(context, name, `as only ${foreign}, a pool of another organization, has it`);
      } finally {
        // Clean-up knows our own user only, for whom it is not there.
        await context.judge("deleteAgentPool", { path: { agent_pool_id: foreign }, token }, "either");
      }
    },
  },
);

async function expectTaken(context: CheckContext, name: string, because: string): Promise<void> {
  const pool = await createPool(context);
  const exchange = await context.judge("updateAgentPool", renaming(pool, name), "either");
  const { status } = exchange.answer;
  if (!isSuccess(status)) {
    const expected = `200 for the name ${JSON.stringify(name)}, ${because}`;
    context.breach("update-agent-pool.name-free", { exchange, place: "status", expected, got: String(status) });
  }
  await context.prepare("deleteAgentPool", { path: pool.path });
  await expectCreated(context, "create-agent-pool.name-free", name, because);
}

/** Creates a pool in the other organization, as a user of it; ends the check as skipped where they may not. */
async function createThere(context: CheckContext, name: string, token: string): Promise<string> {
  const organization =
    context.fixture("otherOrganization") ?? context.skip("there is no fixture otherOrganization", "otherOrganization");
  const ask = { path: { organization_name: organization }, body: poolDocument(name), token };
  const created = await context.judge("createAgentPool", ask, "either");
  if (!isSuccess(created.answer.status) || valueAt(created.json, "/data/id") === undefined) {
    context.skip(`the other user may create no pool in ${organization}: ${created.answer.status}`);
  }
  return textAt(context, created, "/data/id");
}
