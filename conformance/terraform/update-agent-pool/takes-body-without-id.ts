import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { createPool, dataOf, expectFacts, expectShown, poolDocument, renaming } from "../pools.ts";

const row = "update-agent-pool.id-in-body";

/** The sample's PATCH has no id; JSON:API asks for one. Carried out or refused, it is so wholly. */
export const takesBodyWithoutId = check<TerraformRequirementId>("terraform/updateAgentPool/takes-body-without-id", {
  title: "carry out a change without data.id, or refuse it and take the id",
  decides: [row],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const name = context.freshName();
    const body = poolDocument(name);
    const without = await context.judge("updateAgentPool", { path: pool.path, body }, "either");
    const { status } = without.answer;
    const isCarriedOut = isSuccess(status);
    const text = `data.id is ${isCarriedOut ? "optional" : "required"} in a PATCH (${status})`;
    context.observe({ kind: "reading", pointer: "", text });
    const when = `after a change to ${name} without data.id was answered ${status}`;
    const wanted = { "/id": pool.id, "/attributes/name": isCarriedOut ? name : pool.name };
    if (isCarriedOut) expectFacts(context, row, dataOf(without), wanted, when);
    await expectShown(context, row, pool, wanted, when);

    const last = context.freshName();
    const withId = await context.judge("updateAgentPool", renaming(pool, last), "either");
    if (!isSuccess(withId.answer.status)) {
      const expected = "200 for a change with the data.id of the path";
      context.breach(row, { exchange: withId, place: "status", expected, got: String(withId.answer.status) });
      return;
    }
    await expectShown(context, row, pool, { "/attributes/name": last }, `after a change to ${last} with data.id`);
  },
});
