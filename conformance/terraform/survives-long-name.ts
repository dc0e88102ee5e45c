import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { createPool, creationOf, expectShown, ownPool, renaming } from "./pools.ts";

/** More than most columns for names hold. */
const length = 300;

/** The page knows no longest name, so a server may have one; but what it takes it keeps, and what it refuses is no failure. */
export const createsFromLongName = check<TerraformRequirementId>("terraform/createAgentPool/survives-long-name", {
  title: "take a long name for a new pool as it is, or refuse it",
  decides: ["create-agent-pool.name", "errors.no-server-error"],
  needs: ["write", "state"],
  async run(context) {
    const name = longName(context);
    const created = await context.judge("createAgentPool", creationOf(context, name), "either");
    tell(context, created);
    if (isSuccess(created.answer.status)) {
      const wanted = { "/attributes/name": name };
      await expectShown(context, "create-agent-pool.name", ownPool(context, name, created), wanted, "as was sent");
      await context.release();
    }
    await context.control("createAgentPool", creationOf(context, context.freshName()));
  },
});

export const changesToLongName = check<TerraformRequirementId>("terraform/updateAgentPool/survives-long-name", {
  title: "take a long name for a pool as it is, or refuse it",
  decides: ["update-agent-pool.name", "errors.no-server-error"],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const name = longName(context);
    const changed = await context.judge("updateAgentPool", renaming(pool, name), "either");
    tell(context, changed);
    const { status } = changed.answer;
    const wanted = { "/attributes/name": isSuccess(status) ? name : pool.name };
    await expectShown(context, "update-agent-pool.name", pool, wanted, `after a change of it was answered ${status}`);
    await context.control("updateAgentPool", renaming(pool, context.freshName()));
  },
});

const longName = (context: CheckContext) => context.freshName().padEnd(length, "-long");

function tell(context: CheckContext, { answer }: Exchange): void {
  const text = `a name of ${length} characters is answered ${answer.status}`;
  context.observe({ kind: "reading", pointer: "", text });
}
