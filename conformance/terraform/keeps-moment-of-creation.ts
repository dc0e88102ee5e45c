import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { changeDocument, createPool, factsOf, inOrganization, lookAt, ownPool } from "./pools.ts";

const row = "agent-pool.created-at-steady";
const pointer = "/data/attributes/created-at";
/** Before there were agents, or the service. */
const wrongMoment = "1999-12-31T00:00:00.000Z";

/** `created-at` is none of the properties that a body has; a server may refuse it or pass over it, but not believe it. */
export const createsAtItsOwnMoment = check<TerraformRequirementId>(
  "terraform/createAgentPool/keeps-moment-of-creation",
  {
    title: "take no moment of creation from the body that creates a pool",
    decides: [row],
    needs: ["write", "state"],
    async run(context) {
      const name = context.freshName();
      const attributes = { name, "created-at": wrongMoment };
      const body = { data: { type: "agent-pools", attributes } };
      const created = await context.judge("createAgentPool", { ...inOrganization(context), body }, "either");
      tell(context, created);
      if (!isSuccess(created.answer.status)) return;
      expectNotBelieved(context, created);
      expectNotBelieved(context, await lookAt(context, ownPool(context, name, created)));
    },
  },
);

export const changesNoMomentOfCreation = check<TerraformRequirementId>(
  "terraform/updateAgentPool/keeps-moment-of-creation",
  {
    title: "keep the moment of creation when a change names another",
    decides: [row],
    needs: ["write", "state"],
    async run(context) {
      const pool = await createPool(context);
      const attributes = { name: context.freshName(), "created-at": wrongMoment };
      const changed = await context.judge(
        "updateAgentPool",
        { path: pool.path, body: changeDocument(pool.id, attributes) },
        "either",
      );
      tell(context, changed);
      if (isSuccess(changed.answer.status)) expectNotBelieved(context, changed);
      expectNotBelieved(context, await lookAt(context, pool));
    },
  },
);

function tell(context: CheckContext, { answer }: Exchange): void {
  context.observe({ kind: "reading", pointer: "", text: `created-at in a body is answered ${answer.status}` });
}

function expectNotBelieved(context: CheckContext, exchange: Exchange): void {
  const got = factsOf(valueAt(exchange.json, "/data"))["/attributes/created-at"];
  if (typeof got !== "string" || Date.parse(got) !== Date.parse(wrongMoment)) return;
  const expected = "the moment at which the server created the pool";
  context.breach(row, { exchange, pointer, expected, got: `${got}, as the body had it` });
}
