import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { answered, expectEverywhere, expectFacts, expectShown, newFacts } from "../pool-facts.ts";
import { changeAsk, createPool, type OwnPool, workspaceLinkage } from "../pools.ts";
import { expectRefused, refusalRows } from "../refusal.ts";
import { link, unlinkAll } from "../workspaces.ts";

const row: ScalrRequirementId = "update-agent-pool.name-taken";

/** A name is unique within a scope after a change too; in another scope, and once it was given up, it is free. */
export const refusesTakenNameOnUpdate = check<ScalrRequirementId>("scalr/updateAgentPool/refuses-taken-name", {
  title: "refuse a name that another pool of the scope has, and only that",
  decides: [row, "agent-pool.name-unique", "errors.nothing-changed", ...refusalRows],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const owner = await createPool(context);
    const rival = await createPool(context);
    const afar = await createPool(context, { scope: "account" });
    const { name } = owner;
    // So that it can be seen what a refused change has done before it was refused.
    context.wants("workspaces");
    const workspaces = context.fixtures("workspaces").toSorted();
    if (workspaces.length > 0) await link(context, rival, workspaces);

    const ask = changeAsk(rival, { name, ...(workspaces.length > 0 && { relationships: workspaceLinkage([]) }) });
    const what = `a change to the name ${name}, which another pool of the same environment has`;
    await expectRefused(context, { requirement: row, operationId: "updateAgentPool", ask, what });
    const when = "after it was to get the name of another pool";
    const unchanged = { wanted: { ...newFacts(context, rival), workspaces }, when };
    await expectEverywhere(context, "errors.nothing-changed", rival, unchanged);
    if (workspaces.length > 0) await unlinkAll(context, rival);
    await expectShown(context, row, owner, {
      wanted: newFacts(context, owner),
      when: "after another was to get its name",
    });

    await expectGiven(context, afar, name, "which a pool of another scope has");
    await context.prepare("updateAgentPool", changeAsk(owner, { name: context.freshName() }));
    await expectGiven(context, rival, name, "which the pool that had it gave up");
  },
});

async function expectGiven(context: CheckContext, pool: OwnPool, name: string, which: string): Promise<void> {
  const exchange = await context.judge("updateAgentPool", changeAsk(pool, { name }), "success");
  const expectation = { wanted: { ...newFacts(context, pool), name }, when: `after a change to a name ${which}` };
  expectFacts(context, "agent-pool.name-unique", answered(exchange), expectation);
}
