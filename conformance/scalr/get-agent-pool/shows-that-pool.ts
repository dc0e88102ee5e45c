import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { check } from "../../kit/check.ts";
import { expectShown, newFacts } from "../pool-facts.ts";
import { createPool } from "../pools.ts";
import { refusalRows } from "../refusal.ts";
import { expectStrayIdsRefused } from "../stray-ids.ts";

const row: ScalrRequirementId = "get-agent-pool.agent-pool";

/** The path says which pool is shown, be there another of its name; the same one each time. */
export const showsThatPool = check<ScalrRequirementId>("scalr/getAgentPool/shows-that-pool", {
  title: "show the pool that the path names, whichever was asked for before",
  decides: [row, "get-agent-pool.not-found", ...refusalRows],
  needs: ["write", "state"],
  async run(context) {
    const one = await createPool(context);
    const twin = await createPool(context, { name: one.name, scope: "account" });
    for (const pool of [one, twin, one])
      await expectShown(context, row, pool, { wanted: newFacts(context, pool), when: "as it was created" });
    await expectStrayIdsRefused(context, one, {
      operationId: "getAgentPool",
      requirement: "get-agent-pool.not-found",
      askFor: (path) => ({ path }),
    });
  },
});
