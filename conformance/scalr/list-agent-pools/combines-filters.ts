import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { type ExactList, expectExactly, type Query } from "../pool-list.ts";
import { createPool } from "../pools.ts";

const row: ScalrRequirementId = "list-agent-pools.membership";

/** Several filters, a filter and an order: what is listed passes all of them. */
export const combinesFilters = check<ScalrRequirementId>("scalr/listAgentPools/combines-filters", {
  title: "keep only pools that pass each of several filters",
  decides: [
    row,
    "list-agent-pools.filter-name",
    "list-agent-pools.filter-agent-pool",
    "list-agent-pools.filter-account",
    "list-agent-pools.filter-environment",
  ],
  needs: ["write", "state"],
  async run(context) {
    const [account, environment] = [context.datum("account"), context.datum("environment")];
    const name = context.freshName();
    const pool = await createPool(context, { name });
    const above = await createPool(context, { name, scope: "account" });
    const otherName = context.freshName();
    const queries: readonly (Omit<ExactList, "when"> & { readonly query: Query })[] = [
      { query: { "filter[name]": name, "filter[agent-pool]": pool.id }, wanted: [pool] },
      { query: { "filter[name]": otherName, "filter[agent-pool]": pool.id }, wanted: [] },
      { query: { "filter[agent-pool]": pool.id, "filter[name]": otherName }, wanted: [] },
      { query: { "filter[environment]": environment, "filter[name]": name }, wanted: [pool], maybe: [above] },
      { query: { "filter[environment]": environment, "filter[agent-pool]": above.id }, wanted: [], maybe: [above] },
      { query: { "filter[account]": account, "filter[agent-pool]": above.id }, wanted: [above] },
      {
        query: { "filter[account]": account, "filter[environment]": environment, "filter[name]": name },
        wanted: [],
        maybe: [pool, above],
      },
      { query: { "filter[name]": name, sort: "environment,name" }, wanted: [pool, above] },
    ];
    for (const { query, ...expectation } of queries) {
      const when = `with ${Object.entries(query)
        .map((each) => each.join("="))
        .join(" and ")}`;
      await expectExactly(context, row, query, { ...expectation, when });
    }
  },
});
