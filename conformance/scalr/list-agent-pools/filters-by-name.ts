import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { expectExactly } from "../pool-list.ts";
import { createPool } from "../pools.ts";

const row: ScalrRequirementId = "list-agent-pools.filter-name";

/** `filter[name]`: pools of that name, and none whose name only begins or ends with it or is written in other letters. */
export const filtersByName = check<ScalrRequirementId>("scalr/listAgentPools/filters-by-name", {
  title: "keep with filter[name] the pools of that whole name only",
  decides: [row, "errors.no-server-error"],
  needs: ["write", "state"],
  async run(context) {
    const name = context.freshName();
    const pool = await createPool(context, { name });
    const longer = await createPool(context, { name: `${name}-longer` });
    // At another scope, so that a server which takes the two for one name has no reason to refuse it.
    const louder = await createPool(context, { name: `${name}-LONGER`, scope: "account" });
    const enclosing = await createPool(context, { name: `${context.namePrefix}${name}` });
    const rows = [
      { asked: name, wanted: [pool] },
      { asked: longer.name, wanted: [longer] },
      { asked: louder.name, wanted: [louder] },
      { asked: enclosing.name, wanted: [enclosing] },
      { asked: context.namePrefix, wanted: [] },
      // Where a name goes into a pattern as it is, this one is any.
      { asked: `${context.namePrefix}%`, wanted: [] },
      // And this one ends it early.
      { asked: `${name}'s "`, wanted: [] },
    ];
    for (const { asked, wanted } of rows)
      await expectExactly(context, row, { "filter[name]": asked }, { wanted, when: `with filter[name]=${asked}` });
  },
});
