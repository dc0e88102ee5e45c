import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { answered, expectEverywhere, expectFacts, expectShown, newFacts } from "../pool-facts.ts";
import { createPool } from "../pools.ts";
import { linkAsk, linkableWorkspaces, unlinkAll } from "../workspaces.ts";

const row: ScalrRequirementId = "agent-pool.workspaces-bulk";

/** "Bulk link the agent pool to multiple workspaces", and unlink them again. */
export const linksWorkspaces = check<ScalrRequirementId>("scalr/updateAgentPool/links-workspaces", {
  title: "link the workspaces that a change names, and unlink all for none",
  decides: [
    row,
    "update-agent-pool.sample-request",
    "update-agent-pool.workspaces",
    "update-agent-pool.workspaces-unlinked",
    "agent-pool.workspaces",
    "agent-pool.workspace-id",
    "agent-pool.workspace-type",
  ],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const { ids, scope } = linkableWorkspaces(context);
    const pool = await createPool(context, { scope });
    const bystander = await createPool(context, { scope });
    for (const workspaces of [ids.toSorted(), []]) {
      const when = workspaces.length === 0 ? "after unlinking all workspaces" : "after linking workspaces";
      const expectation = { wanted: { ...newFacts(context, pool), workspaces }, when };
      const exchange = await context.judge("updateAgentPool", linkAsk(pool, workspaces), "success");
      expectFacts(context, row, answered(exchange), expectation);
      await expectEverywhere(context, row, pool, expectation);
    }
    const untouched = { wanted: newFacts(context, bystander), when: "after workspaces were linked to another pool" };
    await expectShown(context, row, bystander, untouched);
    // What was unlinked can be linked anew.
    const again = await context.judge("updateAgentPool", linkAsk(bystander, ids), "success");
    const wanted = { ...newFacts(context, bystander), workspaces: ids.toSorted() };
    expectFacts(context, row, answered(again), { wanted, when: "after linking workspaces that were unlinked" });
    await unlinkAll(context, bystander);
  },
});
