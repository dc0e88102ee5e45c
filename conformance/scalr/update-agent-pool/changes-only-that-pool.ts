import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { expectListed, expectShown, newFacts } from "../pool-facts.ts";
import { changeAsk, changeBody, createPool, type OwnPool } from "../pools.ts";
import { observeReading, refusalRows } from "../refusal.ts";
import { expectStrayIdsRefused } from "../stray-ids.ts";

const row: ScalrRequirementId = "update-agent-pool.agent-pool";

/** The path says which pool is changed. Around it are an older one, and a younger one of its name at another scope. */
export const changesOnlyThatPool = check<ScalrRequirementId>("scalr/updateAgentPool/changes-only-that-pool", {
  title: "change the pool that the path names, and no other",
  decides: [row, "update-agent-pool.updated", "update-agent-pool.not-found", ...refusalRows],
  needs: ["write", "state"],
  async run(context) {
    const older = await createPool(context);
    const pool = await createPool(context);
    const twin = await createPool(context, { name: pool.name, scope: "account" });

    const name = context.freshName();
    await context.judge("updateAgentPool", changeAsk(pool, { name }), "success");
    await expectNamed(context, pool, name, "after its change");
    const afterAnother = `after the change of ${pool.id}`;
    await expectNamed(context, older, older.name, afterAnother);
    await expectNamed(context, twin, twin.name, afterAnother);
    await expectListed(context, row, twin, { wanted: newFacts(context, twin), when: afterAnother });

    // Two ids that contradict each other: whether that is refused is open, but the one in the body is not changed.
    const other = context.freshName();
    const crossed = { path: pool.path, body: changeBody({ id: older.id, name: other }) };
    const exchange = await context.judge("updateAgentPool", crossed, "either");
    const { status } = exchange.answer;
    observeReading(context, `a change whose data.id is that of another pool: answered ${status}`);
    const when = `after a change at ${pool.id} that names ${older.id} in its body was answered ${status}`;
    await expectNamed(context, pool, isSuccess(status) ? other : name, when);
    await expectNamed(context, older, older.name, when);

    await expectStrayIdsRefused(context, older, {
      operationId: "updateAgentPool",
      requirement: "update-agent-pool.not-found",
      // Without data.id, which might be refused for not being the pool's own.
      askFor: (path) => ({ path, body: changeBody({ name: context.freshName() }) }),
    });
    await expectNamed(context, older, older.name, "after changes at what is not quite its id");
  },
});

async function expectNamed(context: CheckContext, pool: OwnPool, name: string, when: string): Promise<void> {
  await expectShown(context, row, pool, { wanted: { ...newFacts(context, pool), name }, when });
}
