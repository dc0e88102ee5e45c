import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { expectExactly, type Query } from "../pool-list.ts";

const row: ScalrRequirementId = "list-agent-pools.no-match";

/** "Success" is what a list without members is, too. */
export const answersEmptyList = check<ScalrRequirementId>("scalr/listAgentPools/answers-empty-list", {
  title: "answer an empty list where no pool has the name or id",
  decides: [row, "list-agent-pools.data", "list-agent-pools.filter-name", "list-agent-pools.filter-agent-pool"],
  needs: ["state"],
  async run(context) {
    const queries: readonly Query[] = [
      { "filter[name]": context.freshName() },
      { "filter[agent-pool]": "apool-poolproofnosuch" },
      { "filter[name]": context.freshName(), "filter[environment]": context.datum("environment") },
    ];
    for (const query of queries) {
      const when = `with ${Object.keys(query).join(" and ")} of no pool`;
      await expectExactly(context, row, query, { wanted: [], when });
    }
  },
});
