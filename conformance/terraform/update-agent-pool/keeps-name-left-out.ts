import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { changeDocument, createPool, dataOf, expectFacts, expectShown } from "../pools.ts";

const row = "update-agent-pool.name-default";

/** "(previous value)" is the default of the name. */
export const keepsNameLeftOut = check<TerraformRequirementId>("terraform/updateAgentPool/keeps-name-left-out", {
  title: "keep the name of a pool where a change leaves it out",
  decides: [row],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const { id, path } = pool;
    const name = { "/attributes/name": pool.name };
    const leftOut = [
      { what: "without attributes", body: changeDocument(id) },
      { what: "with attributes that are empty", body: changeDocument(id, {}) },
    ];
    for (const { what, body } of leftOut) {
      const exchange = await context.judge("updateAgentPool", { path, body }, "either");
      const { status } = exchange.answer;
      if (isSuccess(status)) expectFacts(context, row, dataOf(exchange), name, `after a change ${what}`);
      else {
        const expected = `200 for a change ${what}, as the name has a default`;
        context.breach(row, { exchange, place: "status", expected, got: String(status) });
      }
      await expectShown(context, row, pool, name, `after a change ${what}`);
    }
    // Null is no string, and may be taken for no name; either way the pool keeps the one that it has.
    for (const attributes of [{ name: null }, null]) {
      const body = { data: { id, type: "agent-pools", attributes } };
      const { answer } = await context.judge("updateAgentPool", { path, body }, "either");
      const what = `with ${JSON.stringify({ attributes })}`;
      context.observe({ kind: "reading", pointer: "", text: `a change ${what} is answered ${answer.status}` });
      await expectShown(context, row, pool, name, `after a change ${what} was answered ${answer.status}`);
    }
  },
});
