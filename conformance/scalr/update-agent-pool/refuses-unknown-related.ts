import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { expectShown, newFacts } from "../pool-facts.ts";
import { changeAsk, createPool } from "../pools.ts";
import { expectRefused, refusalRows } from "../refusal.ts";
import { unknownLinkage } from "../unknown-linkage.ts";

/** A scope or a workspace that there is not cannot become that of a pool; and the name sent along stays unchanged as well. */
export const refusesUnknownRelatedOnUpdate = check<ScalrRequirementId>(
  "scalr/updateAgentPool/refuses-unknown-related",
  {
    title: "refuse a change to an unknown environment, account or workspace",
    decides: [...refusalRows, "errors.nothing-changed"],
    needs: ["write", "state"],
    async run(context) {
      const pool = await createPool(context);
      const name = context.freshName();
      for (const [what, linkage] of Object.entries(unknownLinkage)) {
        const ask = changeAsk(pool, { name, relationships: { [what]: linkage } });
        const wrong = { operationId: "updateAgentPool", ask, what: `a change to unknown ${what}` };
        await expectRefused(context, { requirement: "errors.refused", ...wrong });
      }
      const when = "after changes to what there is not";
      await expectShown(context, "errors.nothing-changed", pool, { wanted: newFacts(context, pool), when });
      await context.control("updateAgentPool", changeAsk(pool, { name }));
    },
  },
);
