import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { oddEndings } from "../odd-endings.ts";
import { answered, expectFacts, expectListed, expectShown, newFacts } from "../pool-facts.ts";
import { ownPool, poolBody } from "../pools.ts";
import { observeReading } from "../refusal.ts";

const row: ScalrRequirementId = "create-agent-pool.name";

/** A server that sets names a limit is not accused; one that changes names is, or that fails on them. */
export const keepsOddName = check<ScalrRequirementId>("scalr/createAgentPool/keeps-odd-name", {
  title: "keep a name of unusual characters as it is, unless it refuses it",
  decides: [row, "list-agent-pools.filter-name", "errors.no-server-error"],
  needs: ["write", "state"],
  async run(context) {
    for (const [what, ending] of Object.entries(oddEndings)) {
      const body = poolBody(context, { name: `${context.freshName()}${ending}` });
      const created = await context.judge("createAgentPool", { body }, "either");
      observeReading(context, `a name of ${what}: answered ${created.answer.status}`);
      if (!isSuccess(created.answer.status)) continue;
      const pool = ownPool(context, "environment", body, created);
      const wanted = newFacts(context, pool);
      expectFacts(context, row, answered(created), { wanted, when: "as sent" });
      await expectShown(context, row, pool, { wanted, when: "after its creation" });
      const when = "with its whole name as filter[name]";
      await expectListed(context, "list-agent-pools.filter-name", pool, { wanted, when });
    }
  },
});
