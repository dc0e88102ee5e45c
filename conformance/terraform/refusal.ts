import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { describeValue, orList } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { Stranger } from "../kit/stranger.ts";
import { expectNotNamed } from "./own-names.ts";
import { expectShown, factsOf, lookAt, type PoolFacts } from "./pools.ts";

export interface Refusal {
  readonly operationId: string;
  readonly ask: Ask;
  readonly requirement: TerraformRequirementId;
  /** Statuses that fit; any 4xx unless given. */
  readonly statuses?: readonly number[];
  /** The row about the status, where it is not the one about the refusal. */
  readonly statusRow?: TerraformRequirementId;
  /** Why it is to be refused, in words that fit behind the status expected. */
  readonly because: string;
  /** Ends the check where a success may be right after all; asked only after one. */
  readonly excuse?: () => Promise<void>;
}

/** Sends a request that has to be refused, and says what was wrong with it where it is not. */
export async function expectRefusal(context: CheckContext, refusal: Refusal): Promise<Exchange> {
  const { operationId, ask, requirement, statuses, statusRow = requirement, because, excuse } = refusal;
  const exchange = await context.judge(operationId, ask, "either").catch((error) => {
    if (error instanceof Stranger) reportMisnamed(context, refusal, error);
    throw error;
  });
  const { answer, operation, json } = exchange;
  const { status } = answer;
  const place = "status";
  if (status < 400) {
    await excuse?.();
    context.breach(requirement, { exchange, place, expected: `a refusal (4xx) ${because}`, got: String(status) });
    return exchange;
  }
  if (status >= 500) return exchange;
  const { violations, observations } = context.session.contract.judgeResponse(operation, answer, "refusal");
  for (const violation of violations) context.report(violation, exchange);
  for (const observation of observations) context.observe(observation);
  if (statuses && !statuses.includes(status)) {
    context.breach(statusRow, {
      exchange,
      place,
      expected: `${orList(statuses.map(String))} ${because}`,
      got: `${status}`,
    });
  }
  const data = valueAt(json, "/data");
  if (data !== undefined && data !== null) {
    const expected = "no data in a refusal";
    context.breach("errors.no-data", { exchange, pointer: "/data", expected, got: describeValue(data) });
  }
  return exchange;
}

/** Something was created all the same, under a name that is not ours: of what was sent, say, only as text. */
function reportMisnamed(
  context: CheckContext,
  { requirement, because, operationId }: Refusal,
  { strangersName }: Stranger,
) {
  const contract = context.session.operation(operationId).pointer;
  const expected = `a refusal (4xx) ${because}`;
  const got = `success, and something named ${JSON.stringify(strangersName)}`;
  context.report({ place: "status", pointer: "", expected, got, level: "MUST", contract }, undefined, requirement);
}

/** What a refused write would have done, seen by asking before and after. */
export interface Witness {
  readonly expectUnchanged: (refused: Exchange) => Promise<void>;
}

/** Watches the pool that a request would change or delete, or the name under which it would create one. */
export async function watch(context: CheckContext, operationId: string, { path = {}, body }: Ask): Promise<Witness> {
  const requirement = "errors.nothing-changed";
  const since = ({ answer }: Exchange) => `after the request was answered ${answer.status}`;
  if (operationId === "createAgentPool") {
    const name = String(valueAt(body, "/data/attributes/name"));
    return { expectUnchanged: (refused) => expectNotNamed(context, requirement, name, since(refused)) };
  }
  if (operationId !== "updateAgentPool" && operationId !== "deleteAgentPool") {
    return { expectUnchanged: async () => {} };
  }
  const id = path.agent_pool_id ?? "";
  const pool = { id, path: { agent_pool_id: id } };
  const facts = await factsNow(context, pool);
  return {
    expectUnchanged: async (refused) => {
      await expectShown(context, requirement, pool, facts, since(refused));
    },
  };
}

/** What is shown of a pool of the check's own; ends the check as unverified if nothing is. */
export async function factsNow(context: CheckContext, pool: Parameters<typeof lookAt>[1]): Promise<PoolFacts> {
  const { answer, json } = await lookAt(context, pool);
  if (!isSuccess(answer.status)) {
    context.unverified(
      `the pool ${pool.path.agent_pool_id} cannot be read (${answer.status}), so nothing can be compared`,
    );
  }
  return factsOf(valueAt(json, "/data"));
}
