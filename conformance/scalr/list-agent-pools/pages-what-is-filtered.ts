import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { expectExactly } from "../pool-list.ts";
import { createPool } from "../pools.ts";

const row: ScalrRequirementId = "list-agent-pools.membership";

/** The filter comes before the pages: they are cut from what it keeps, and the total counts that. */
export const pagesWhatIsFiltered = check<ScalrRequirementId>("scalr/listAgentPools/pages-what-is-filtered", {
  title: "cut pages from what a filter keeps, and count that",
  decides: [row, "pagination.walk", "pagination.counts"],
  needs: ["write", "state", "paging"],
  async run(context) {
    const name = context.freshName();
    const pool = await createPool(context, { name });
    const above = await createPool(context, { name, scope: "account" });
    const wanted = [pool, above];
    const query = { "filter[name]": name, "page[size]": "1", "page[number]": "1" };
    const { pages, listed } = await expectExactly(context, row, query, {
      wanted,
      when: `on pages of one with filter[name]=${name}`,
    });
    // Nobody else has pools of that name, so that the order has no reason to change between two pages.
    const again = listed.find(({ id }, index) => listed.findIndex((each) => each.id === id) < index);
    if (again) {
      const expected = `${again.id} on one page only of those with filter[name]=${name}`;
      context.breach("pagination.walk", {
        exchange: again.exchange,
        pointer: again.pointer,
        expected,
        got: "it again",
      });
    }
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
