import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { expectShown, newFacts } from "../pool-facts.ts";
import { expectExactly } from "../pool-list.ts";
import { changeAsk, createPool, neededFixture, poolBody, workspaceLinkage } from "../pools.ts";
import { expectRefused, refusalRows } from "../refusal.ts";
import { linkAsk, unlinkAll } from "../workspaces.ts";

const row: ScalrRequirementId = "create-agent-pool.environment-scope-access";

/** "If a pool is created at the environment scope, then only the workspaces in that environment can use that pool." */
export const closesEnvironmentPool = check<ScalrRequirementId>("scalr/createAgentPool/closes-environment-pool", {
  title: "let no workspace of another environment use an environment's pool",
  decides: [row, ...refusalRows],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const [own, other] = [neededFixture(context, "workspaces"), neededFixture(context, "otherWorkspace")];
    const body = poolBody(context, { workspaces: [other] });
    const what = `a pool of an environment with ${other}, a workspace of another`;
    await expectRefused(context, { requirement: row, operationId: "createAgentPool", ask: { body }, what });
    const { name } = body.data.attributes;
    await expectExactly(context, row, { "filter[name]": name }, { wanted: [], when: "after its creation was refused" });

    const pool = await createPool(context);
    for (const workspaces of [[other], [own, other]]) {
      const ask = changeAsk(pool, { name: context.freshName(), relationships: workspaceLinkage(workspaces) });
      const change = `linking ${workspaces.join(", ")} to a pool of an environment: ${other} is of another`;
      await expectRefused(context, { requirement: row, operationId: "updateAgentPool", ask, what: change });
    }
    await expectShown(context, row, pool, { wanted: newFacts(context, pool), when: "after changes that are refused" });
    await context.control("updateAgentPool", linkAsk(pool, [own]));
    await unlinkAll(context, pool);
  },
});
