import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { itemsOf, largePages, type Query } from "../pool-list.ts";
import { createPool, labelOf, type OwnPool } from "../pools.ts";
import { observeReading } from "../refusal.ts";

const rows = ["list-agent-pools.unauthorized", "list-agent-pools.membership"] as const satisfies ScalrRequirementId[];

/** A user of another account gets nothing of ours, by whatever filter: an empty list, or the page's 404. */
export const hidesPoolsFromOtherToken = check<ScalrRequirementId>("scalr/listAgentPools/hides-from-other-token", {
  title: "list no pool to a user of another account",
  decides: rows,
  needs: ["write", "state"],
  async run(context) {
    const token = await context.knownToken("otherToken", "no token of another account's user was given");
    const pool = await createPool(context);
    const queries: readonly Query[] = [
      { "filter[name]": pool.name },
      { "filter[agent-pool]": pool.id },
      { "filter[account]": context.datum("account") },
      { "filter[environment]": context.datum("environment") },
    ];
    await expectUnlisted(context, pool, token);
    for (const query of queries) {
      const exchange = await context.judge("listAgentPools", { query, token }, "either");
      const { status } = exchange.answer;
      const filter = Object.keys(query).join();
      observeReading(context, `a list with ${filter} of another account: answered ${status}`);
      if (status >= 400 && status !== 404 && status < 500) {
        const expected = `404, or an empty list, with ${filter} of an account that is not the user's`;
        context.breach(rows[0], { exchange, place: "status", expected, got: String(status) });
      }
      for (const { id, pointer } of itemsOf(exchange)) {
        const expected = `no pool with ${filter} of an account that is not the user's`;
        context.breach(rows[1], { exchange, pointer, expected, got: id });
      }
    }
  },
});

/** Without a filter that user may have pools to list, of which ours is none. Of a long list the first page has to do. */
async function expectUnlisted(context: CheckContext, pool: OwnPool, token: string): Promise<void> {
  const exchange = await context.judge("listAgentPools", { query: largePages, token }, "either");
  for (const { id, pointer } of itemsOf(exchange)) {
    if (id !== pool.id) continue;
    const expected = `no ${labelOf(pool)} in the list of a user of another account`;
    context.breach(rows[1], { exchange, pointer, expected, got: "it" });
  }
}
