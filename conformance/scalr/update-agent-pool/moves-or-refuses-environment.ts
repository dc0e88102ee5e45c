import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { answered, expectEverywhere, expectFacts, newFacts } from "../pool-facts.ts";
import { expectExactly } from "../pool-list.ts";
import { changeAsk, createPool, scopeId, scopeLinkage } from "../pools.ts";
import { expectRefused, observeReading, refusalRows } from "../refusal.ts";

const row: ScalrRequirementId = "update-agent-pool.environment";

/** The table of the change lists the environment. Whether a pool can leave its scope is open; that a success is true is not. */
export const movesOrRefusesEnvironment = check<ScalrRequirementId>(
  "scalr/updateAgentPool/moves-or-refuses-environment",
  {
    title: "move a pool to another environment as a whole, or refuse to",
    decides: [row, "agent-pool.name-unique", "list-agent-pools.filter-environment", ...refusalRows],
    needs: ["write", "state"],
    async run(context) {
      const relationships = scopeLinkage(context, "otherEnvironment");
      const resident = await createPool(context, { scope: "otherEnvironment" });
      const pool = await createPool(context);
      const taking = changeAsk(pool, { name: resident.name, relationships });
      const what = `moving ${pool.id} to an environment where another has the name ${resident.name}, under that name`;
      const refusal = { operationId: "updateAgentPool", ask: taking, what };
      await expectRefused(context, { requirement: "agent-pool.name-unique", ...refusal });

      const exchange = await context.judge("updateAgentPool", changeAsk(pool, { relationships }), "either");
      const { status } = exchange.answer;
      observeReading(context, `a change to another environment: answered ${status}`);
      const isMoved = isSuccess(status);
      const moved = isMoved ? ({ ...pool, scope: "otherEnvironment" } as const) : pool;
      const when = `after a change to another environment was answered ${status}`;
      const expectation = { wanted: newFacts(context, moved), when };
      if (isMoved) expectFacts(context, row, answered(exchange), expectation);
      await expectEverywhere(context, row, moved, expectation);
      for (const scope of ["environment", "otherEnvironment"] as const) {
        const query = { "filter[name]": pool.name, "filter[environment]": scopeId(context, scope) };
        const wanted = scope === moved.scope ? [moved] : [];
        await expectExactly(context, "list-agent-pools.filter-environment", query, {
          wanted,
          when: `with filter[environment]=${query["filter[environment]"]} ${when}`,
        });
      }
    },
  },
);
