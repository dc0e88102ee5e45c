import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { hasFailed } from "../../kit/has-failed.ts";
import { createPool, expectFacts, factsOf } from "../pools.ts";

/** "Get pool details": each of several pools is shown by its own id, the same each time. */
export const showsThatPool = check<PulumiRequirementId>("pulumi/getAgentPool/shows-that-pool", {
  title: "show the pool that the path names, the same each time",
  decides: ["get-agent-pool.that-pool", "get-agent-pool.agents", "get-agent-pool.own-agents", "agent-pool.steady"],
  needs: ["write", "state"],
  async run(context) {
    const pools = [
      await createPool(context, { description: "The first of two" }),
      await createPool(context, { description: "The second of two" }),
    ];
    // Whoever answers the pool that was asked for last is seen by a pool with agents in between.
    await context.prepare("getAgentPool", await context.validAsk("getAgentPool"));
    const moments = new Map<string, unknown>();
    for (const pool of [...pools, ...pools]) {
      const { id, name, description, path } = pool;
      const exchange = await context.judge("getAgentPool", { path }, "success");
      if (hasFailed(context)) return;
      const shown = { exchange, pool: exchange.json };
      expectFacts(context, "get-agent-pool.that-pool", shown, { id, name, description }, "as it was created");
      if (hasFailed(context)) return;

      const { created } = factsOf(exchange.json);
      if (moments.has(id) && moments.get(id) !== created) {
        const expected = `${describeValue(moments.get(id))}, as it was told of ${id} before`;
        context.breach("agent-pool.steady", { exchange, pointer: "/created", expected, got: describeValue(created) });
      }
      moments.set(id, created);

      const agents = valueAt(exchange.json, "/agents");
      if (Array.isArray(agents) && agents.length > 0) {
        const expected = "no agent in a pool whose token no runner has got";
        const breach = { exchange, pointer: "/agents", expected, got: describeValue(agents) };
        context.breach("get-agent-pool.own-agents", breach);
      }
    }
  },
});
