import type { TerraformRequirementId } from "../../../generated/terraform/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import { changeDocument, createPool, expectShown, inOrganization } from "../pools.ts";
import { factsNow } from "../refusal.ts";

const row = "create-agent-pool.sample-response";

/** A creation has no id. One that is sent all the same may be refused or passed over, but makes no pool of another. */
export const keepsPoolWhoseIdIsSent = check<TerraformRequirementId>(
  "terraform/createAgentPool/keeps-pool-whose-id-is-sent",
  {
    title: "create no pool over another one whose id the body names",
    decides: [row],
    needs: ["write", "state"],
    async run(context) {
      const pool = await createPool(context);
      const facts = await factsNow(context, pool);
      const body = changeDocument(pool.id, { name: context.freshName() });
      const exchange = await context.judge("createAgentPool", { ...inOrganization(context), body }, "either");
      const { status } = exchange.answer;
      context.observe({ kind: "reading", pointer: "", text: `data.id in a creation is answered ${status}` });
      if (isSuccess(status) && valueAt(exchange.json, "/data/id") === pool.id) {
        const expected = "an id of its own for the new pool, or a refusal";
        context.breach(row, { exchange, pointer: "/data/id", expected, got: `${pool.id}, which another pool has` });
      }
      await expectShown(context, row, pool, facts, `after a creation with its id was answered ${status}`);
    },
  },
);
