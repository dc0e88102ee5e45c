import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import { oddEndings } from "../odd-endings.ts";
import { answered, expectFacts, expectShown, newFacts } from "../pool-facts.ts";
import { expectExactly } from "../pool-list.ts";
import { changeAsk, createPool, type OwnPool } from "../pools.ts";
import { observeReading } from "../refusal.ts";

const row: ScalrRequirementId = "update-agent-pool.name";

/** `data.attributes.name` of "Update an Agent Pool". Everything is read before too, so that a stale copy shows. */
export const changesName = check<ScalrRequirementId>("scalr/updateAgentPool/changes-name", {
  title: "change the name of a pool, and nothing else of it",
  decides: [row, "update-agent-pool.updated"],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const before = newFacts(context, pool);
    await expectShown(context, row, pool, { wanted: before, when: "before the change" });
    await expectExactly(context, row, { "filter[name]": pool.name }, { wanted: [pool], when: "before the change" });

    const renamed = { ...pool, name: `${context.freshName()}Rn` };
    const exchange = await context.judge("updateAgentPool", changeAsk(pool, { name: renamed.name }), "success");
    const expectation = { wanted: { ...before, name: renamed.name }, when: "after a change of the name alone" };
    expectFacts(context, row, answered(exchange), expectation);
    await expectShown(context, row, renamed, expectation);
    const now = { wanted: [renamed], when: "with its new name as filter[name]" };
    const { listed } = await expectExactly(context, row, { "filter[name]": renamed.name }, now);
    for (const item of listed) expectFacts(context, row, item, expectation);
    const former = { wanted: [], when: "with its former name as filter[name]" };
    await expectExactly(context, row, { "filter[name]": pool.name }, former);
    await expectOddNamesKept(context, pool);
  },
});

/** What a creation takes as it is may be spoilt by a change. A server that sets names a limit is not accused. */
async function expectOddNamesKept(context: CheckContext, pool: OwnPool): Promise<void> {
  for (const [what, ending] of Object.entries(oddEndings)) {
    const name = `${context.freshName()}${ending}`;
    const exchange = await context.judge("updateAgentPool", changeAsk(pool, { name }), "either");
    observeReading(context, `a change to a name of ${what}: answered ${exchange.answer.status}`);
    if (!isSuccess(exchange.answer.status)) continue;
    const expectation = { wanted: { ...newFacts(context, pool), name }, when: "as sent" };
    expectFacts(context, row, answered(exchange), expectation);
    await expectShown(context, row, pool, expectation);
  }
}
