import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { answered, expectEverywhere, expectFacts, newFacts, type PoolFacts } from "../pool-facts.ts";
import { type Change, changeAsk, createPool, type OwnPool, workspaceLinkage } from "../pools.ts";
import { unlinkAll } from "../workspaces.ts";

const row: ScalrRequirementId = "update-agent-pool.name-left-out";

/** What a change leaves out stays: the name, as in the sample of the bulk link, the scope, and the workspaces. */
export const keepsTheRest = check<ScalrRequirementId>("scalr/updateAgentPool/keeps-the-rest", {
  title: "keep of a pool what a change does not name",
  decides: [row, "update-agent-pool.updated", "agent-pool.workspaces", "jsonapi.update-keeps-relationships"],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const pool = await createPool(context);
    const first = newFacts(context, pool);
    // Without any workspace the set that is sent is empty, which is a change without a name all the same.
    context.wants("workspaces");
    const workspaces = context.fixtures("workspaces").toSorted();
    const linked = { ...first, workspaces };
    const linking = { relationships: workspaceLinkage(workspaces) };
    await expectChanged(context, pool, linking, { wanted: linked, when: "after a change of the workspaces alone" });
    const name = context.freshName();
    const renamed = { ...linked, name };
    await expectChanged(context, pool, { name }, { wanted: renamed, when: "after a change of the name alone" });
    await expectChanged(context, pool, linking, { wanted: renamed, when: "after its own workspaces were sent again" });
    await unlinkAll(context, pool);
  },
});

async function expectChanged(
  context: CheckContext,
  pool: OwnPool,
  change: Change,
  expectation: { readonly wanted: PoolFacts; readonly when: string },
): Promise<void> {
  const exchange = await context.judge("updateAgentPool", changeAsk(pool, change), "success");
  expectFacts(context, row, answered(exchange), expectation);
  await expectEverywhere(context, row, pool, expectation);
}
