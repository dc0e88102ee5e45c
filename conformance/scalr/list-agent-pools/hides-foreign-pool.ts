import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { itemsOf } from "../pool-list.ts";
import { neededFixture } from "../pools.ts";

const row: ScalrRequirementId = "list-agent-pools.membership";

/** A pool of another account is not found by its id either. */
export const hidesForeignPool = check<ScalrRequirementId>("scalr/listAgentPools/hides-foreign-pool", {
  title: "list no pool of another account, even if filtered by its id",
  decides: [row],
  needs: ["state"],
  async run(context) {
    const foreign = neededFixture(context, "foreignPool");
    const ask = { query: { "filter[agent-pool]": foreign } };
    const exchange = await context.judge("listAgentPools", ask, "either");
    for (const { id, pointer } of itemsOf(exchange)) {
      const expected = "no pool, as the one of that id is of another account";
      context.breach(row, { exchange, pointer, expected, got: id });
    }
  },
});
