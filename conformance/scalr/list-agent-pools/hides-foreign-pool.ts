import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { seenByOwner } from "../../kit/foreign-thing.ts";
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
    const items = itemsOf(exchange);
    if (items.length > 0) {
      // If its own user is not shown it either, it is not the server that mistook it for one of ours.
      const thing = { fixture: "foreignPool", id: foreign, operationId: "getAgentPool" };
      await seenByOwner(context, { ...thing, ask: { path: { agent_pool: foreign } } });
    }
    for (const { id, pointer } of items) {
      const expected = "no pool, as foreignPool names the one of that id as another account's";
      context.breach(row, { exchange, pointer, expected, got: id });
    }
  },
});
