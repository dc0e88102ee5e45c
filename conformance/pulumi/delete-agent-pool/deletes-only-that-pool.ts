import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Exchange } from "../../kit/exchange.ts";
import { hasFailed } from "../../kit/has-failed.ts";
import { createNeighbourhood, expectUntouched } from "../neighbours.ts";
import { createPool, isUnlisted, listPools, lookAt, type OwnPool, organizationPath, type PoolList } from "../pools.ts";

/** "Delete a pool": one of several that could be taken for each other goes, for good; the others stay. */
export const deletesOnlyThatPool = check<PulumiRequirementId>("pulumi/deleteAgentPool/deletes-only-that-pool", {
  title: "delete the pool that the path names, and no other",
  decides: ["delete-agent-pool.only-that-pool", "delete-agent-pool.gone-from-list"],
  needs: ["write", "state"],
  async run(context) {
    const neighbourhood = await createNeighbourhood(context);
    const { pool } = neighbourhood;
    const before = await fixturePool(context);
    const deletion = await context.prepare("deleteAgentPool", { path: pool.path });
    const when = `after the deletion of ${pool.id}`;
    const list = await listPools(context, isUnlisted(pool.id));
    expectGone(context, list, pool, "which is deleted");
    await expectUntouched(context, "delete-agent-pool.only-that-pool", neighbourhood, { list, when });

    const after = before && isSuccess(before.answer.status) ? await fixturePool(context) : undefined;
    if (after && after.answer.status >= 400) {
      const expected = "the pool that poolWithAgents names still there";
      const got = `${after.answer.status} for it`;
      context.breach("delete-agent-pool.only-that-pool", { exchange: deletion, expected, got });
    }

    // What is written next can bring back what is only hidden.
    const next = await createPool(context);
    if (hasFailed(context) || next.id === pool.id) return;
    expectGone(
      context,
      await listPools(context, isUnlisted(pool.id)),
      pool,
      `which was deleted before ${next.id} was created`,
    );
  },
});

function expectGone(context: CheckContext, { exchange, pools }: PoolList, { id }: OwnPool, since: string): void {
  if (!pools.some((each) => valueAt(each, "/id") === id)) return;
  const [expected, got] = [`a list without ${id}, ${since}`, "a list with it"];
  context.breach("delete-agent-pool.gone-from-list", { exchange, pointer: "/agentPools", expected, got });
}

/** A pool that was there long before, and is to stay. */
async function fixturePool(context: CheckContext): Promise<Exchange | undefined> {
  const poolId = context.fixture("poolWithAgents");
  return poolId === undefined ? undefined : lookAt(context, { path: { ...organizationPath(context), poolId } });
}
