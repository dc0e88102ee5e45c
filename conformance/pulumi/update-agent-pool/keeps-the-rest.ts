import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Exchange } from "../../kit/exchange.ts";
import {
  createPool,
  expectFacts,
  expectListedOnce,
  factsOf,
  isListed,
  listPools,
  lookAt,
  type PoolFacts,
} from "../pools.ts";

/** "Update a pool": a member that is left out keeps its value, whichever of the two it is. */
export const keepsTheRest = check<PulumiRequirementId>("pulumi/updateAgentPool/keeps-the-rest", {
  title: "change the name or the description alone, and keep the other",
  decides: [
    "update-agent-pool.keeps-the-rest",
    "update-agent-pool.name-optional",
    "update-agent-pool.description-optional",
    "update-agent-pool.updates",
    "update-agent-pool.answers-new-values",
    "update-agent-pool.answers-name",
    "update-agent-pool.answers-description",
  ],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context, { description: "As it was created" });
    let kept: PoolFacts = { name: pool.name, description: pool.description };
    for (const { change, optional } of [
      { change: { name: context.freshName() }, optional: "update-agent-pool.description-optional" },
      { change: { description: "As it was changed alone" }, optional: "update-agent-pool.name-optional" },
    ] as const) {
      const answer = await context.judge("updateAgentPool", { path: pool.path, body: change }, "either");
      const { status } = answer.answer;
      if (!isSuccess(status)) {
        const expected = `200 for a change of the ${Object.keys(change)} alone`;
        context.breach(optional, { exchange: answer, place: "status", expected, got: String(status) });
        continue;
      }
      const [changed] = Object.keys(change);
      const when = `after a change of the ${changed} alone`;
      const exchange = await lookAt(context, pool);
      const list = await listPools(context, isListed({ id: pool.id, ...change }));
      const listed = expectListedOnce(context, "update-agent-pool.updates", list, { id: pool.id, when });
      const shown = { exchange, pool: exchange.json };
      for (const each of listed ? [shown, { exchange: list.exchange, ...listed }] : [shown]) {
        // What the server has taken it has to do; that it leaves the rest alone is known of the vendor's service only.
        expectFacts(context, "update-agent-pool.updates", each, change, when);
        expectFacts(context, "update-agent-pool.keeps-the-rest", each, without(kept, change), when);
      }
      expectAgreement(context, answer, exchange, change);
      kept = { ...kept, ...change };
    }
    const { answer } = await context.judge("updateAgentPool", { path: pool.path, body: {} }, "either");
    context.observe({ kind: "reading", pointer: "", text: `a change of nothing is answered ${answer.status}` });
    const exchange = await lookAt(context, pool);
    const shown = { exchange, pool: exchange.json };
    expectFacts(context, "update-agent-pool.keeps-the-rest", shown, kept, "after a change of nothing");
  },
});

const without = (facts: PoolFacts, left: PoolFacts): PoolFacts =>
  Object.fromEntries(Object.entries(facts).filter(([member]) => !Object.hasOwn(left, member)));

/** What the answer tells of the pool is what the pool then is; it need not tell what was not sent. */
function expectAgreement(context: CheckContext, answer: Exchange, shown: Exchange, change: PoolFacts): void {
  const facts = factsOf(shown.json);
  for (const member of ["name", "description"] as const) {
    const got = valueAt(answer.json, `/${member}`);
    if (got === undefined || got === facts[member]) continue;
    if (typeof got !== "string") {
      const breach = { exchange: answer, pointer: `/${member}`, expected: "a string", got: describeValue(got) };
      context.breach(`update-agent-pool.answers-${member}`, breach);
      continue;
    }
    const expected = `${describeValue(facts[member])}, as the details show it then`;
    const breach = { exchange: answer, pointer: `/${member}`, expected, got: describeValue(got) };
    const isSent = Object.hasOwn(change, member);
    context.breach(isSent ? "update-agent-pool.answers-new-values" : "update-agent-pool.keeps-the-rest", breach);
  }
}
