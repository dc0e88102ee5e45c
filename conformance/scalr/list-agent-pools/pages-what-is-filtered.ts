import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { expectExactly } from "../pool-list.ts";
import { createPool, type OwnPool } from "../pools.ts";

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
    context.wants("otherEnvironment");
    const isNamed = context.fixture("otherEnvironment") !== undefined;
    const third = isNamed ? [await createPool(context, { name, scope: "otherEnvironment" })] : [];
    // Of three pools the second page of two is short.
    for (const size of new Set([1, 1 + third.length]))
      await expectPaged(context, { name, size, wanted: [pool, above, ...third] });
  },
});

interface Paged {
  readonly name: string;
  readonly size: number;
  readonly wanted: readonly OwnPool[];
}

async function expectPaged(context: CheckContext, { name, size, wanted }: Paged): Promise<void> {
  const query = { "filter[name]": name, "page[size]": String(size), "page[number]": "1" };
  const { pages, listed } = await expectExactly(context, row, query, {
    wanted,
    when: `on pages of ${size} with filter[name]=${name}`,
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
}
