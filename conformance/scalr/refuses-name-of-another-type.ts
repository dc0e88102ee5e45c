import type { ScalrRequirementId } from "../../generated/scalr/requirements.ts";
import { check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { expectShown, newFacts } from "./pool-facts.ts";
import { createPool, poolBody } from "./pools.ts";
import { refusalRows } from "./refusal.ts";

/** Values that a server could make a text of, or take for none, if it did not look at their type. */
const otherNames = [4711, null, ["poolproof"]] as const;

const title = "refuse a number, null or an array as a name";

/** "Malformed request body (missing attributes, wrong types, etc.)". */
export const createRefusesOtherNames = check<ScalrRequirementId>("scalr/createAgentPool/refuses-name-of-another-type", {
  title,
  decides: ["create-agent-pool.name-wrong-type", "create-agent-pool.malformed-body", ...refusalRows],
  provokes: ["422"],
  needs: ["write", "state"],
  async run(context) {
    const { data } = poolBody(context);
    const askWith = (name: unknown) => ({ body: { data: { ...data, attributes: { name } } } });
    await expectUnprocessable(context, "createAgentPool", "create-agent-pool.name-wrong-type", askWith);
    await context.control("createAgentPool", askWith(data.attributes.name));
  },
});

export const updateRefusesOtherNames = check<ScalrRequirementId>("scalr/updateAgentPool/refuses-name-of-another-type", {
  title,
  decides: [
    "update-agent-pool.name-wrong-type",
    "update-agent-pool.malformed-body",
    "errors.nothing-changed",
    ...refusalRows,
  ],
  provokes: ["422"],
  needs: ["write", "state"],
  async run(context) {
    const pool = await createPool(context);
    const { id, path } = pool;
    const askWith = (name: unknown) => ({ path, body: { data: { type: "agent-pools", id, attributes: { name } } } });
    await expectUnprocessable(context, "updateAgentPool", "update-agent-pool.name-wrong-type", askWith);
    const expectation = { wanted: newFacts(context, pool), when: "after changes of the name to what is no text" };
    await expectShown(context, "errors.nothing-changed", pool, expectation);
    await context.control("updateAgentPool", askWith(context.freshName()));
  },
});

async function expectUnprocessable(
  context: CheckContext,
  operationId: string,
  row: ScalrRequirementId,
  askWith: (name: unknown) => Ask,
): Promise<void> {
  for (const name of otherNames) {
    // That it is refused at all is found by the kit: what was created under another name would end the check.
    const exchange = await context.judge(operationId, askWith(name), "refusal");
    const { status } = exchange.answer;
    if (status < 400 || status === 422 || status >= 500) continue;
    const expected = `422 for the name ${JSON.stringify(name)}`;
    context.breach(row, { exchange, place: "status", expected, got: String(status) });
  }
}
