import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { expectListedOnce, poolsList } from "../lists.ts";
import { createPool, creationOf, ownPool } from "../pools.ts";

const row = "list-agent-pools.membership";

/** Pools of which we know otherwise that they belong to the organization: our own, and the one that is named to us. */
export const listsEveryPool = check<TerraformRequirementId>("terraform/listAgentPools/lists-every-pool", {
  title: "list every pool of the organization once, over all pages",
  decides: [row],
  needs: ["state"],
  isAlone: true,
  async run(context) {
    const named = await namedPools(context);
    const own = context.has("write") ? await ownPools(context) : [];
    const known = [...named, ...own];
    if (known.length === 0) {
      context.unverified("no pool of the organization is known: pass --fixture poolWithAgents=ID", "poolWithAgents");
    }
    const when = "as it is a pool of the organization";
    await expectListedOnce(context, row, poolsList(context), known, when, {
      isWhole: true,
      ...(own.length > 0 && { newest: own }),
    });
  },
});

/** Two, or as many as the server allows. */
async function ownPools(context: CheckContext): Promise<string[]> {
  const first = await createPool(context);
  const name = context.freshName();
  const second = await context.judge("createAgentPool", creationOf(context, name), "either");
  return [first.id, ...(isSuccess(second.answer.status) ? [ownPool(context, name, second).id] : [])];
}

async function namedPools(context: CheckContext): Promise<string[]> {
  context.wants("poolWithAgents");
  const id = context.fixture("poolWithAgents");
  if (id === undefined) return [];
  const { answer } = await context.judge("showAgentPool", { path: { agent_pool_id: id } }, "either");
  return isSuccess(answer.status) ? [id] : [];
}
