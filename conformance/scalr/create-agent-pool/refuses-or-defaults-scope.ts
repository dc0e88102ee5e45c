import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Exchange } from "../../kit/exchange.ts";
import { answered, expectEverywhere, expectFacts, factsOf } from "../pool-facts.ts";
import { expectExactly } from "../pool-list.ts";
import { createPool, ownPool, poolBody, poolIn } from "../pools.ts";
import { observeReading } from "../refusal.ts";

const row: ScalrRequirementId = "create-agent-pool.scope-defined";

/** "The scope must be defined", says the page, and the vendor's clients leave it out. */
export const refusesOrDefaultsScope = check<ScalrRequirementId>("scalr/createAgentPool/refuses-or-defaults-scope", {
  title: "refuse a pool without a scope, or give it that of the account",
  decides: [row],
  provokes: ["422"],
  needs: ["write", "state"],
  async run(context) {
    // First, so that a quota that is used up is not taken for an answer to the question.
    await createPool(context);
    await context.release();
    const { data } = poolBody(context);
    const body = { data: { type: data.type, attributes: data.attributes } };
    const exchange = await context.judge("createAgentPool", { body }, "either");
    const { status } = exchange.answer;
    observeReading(context, `a pool without account and environment: answered ${status}`);
    if (isSuccess(status)) return expectAccountScope(context, exchange, { data });
    if (status !== 422 && status < 500) {
      const expected = "201, or 422 for a body without account and environment";
      context.breach(row, { exchange, place: "status", expected, got: String(status) });
    }
    const name = data.attributes.name;
    await expectExactly(context, row, { "filter[name]": name }, { wanted: [], when: "after its refusal" });
  },
});

async function expectAccountScope(context: CheckContext, created: Exchange, body: ReturnType<typeof poolBody>) {
  const pool = ownPool(context, "account", body, created);
  const { account } = factsOf(poolIn(created));
  const wanted = { name: pool.name, environment: [], ...(account.length > 0 && { account }) };
  const expectation = { wanted, when: "where no scope was sent" };
  expectFacts(context, row, answered(created), expectation);
  await expectEverywhere(context, row, pool, expectation);
}
