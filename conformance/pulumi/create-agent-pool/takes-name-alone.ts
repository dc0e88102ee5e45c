import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { isSuccess } from "../../../src/contract/judge-response.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Ask, Exchange } from "../../kit/exchange.ts";
import { expectListedOnce, isListed, judgeList, lookAt, organizationPath, ownPool } from "../pools.ts";

/** "Register a new pool": a name without a description, and what is then shown in the description's place. */
export const takesNameAlone = check<PulumiRequirementId>("pulumi/createAgentPool/takes-name-alone", {
  title: "create a pool without a description, and show none",
  decides: ["create-agent-pool.description-optional", "agent-pool.without-description", "list-agent-pools.complete"],
  needs: ["write", "state"],
  async run(context) {
    const ask = { path: organizationPath(context), body: { name: context.freshName() } };
    const created = (await create(context, ask)) ?? (await createAgain(context, ask));
    if (!created) return;
    const pool = ownPool(context, ask, created);

    expectNone(context, await lookAt(context, pool), "/description");
    const list = await judgeList(context, isListed({ id: pool.id }));
    if (!isSuccess(list.exchange.answer.status)) return;
    const when = "though it has no description";
    const listed = expectListedOnce(context, "list-agent-pools.complete", list, { id: pool.id, when });
    if (listed) expectNone(context, list.exchange, `${listed.pointer}/description`);
  },
});

async function create(context: CheckContext, ask: Ask): Promise<Exchange | undefined> {
  const exchange = await context.judge("createAgentPool", ask, "either");
  return isSuccess(exchange.answer.status) ? exchange : undefined;
}

/** There may have been no room for any pool the first time. */
async function createAgain(context: CheckContext, ask: Ask): Promise<Exchange | undefined> {
  const body = { name: context.freshName(), description: "Made by a conformance run" };
  await context.control("createAgentPool", { ...ask, body });
  await context.release();
  const exchange = await context.judge("createAgentPool", ask, "either");
  const { status } = exchange.answer;
  if (isSuccess(status)) return exchange;
  const expected = "200 for a name without a description, as one with it is answered";
  context.breach("create-agent-pool.description-optional", {
    exchange,
    place: "status",
    expected,
    got: String(status),
  });
  return undefined;
}

function expectNone(context: CheckContext, exchange: Exchange, pointer: string): void {
  const got = valueAt(exchange.json, pointer);
  if (got === undefined || got === "") {
    const text = `a pool that never got a description has ${got === "" ? "an empty one" : "no such member"}`;
    context.observe({ kind: "reading", pointer: "", text });
    return;
  }
  const expected = "no description, or an empty one, as none was sent";
  context.breach("agent-pool.without-description", { exchange, pointer, expected, got: describeValue(got) });
}
