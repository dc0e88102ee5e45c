import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { factsOf } from "../pool-facts.ts";
import { type ExactList, expectExactly, largePages, listPools, type Query } from "../pool-list.ts";
import { createPool, type OwnPool } from "../pools.ts";

const row: ScalrRequirementId = "list-agent-pools.membership";

/** Several filters, a filter and an order: what is listed passes all of them. */
export const combinesFilters = check<ScalrRequirementId>("scalr/listAgentPools/combines-filters", {
  title: "keep what passes each of several filters, in the order asked for",
  decides: [
    row,
    "list-agent-pools.filter-name",
    "list-agent-pools.filter-agent-pool",
    "list-agent-pools.filter-account",
    "list-agent-pools.filter-environment",
    "list-agent-pools.sort",
  ],
  needs: ["write", "state"],
  async run(context) {
    const [account, environment] = [context.datum("account"), context.datum("environment")];
    const name = context.freshName();
    const pool = await createPool(context, { name });
    const above = await createPool(context, { name, scope: "account" });
    const otherName = context.freshName();
    const ours = [pool, above, ...(await createElsewhere(context, name))];
    const queries: readonly (Omit<ExactList, "when"> & { readonly query: Query })[] = [
      { query: { "filter[name]": name, "filter[agent-pool]": pool.id }, wanted: [pool] },
      { query: { "filter[name]": otherName, "filter[agent-pool]": pool.id }, wanted: [] },
      { query: { "filter[agent-pool]": pool.id, "filter[name]": otherName }, wanted: [] },
      { query: { "filter[environment]": environment, "filter[name]": name }, wanted: [pool], maybe: [above] },
      { query: { "filter[environment]": environment, "filter[agent-pool]": above.id }, wanted: [], maybe: [above] },
      { query: { "filter[account]": account, "filter[agent-pool]": above.id }, wanted: [above] },
      { query: { "filter[name]": name, sort: "environment,name" }, wanted: ours },
      { query: { "filter[name]": name, include: "account,environment" }, wanted: ours },
      { query: { "filter[agent-pool]": above.id, sort: "name" }, wanted: [above] },
      { query: { "filter[agent-pool]": above.id, include: "account" }, wanted: [above] },
      { query: { ...largePages, "filter[agent-pool]": above.id }, wanted: [above] },
    ];
    for (const { query, ...expectation } of queries) {
      const when = `with ${Object.entries(query)
        .map((each) => each.join("="))
        .join(" and ")}`;
      await expectExactly(context, row, query, { ...expectation, when });
    }
    await expectBoth(context, { account, environment, name }, ours);
    await context.release();
    await expectOrdered(context, environment);
  },
});

/** What an environment and its account keep is open for each of them; together they keep what both do. */
async function expectBoth(
  context: CheckContext,
  { account, environment, name }: Readonly<Record<"account" | "environment" | "name", string>>,
  ours: readonly OwnPool[],
): Promise<void> {
  const byAccount = { "filter[account]": account, "filter[name]": name };
  const byEnvironment = { "filter[environment]": environment, "filter[name]": name };
  const kept = [await listPools(context, byAccount), await listPools(context, byEnvironment)];
  const wanted = ours.filter(({ id }) => kept.every(({ listed }) => listed.some((item) => item.id === id)));
  const when = `with filter[account]=${account}, filter[environment]=${environment} and their name, as with each of the two alone`;
  await expectExactly(context, row, { ...byAccount, ...byEnvironment }, { wanted, when });
}

async function createElsewhere(context: CheckContext, name: string): Promise<readonly OwnPool[]> {
  context.wants("otherEnvironment");
  const isNamed = context.fixture("otherEnvironment") !== undefined;
  return isNamed ? [await createPool(context, { name, scope: "otherEnvironment" })] : [];
}

/** An order holds of what is filtered, and of what comes with included resources, as of the whole list. */
async function expectOrdered(context: CheckContext, environment: string): Promise<void> {
  const stem = context.freshName();
  const [first, second, third] = [`${stem}-a`, `${stem}-b`, `${stem}-c`];
  // In neither of the orders that age would give.
  for (const name of [second, first, third]) await createPool(context, { name });
  const query = { ...largePages, "filter[environment]": environment, include: "environment", sort: "name" };
  const list = await listPools(context, query);
  const got = list.listed.map(({ pool }) => String(factsOf(pool).name)).filter((name) => name.startsWith(stem));
  const expected = [first, second, third];
  if (got.join() === expected.join()) return;
  context.breach("list-agent-pools.sort", {
    exchange: list.first,
    pointer: "/data",
    expected: `${expected.join(", ")} in this order, with filter[environment], include and sort=name`,
    got: got.join(", "),
  });
}
