import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { expectExactly } from "../pool-list.ts";
import { createPool, type OwnPool, ownPool, poolBody, scopesAtHand } from "../pools.ts";
import { expectRefused, refusalRows } from "../refusal.ts";

const row: ScalrRequirementId = "create-agent-pool.name-taken";

/** A name is unique within a scope, be it an account or an environment; in another scope it is free. */
export const refusesTakenName = check<ScalrRequirementId>("scalr/createAgentPool/refuses-taken-name", {
  title: "refuse a name that the scope has already, and only there",
  decides: [row, "agent-pool.name-unique", ...refusalRows],
  needs: ["write", "state"],
  async run(context) {
    const name = context.freshName();
    const pools: OwnPool[] = [];
    for (const scope of scopesAtHand(context)) {
      const body = poolBody(context, { name, scope });
      // The first one is the control; what is refused in a further scope is refused for the name alone.
      const created = await context.judge("createAgentPool", { body }, "success");
      if (!isSuccess(created.answer.status)) return;
      pools.push(ownPool(context, scope, body, created));
      const what = `a second pool of the name ${name} at the scope ${scope}`;
      await expectRefused(context, { requirement: row, operationId: "createAgentPool", ask: { body }, what });
    }
    const when = "of that name, one for each scope";
    await expectExactly(context, "agent-pool.name-unique", { "filter[name]": name }, { wanted: pools, when });
    // A fresh name is taken still, so that it was not for a quota that the others were refused.
    await createPool(context);
  },
});
