import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { check } from "../../kit/check.ts";
import { createPool, listPools, lookAt } from "../pools.ts";

/** A deleted pool cannot be changed, and the attempt does not bring it back. */
export const refusesDeletedPool = check<PulumiRequirementId>("pulumi/updateAgentPool/refuses-deleted-pool", {
  title: "refuse to change a deleted pool, which stays gone",
  decides: [
    "update-agent-pool.unknown-pool-refused",
    "delete-agent-pool.gone-from-get",
    "delete-agent-pool.gone-from-list",
  ],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const body = { name: context.freshName(), description: "Changed by a conformance run" };
    const ask = { path: pool.path, body };
    await context.control("updateAgentPool", ask);
    await lookAt(context, pool);
    await listPools(context);
    await context.prepare("deleteAgentPool", { path: pool.path });

    await context.judge("updateAgentPool", ask, "refusal");
    const exchange = await lookAt(context, pool);
    if (exchange.answer.status < 400) {
      const [expected, got] = [`a refusal of ${pool.id}, which is deleted`, `${exchange.answer.status}`];
      context.breach("delete-agent-pool.gone-from-get", { exchange, place: "status", expected, got });
    }
    const isBack = (each: unknown) => valueAt(each, "/id") === pool.id || valueAt(each, "/name") === body.name;
    const list = await listPools(context, (pools) => !pools.some(isBack));
    const back = list.pools.find(isBack);
    if (back === undefined) return;
    const expected = `a list without ${pool.id}, which is deleted`;
    const got = `${valueAt(back, "/id")} named ${JSON.stringify(valueAt(back, "/name"))}`;
    context.breach("delete-agent-pool.gone-from-list", {
      exchange: list.exchange,
      pointer: "/agentPools",
      expected,
      got,
    });
  },
});
