import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { seenByOwner } from "../../kit/foreign-thing.ts";
import { createPool, listPools } from "../pools.ts";

/** "List registered pools": for an organization, so none of another one. */
export const listsNoForeignPool = check<PulumiRequirementId>("pulumi/listAgentPools/lists-no-foreign-pool", {
  title: "list no pool of another organization",
  decides: ["list-agent-pools.only-that-organization"],
  needs: ["state"],
  async run(context) {
    const foreignPool =
      context.fixture("foreignPool") ??
      context.unverified(
        "there is no fixture foreignPool: pass --fixture foreignPool=ID, or --without foreignPool",
        "foreignPool",
      );
    const { exchange, pools } = await listPools(context);
    const place = pools.findIndex((pool) => valueAt(pool, "/id") === foreignPool);
    if (place !== -1) {
      await expectForeign(context, foreignPool);
      const expected = "pools of this organization only";
      const got = `${foreignPool}, which foreignPool names as one of another`;
      const breach = { exchange, pointer: `/agentPools/${place}/id`, expected, got };
      context.breach("list-agent-pools.only-that-organization", breach);
    }
    await expectHiddenThere(context);
  },
});

/** If its own user is not shown it either, it is not the server that mistook it for one of ours. */
async function expectForeign(context: CheckContext, poolId: string): Promise<void> {
  const organization = context.fixture("otherOrganization");
  if (organization === undefined) return;
  const ask = { path: { organization, poolId } };
  await seenByOwner(context, { fixture: "foreignPool", id: poolId, operationId: "getAgentPool", ask });
}

/** The other organization's list, as its own user sees it, where the target names one. */
async function expectHiddenThere(context: CheckContext): Promise<void> {
  context.wants("otherOrganization", "otherToken");
  const organization = context.fixture("otherOrganization");
  if (context.otherToken === undefined || organization === undefined || !context.has("write")) return;
  const { id } = await createPool(context);
  const ask = { path: { organization }, token: context.otherToken };
  const exchange = await context.judge("listAgentPools", ask, "either");
  const pools = valueAt(exchange.json, "/agentPools");
  const place = Array.isArray(pools) ? pools.findIndex((pool) => valueAt(pool, "/id") === id) : -1;
  if (place === -1) return;
  const expected = `pools of ${organization} only`;
  const got = `${id}, which belongs to ${context.datum("organization")}`;
  const breach = { exchange, pointer: `/agentPools/${place}/id`, expected, got };
  context.breach("list-agent-pools.only-that-organization", breach);
}
