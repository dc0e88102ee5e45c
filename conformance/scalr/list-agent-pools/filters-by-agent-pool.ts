import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { expectExactly, itemsOf } from "../pool-list.ts";
import { createPool, labelOf, partOf } from "../pools.ts";
import { otherCase } from "../stray-ids.ts";

const row: ScalrRequirementId = "list-agent-pools.filter-agent-pool";

/** `filter[agent-pool]`: the pool of that id, at whichever scope, and by the whole id only. */
export const filtersByAgentPool = check<ScalrRequirementId>("scalr/listAgentPools/filters-by-agent-pool", {
  title: "keep with filter[agent-pool] the pool of that whole id only",
  decides: [row, "list-agent-pools.data"],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const other = await createPool(context, { scope: "account" });
    for (const each of [pool, other]) {
      const expectation = { wanted: [each], when: `with filter[agent-pool]=${each.id}` };
      await expectExactly(context, row, { "filter[agent-pool]": each.id }, expectation);
    }
    // A part of an id can be the whole of another one; and what is no id may be refused.
    for (const asked of [partOf(pool.id), otherCase(pool.id)]) {
      if (asked === undefined) continue;
      const exchange = await context.judge("listAgentPools", { query: { "filter[agent-pool]": asked } }, "either");
      const stray = itemsOf(exchange).find(({ id }) => id === pool.id);
      if (!stray) continue;
      const expected = `no ${labelOf(pool)} with filter[agent-pool]=${asked}`;
      context.breach(row, { exchange, pointer: stray.pointer, expected, got: "it" });
    }
  },
});
