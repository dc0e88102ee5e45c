import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { answered, expectFacts, expectShown, newFacts } from "../pool-facts.ts";
import { changeAsk, createPool, scopeLinkage } from "../pools.ts";

const rows = {
  environment: "update-agent-pool.environment",
  account: "update-agent-pool.account",
} as const satisfies Record<string, ScalrRequirementId>;

/** `data.relationships.account` and `environment` of a change: those that the pool belongs to already. */
export const takesOwnScope = check<ScalrRequirementId>("scalr/updateAgentPool/takes-own-scope", {
  title: "take for a pool the account or environment that it belongs to",
  decides: Object.values(rows),
  needs: ["write", "state"],
  async run(context) {
    for (const scope of ["environment", "account"] as const) {
      const pool = await createPool(context, { scope });
      const name = context.freshName();
      const change = changeAsk(pool, { name, relationships: scopeLinkage(context, scope) });
      const exchange = await context.judge("updateAgentPool", change, "success");
      const when = `after a change that names its own ${scope}`;
      const expectation = { wanted: { ...newFacts(context, pool), name }, when };
      expectFacts(context, rows[scope], answered(exchange), expectation);
      await expectShown(context, rows[scope], pool, expectation);
    }
  },
});
