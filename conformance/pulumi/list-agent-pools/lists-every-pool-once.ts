import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { isPathValue } from "../../../src/contract/route.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import {
  areListed,
  createFurther,
  createNamesake,
  createPool,
  expectFacts,
  expectListedOnce,
  isListed,
  judgeList,
  listPools,
  lookAt,
  type OwnPool,
  organizationPath,
} from "../pools.ts";

const fewestMade = 7;
/** More than what most servers that cut lists put on a page. */
const fewestListed = 31;
/** Of pools that the list does not show any more, so many are looked at. */
const mostLookedAt = 5;

/** "List registered pools": all of them in one answer, as the page knows no pages. */
export const listsEveryPoolOnce = check<PulumiRequirementId>("pulumi/listAgentPools/lists-every-pool-once", {
  title: "list every pool of the organization once",
  decides: ["list-agent-pools.complete", "list-agent-pools.success"],
  needs: ["write", "state"],
  async run(context) {
    const before = (await listPools(context)).pools.map((pool) => valueAt(pool, "/id"));
    const first = await createPool(context);
    const made: OwnPool[] = [first, await createPool(context)];
    while (made.length < fewestMade || before.length + made.length < fewestListed) {
      const further = await createFurther(context);
      if (!further) break;
      made.push(further);
    }
    const namesake = await createNamesake(context, first);
    if (namesake) made.push(namesake);
    const list = await judgeList(context, areListed(made));
    if (!isSuccess(list.exchange.answer.status)) return;
    const requirement = "list-agent-pools.complete";
    for (const { id, name } of made) {
      const listed = expectListedOnce(context, requirement, list, { id, when: "in the list of all pools" });
      if (listed) expectFacts(context, requirement, { exchange: list.exchange, ...listed }, { name }, `for ${id}`);
    }

    const ids = list.pools.map((pool) => valueAt(pool, "/id"));
    const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
    if (repeated !== undefined) {
      const [expected, got] = ["every id once", `${repeated} again`];
      context.breach(requirement, { exchange: list.exchange, pointer: "/agentPools", expected, got });
    }

    // A list that shows the newest only loses others for those that were made.
    for (const poolId of before.filter((id) => !ids.includes(id)).slice(0, mostLookedAt))
      await expectListedIfShown(context, String(poolId));
    context.wants("poolWithAgents");
    const poolId = context.fixture("poolWithAgents");
    if (poolId !== undefined && !ids.includes(poolId)) await expectListedIfShown(context, poolId);
  },
});

/** It may be gone by now, or a fixture be wrong; then it is no pool of the organization. */
async function expectListedIfShown(context: CheckContext, id: string): Promise<void> {
  if (!isPathValue(id)) return;
  const shown = await lookAt(context, { path: { ...organizationPath(context), poolId: id } });
  if (!isSuccess(shown.answer.status)) return;
  const list = await listPools(context, isListed({ id }));
  expectListedOnce(context, "list-agent-pools.complete", list, { id, when: "as its details are shown" });
}
