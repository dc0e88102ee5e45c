import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { expectExactly, itemsOf } from "../pool-list.ts";
import { createPool, type OwnPool, ownPool, poolBody } from "../pools.ts";
import { observeReading } from "../refusal.ts";

const row: ScalrRequirementId = "list-agent-pools.filter-name";

/** `filter[name]`: pools of that name, and none whose name only begins or ends with it or is written in other letters. */
export const filtersByName = check<ScalrRequirementId>("scalr/listAgentPools/filters-by-name", {
  title: "keep with filter[name] the pools of that whole name only",
  decides: [row, "errors.no-server-error"],
  needs: ["write", "state"],
  async run(context) {
    const name = context.freshName();
    const pool = await createPool(context, { name });
    // Short, since a server may have little room for names.
    const longer = await createPool(context, { name: `${name}l` });
    const { louder, isDistinct } = await createLouder(context, `${name}L`);
    const alike = (other: OwnPool) => (isDistinct ? [] : [other]);
    const rows = [
      { asked: name, wanted: [pool] },
      { asked: longer.name, wanted: [longer], maybe: alike(louder) },
      { asked: louder.name, wanted: [louder], maybe: alike(longer) },
      { asked: name.slice(0, -1), wanted: [] },
      { asked: name.slice(1), wanted: [] },
    ];
    for (const { asked, ...expectation } of rows) {
      const when = `with filter[name]=${asked}`;
      const { listed } = await expectExactly(context, row, { "filter[name]": asked }, { ...expectation, when });
      if (listed.length > expectation.wanted.length)
        observeReading(context, "filter[name]: takes letters of either case");
    }
    // Where a name goes into a pattern as it is, the first one is any; the second one ends it early.
    for (const asked of [`${name.slice(0, -1)}%`, `${name}'s "`]) await expectNone(context, asked);
  },
});

/** Names that differ in case are two only where the server takes both in one scope. */
async function createLouder(context: CheckContext, name: string) {
  const body = poolBody(context, { name });
  const exchange = await context.judge("createAgentPool", { body }, "either");
  const isDistinct = isSuccess(exchange.answer.status);
  const louder = isDistinct
    ? ownPool(context, "environment", body, exchange)
    : await createPool(context, { name, scope: "account" });
  return { louder, isDistinct };
}

/** What can be no name of a server's may be refused as a filter too. */
async function expectNone(context: CheckContext, asked: string): Promise<void> {
  const exchange = await context.judge("listAgentPools", { query: { "filter[name]": asked } }, "either");
  for (const { id, pointer } of itemsOf(exchange))
    context.breach(row, { exchange, pointer, expected: `no pool with filter[name]=${asked}`, got: id });
}
