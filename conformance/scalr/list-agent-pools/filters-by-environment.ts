import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { factsOf } from "../pool-facts.ts";
import { expectExactly, type Fault, itemsOf, largePages, listPools, reportIfLasting } from "../pool-list.ts";
import { createPool, labelOf, type OwnPool, partOf, scopeId } from "../pools.ts";
import { observeReading } from "../refusal.ts";

const row: ScalrRequirementId = "list-agent-pools.filter-environment";

/** `filter[environment]`: whether the account's pools are kept, which can be used there, is open; those of others are not. */
export const filtersByEnvironment = check<ScalrRequirementId>("scalr/listAgentPools/filters-by-environment", {
  title: "keep with filter[environment] the pools of that environment only",
  decides: [row],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const name = context.freshName();
    const other = await createPool(context, { name, scope: "otherEnvironment" });
    const pool = await createPool(context, { name });
    const above = await createPool(context, { name, scope: "account" });
    for (const each of [pool, other]) {
      const environment = scopeId(context, each.scope);
      const query = { "filter[environment]": environment, "filter[name]": name };
      const when = `with filter[environment]=${environment} and their name`;
      const { listed } = await expectExactly(context, row, query, { wanted: [each], maybe: [above], when });
      const isWide = listed.some(({ id }) => id === above.id);
      observeReading(context, `filter[environment]: ${isWide ? "keeps" : "leaves out"} pools of the account`);
    }
    const environment = context.datum("environment");
    await reportIfLasting(context, () => findFaults(context, environment, pool));
    // What is no environment of the user's may be refused.
    const asked = partOf(environment);
    const wrong = { query: { "filter[environment]": asked, "filter[name]": name } };
    const exchange = await context.judge("listAgentPools", wrong, "either");
    const stray = itemsOf(exchange).find(({ id }) => id === pool.id);
    if (!stray) return;
    const expected = `no ${labelOf(pool)} with filter[environment]=${asked}`;
    context.breach(row, { exchange, pointer: stray.pointer, expected, got: "it" });
  },
});

/** The filter alone, on all pages of what it keeps. */
async function findFaults(context: CheckContext, environment: string, pool: OwnPool): Promise<Fault[]> {
  const query = { ...largePages, "filter[environment]": environment };
  const { listed, first, isComplete } = await listPools(context, query);
  const at = { requirement: row, exchange: first, pointer: "/data" };
  const isListed = listed.some(({ id }) => id === pool.id);
  const missing = isListed || !isComplete ? [] : [{ ...at, expected: labelOf(pool), got: "a list without it" }];
  return [
    ...missing,
    ...listed.flatMap(({ pool: item, exchange, pointer }) =>
      factsOf(item).environment.every((id) => id === environment)
        ? []
        : [
            {
              ...at,
              exchange,
              pointer,
              expected: `pools of ${environment} only`,
              got: factsOf(item).environment.join(),
            },
          ],
    ),
  ];
}
