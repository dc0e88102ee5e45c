import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { expectExactly, itemsOf, type Query } from "../pool-list.ts";
import { createPool, lookAt } from "../pools.ts";

const row: ScalrRequirementId = "list-agent-pools.no-match";
const unknownId = "apool-poolproofnosuch";

/** "Success" is what a list without members is, too. */
export const answersEmptyList = check<ScalrRequirementId>("scalr/listAgentPools/answers-empty-list", {
  title: "answer an empty list where no pool has the name or id",
  decides: [row, "list-agent-pools.data", "list-agent-pools.filter-name", "list-agent-pools.filter-agent-pool"],
  needs: ["state"],
  async run(context) {
    const queries: readonly Query[] = [
      { "filter[name]": context.freshName() },
      { "filter[name]": context.freshName(), "filter[environment]": context.datum("environment") },
    ];
    for (const query of queries) {
      const when = `with ${Object.keys(query).join(" and ")} of no pool`;
      await expectExactly(context, row, query, { wanted: [], when });
    }
    if (context.has("write")) await expectNoneOfDeleted(context);
    // An id of another form than the server's own may be refused.
    const exchange = await context.judge("listAgentPools", { query: { "filter[agent-pool]": unknownId } }, "either");
    for (const { id, pointer } of itemsOf(exchange))
      context.breach(row, { exchange, pointer, expected: `no pool with filter[agent-pool]=${unknownId}`, got: id });
  },
});

/** An id of the server's own making that no pool has any more, unless it was given again. */
async function expectNoneOfDeleted(context: CheckContext): Promise<void> {
  const { id, path } = await createPool(context);
  await context.prepare("deleteAgentPool", { path });
  const query = { "filter[agent-pool]": id };
  const exchange = await context.judge("listAgentPools", { query }, "success");
  const { status } = (await lookAt(context, path)).answer;
  if (isSuccess(status)) return;
  for (const item of itemsOf(exchange)) {
    const expected = `no pool with filter[agent-pool]=${id}, which was deleted`;
    context.breach(row, { exchange, pointer: item.pointer, expected, got: item.id });
  }
}
