import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { answered, expectEverywhere, expectFacts, newFacts } from "../pool-facts.ts";
import { createPool } from "../pools.ts";
import { link, linkAsk, twoWorkspaces, unlinkAll } from "../workspaces.ts";

const row: ScalrRequirementId = "update-agent-pool.workspaces-replaced";

/** JSON:API, "Updating a Resource's To-Many Relationships": the members sent are the whole set. */
export const replacesWorkspaces = check<ScalrRequirementId>("scalr/updateAgentPool/replaces-workspaces", {
  title: "unlink workspaces that are not among those of a change",
  decides: [row],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const { pair, scope } = twoWorkspaces(context);
    const pool = await createPool(context, { scope });
    await link(context, pool, pair);
    const [, second] = pair;
    const exchange = await context.judge("updateAgentPool", linkAsk(pool, [second]), "success");
    const wanted = { ...newFacts(context, pool), workspaces: [second] };
    const expectation = { wanted, when: `after a change that names ${second} alone` };
    expectFacts(context, row, answered(exchange), expectation);
    await expectEverywhere(context, row, pool, expectation);
    await unlinkAll(context, pool);
  },
});
