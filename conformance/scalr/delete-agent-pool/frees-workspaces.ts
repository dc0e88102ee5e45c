import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { answered, expectFacts, expectShown, factsOf, newFacts } from "../pool-facts.ts";
import { createPool, labelOf, lookAt, type OwnPool, poolIn } from "../pools.ts";
import { holdToContract } from "../refusal.ts";
import { linkAsk, linkableWorkspaces, unlinkAll } from "../workspaces.ts";

const row: ScalrRequirementId = "delete-agent-pool.agent-pool";

/** Only busy agents keep a pool. With it go its links to workspaces, but neither the workspaces nor the links of other pools. */
export const freesWorkspaces = check<ScalrRequirementId>("scalr/deleteAgentPool/frees-workspaces", {
  title: "delete a pool with workspaces, and leave them free for another",
  decides: [row, "delete-agent-pool.success", "delete-agent-pool.gone"],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const { ids, scope } = linkableWorkspaces(context);
    const [freed = "", ...kept] = ids;
    const pool = await createPool(context, { scope });
    const other = await createPool(context, { scope });
    // Pools that had it have been deleted before, so that this may fail for the same reason.
    const first = await context.judge("updateAgentPool", linkAsk(pool, [freed]), "success");
    if (!isSuccess(first.answer.status)) return;
    if (kept.length > 0) {
      const second = await context.judge("updateAgentPool", linkAsk(other, kept), "either");
      if (!isSuccess(second.answer.status)) {
        await unlinkAll(context, pool, other);
        context.unverified(`linking ${kept.join(", ")} as well was answered ${second.answer.status}`);
      }
    }

    const deletion = await context.judge("deleteAgentPool", { path: pool.path }, "either");
    const { status } = deletion.answer;
    if (!isSuccess(status)) {
      await unlinkAll(context, pool, other);
      // The page has one cause for 409, and others may have theirs.
      if (status === 409)
        context.unverified("answered 409 for a pool with workspaces: they may have to be unlinked first");
    }
    holdToContract(context, deletion, "success");
    if (!isSuccess(status)) return;
    await expectGone(context, pool);
    const remaining = {
      wanted: { ...newFacts(context, other), workspaces: kept.toSorted() },
      when: "after another was deleted",
    };
    await expectShown(context, row, other, remaining);
    const linking = await context.judge("updateAgentPool", linkAsk(other, ids), "success");
    const wanted = { ...newFacts(context, other), workspaces: ids.toSorted() };
    const expectation = { wanted, when: `after linking ${freed}, whose pool was deleted` };
    expectFacts(context, row, answered(linking), expectation);
    await unlinkAll(context, other);
  },
});

/** Its id may have been given to a new pool, which has another name. */
async function expectGone(context: CheckContext, pool: OwnPool): Promise<void> {
  const exchange = await lookAt(context, pool.path);
  if (!isSuccess(exchange.answer.status) || factsOf(poolIn(exchange)).name !== pool.name) return;
  const expected = `404 for ${labelOf(pool)}, which had a workspace when it was deleted`;
  context.breach("delete-agent-pool.gone", {
    exchange,
    place: "status",
    expected,
    got: String(exchange.answer.status),
  });
}
