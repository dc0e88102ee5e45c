import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { expectExactly } from "../pool-list.ts";
import { createPool } from "../pools.ts";

const row: ScalrRequirementId = "list-agent-pools.membership";

/** The filter comes before the pages: they are cut from what it keeps, and the total counts that. */
export const pagesWhatIsFiltered = check<ScalrRequirementId>("scalr/listAgentPools/pages-what-is-filtered", {
  title: "cut pages from what a filter keeps, and count that",
  decides: [row, "pagination.counts"],
  needs: ["write", "state", "paging"],
  async run(context) {
    const name = context.freshName();
    const pool = await createPool(context, { name });
    const above = await createPool(context, { name, scope: "account" });
    const wanted = [pool, above];
    const query = { "filter[name]": name, "page[size]": "1", "page[number]": "1" };
    const { pages } = await expectExactly(context, row, query, {
      wanted,
      when: `on pages of one with filter[name]=${name}`,
    });
    for (const exchange of pages) {
      const total = valueAt(exchange.json, "/meta/pagination/total-count");
      if (typeof total !== "number" || total === wanted.length) continue;
      const expected = `${wanted.length}, as many pools as have the name ${name}`;
      context.breach("pagination.counts", {
        exchange,
        pointer: "/meta/pagination/total-count",
        expected,
        got: String(total),
      });
    }
  },
});
