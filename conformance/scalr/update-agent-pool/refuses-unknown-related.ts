import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { foreignLinkage } from "../foreign-linkage.ts";
import { expectShown, newFacts } from "../pool-facts.ts";
import { changeAsk, createPool } from "../pools.ts";
import { expectRefused, refusalRows } from "../refusal.ts";
import { unknownLinkage } from "../unknown-linkage.ts";

/** A scope or a workspace that there is not, or of another account, cannot become that of a pool; and the name sent along stays unchanged as well. */
export const refusesUnknownRelatedOnUpdate = check<ScalrRequirementId>(
  "scalr/updateAgentPool/refuses-unknown-related",
  {
    title: "refuse a change to an unknown or foreign environment or workspace",
    decides: [...refusalRows, "errors.nothing-changed"],
    needs: ["write", "state"],
    async run(context) {
      const pool = await createPool(context);
      const name = context.freshName();
      const strange = { nowhere: unknownLinkage, "of another account": await foreignLinkage(context) };
      let isRefused = true;
      for (const [whose, linkage] of Object.entries(strange)) {
        for (const [what, related] of Object.entries(linkage)) {
          const ask = changeAsk(pool, { name, relationships: { [what]: related } });
          const wrong = { operationId: "updateAgentPool", ask, what: `a change whose ${what} names what is ${whose}` };
          const { answer } = await expectRefused(context, { requirement: "errors.refused", ...wrong });
          isRefused &&= !isSuccess(answer.status);
        }
      }
      // What was taken has been reported, and has changed the pool.
      if (!isRefused) return;
      const when = "after changes to what there is not";
      await expectShown(context, "errors.nothing-changed", pool, { wanted: newFacts(context, pool), when });
      await context.control("updateAgentPool", changeAsk(pool, { name }));
    },
  },
);
