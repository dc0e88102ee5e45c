import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { onePoolOnly } from "../fixtures.ts";
import { createPool, creationOf, expectShown, ownPool } from "../pools.ts";

const row = "create-agent-pool.name-case";

/** Whether names that differ in case are the same is open; but they are either, and each stays as it was sent. */
export const tellsNamesByCase = check<TerraformRequirementId>("terraform/createAgentPool/tells-names-by-case", {
  title: "take or refuse a name that differs from another in case only",
  decides: [row],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context, `${context.freshName()}-case`);
    const name = `${pool.name.slice(0, -"case".length)}CASE`;
    const answered = await context.judge("createAgentPool", creationOf(context, name), "either");
    const { status } = answered.answer;
    const isTaken = isSuccess(status);
    const limit = isTaken ? undefined : await onePoolOnly(context, status);
    if (limit) context.unverified(limit.reason, limit.lacks);
    const text = `names that differ in case only are ${isTaken ? "two names" : `the same: ${status}`}`;
    context.observe({ kind: "reading", pointer: "", text });
    const when = `after a pool named ${JSON.stringify(name)} was asked for and answered ${status}`;
    await expectShown(context, row, pool, { "/attributes/name": pool.name }, when);
    if (!isTaken) return;
    const other = ownPool(context, name, answered);
    await expectShown(context, row, other, { "/attributes/name": name }, "as was sent");
  },
});
