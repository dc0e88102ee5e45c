import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import {
  createFurther,
  createNamesake,
  createPool,
  expectFacts,
  expectListedOnce,
  listPools,
  lookAt,
  type OwnPool,
  organizationPath,
} from "../pools.ts";

/** More than what many a server puts on a page, together with a few that are there already. */
const poolsMade = 7;

/** "List registered pools": all of them in one answer, as the page knows no pages. */
export const listsEveryPoolOnce = check<PulumiRequirementId>("pulumi/listAgentPools/lists-every-pool-once", {
  title: "list every pool of the organization once",
  decides: ["list-agent-pools.complete"],
  needs: ["write", "state"],
  async run(context) {
    const first = await createPool(context);
    const made: OwnPool[] = [first, await createPool(context)];
    while (made.length < poolsMade) {
      const further = await createFurther(context);
      if (!further) break;
      made.push(further);
    }
    const namesake = await createNamesake(context, first);
    if (namesake) made.push(namesake);
    const list = await listPools(context);
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

    context.wants("poolWithAgents");
    const poolId = context.fixture("poolWithAgents");
    if (poolId === undefined || ids.includes(poolId)) return;
    // It may be gone by now, or the fixture be wrong; then it is no pool of the organization.
    const shown = await lookAt(context, { path: { ...organizationPath(context), poolId } });
    if (!isSuccess(shown.answer.status)) return;
    expectListedOnce(context, requirement, await listPools(context), { id: poolId, when: "as its details are shown" });
  },
});
