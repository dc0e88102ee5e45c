import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { expectShown, factsOf, newFacts } from "../pool-facts.ts";
import { expectExactly, largePages, listPools } from "../pool-list.ts";
import { changeAsk, createPool, labelOf, lookAt, type OwnPool, poolIn } from "../pools.ts";
import { expectRefused } from "../refusal.ts";
import { expectStrayIdsRefused } from "../stray-ids.ts";

const row: ScalrRequirementId = "delete-agent-pool.gone";

/** Gone from every list, and for every operation; older, younger and equally named pools stay. */
export const deletesOnlyThatPool = check<ScalrRequirementId>("scalr/deleteAgentPool/deletes-only-that-pool", {
  title: "delete the pool that the path names as a whole, and no other",
  decides: [row, "delete-agent-pool.agent-pool", "delete-agent-pool.not-found", "update-agent-pool.not-found"],
  provokes: ["404"],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    const older = await createPool(context);
    const pool = await createPool(context);
    const twin = await createPool(context, { name: pool.name, scope: "account" });
    // Read before too, so that a stale copy shows.
    const filters = { name: { "filter[name]": pool.name }, id: { "filter[agent-pool]": pool.id } };
    const both = { wanted: [pool, twin], when: "of that name before the deletion" };
    await expectExactly(context, row, filters.name, both);
    await expectExactly(context, row, filters.id, { wanted: [pool], when: "of that id before the deletion" });

    await expectStrayIdsRefused(context, older, {
      operationId: "deleteAgentPool",
      requirement: "delete-agent-pool.not-found",
      askFor: (path) => ({ path }),
    });
    await context.judge("deleteAgentPool", { path: pool.path }, "success");
    await expectGone(context, pool);
    await expectExactly(context, row, filters.name, {
      wanted: [twin],
      when: `of that name after ${pool.id} was deleted`,
    });
    await endIfGivenAgain(context, pool);
    await expectExactly(context, row, filters.id, { wanted: [], when: "of that id after the deletion" });
    await expectUnlisted(context, pool);
    for (const neighbour of [older, twin]) {
      const expectation = { wanted: newFacts(context, neighbour), when: `after the deletion of ${pool.id}` };
      await expectShown(context, "delete-agent-pool.agent-pool", neighbour, expectation);
    }
  },
});

async function expectGone(context: CheckContext, pool: OwnPool): Promise<void> {
  const what = `${labelOf(pool)}, which was deleted`;
  const requests = [
    { operationId: "getAgentPool", requirement: row, ask: { path: pool.path } },
    {
      operationId: "updateAgentPool",
      requirement: "update-agent-pool.not-found",
      ask: changeAsk(pool, { name: context.freshName() }),
    },
    { operationId: "deleteAgentPool", requirement: "delete-agent-pool.not-found", ask: { path: pool.path } },
    { operationId: "getAgentPool", requirement: row, ask: { path: pool.path } },
  ] as const;
  for (const request of requests) {
    await endIfGivenAgain(context, pool);
    await expectRefused(context, { ...request, what, statuses: [404] });
  }
}

/** Some servers give an id again that has become free; what somebody else has under it by then is not ours to touch. */
async function endIfGivenAgain(context: CheckContext, { id, path }: OwnPool): Promise<void> {
  const shown = await lookAt(context, path);
  const { name } = factsOf(poolIn(shown));
  const isOurs = typeof name !== "string" || name.startsWith(context.namePrefix);
  if (isSuccess(shown.answer.status) && !isOurs) context.unverified(`the id ${id} was given again, to ${name}`);
}

async function expectUnlisted(context: CheckContext, pool: OwnPool): Promise<void> {
  const { listed } = await listPools(context, largePages);
  const ghost = listed.find(({ id }) => id === pool.id);
  if (!ghost) return;
  await endIfGivenAgain(context, pool);
  const { exchange, pointer } = ghost;
  context.breach(row, { exchange, pointer, expected: `no ${labelOf(pool)} after its deletion`, got: "it" });
}
