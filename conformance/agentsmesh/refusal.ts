import type { AgentsmeshRequirementId } from "../../generated/agentsmesh/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";

/** Members that only a success has. */
const dataMembers = ["runners", "runner", "pods"] as const;

/** A request that is refused, and shows nothing. Whoever asks it sends its twin, which is not refused, as well. */
export async function expectRefusal(
  context: CheckContext,
  requirement: AgentsmeshRequirementId,
  operationId: string,
  wrong: Ask,
): Promise<Exchange> {
  const exchange = await context.judge(operationId, wrong, "refusal");
  expectNoData(context, requirement, exchange);
  return exchange;
}

/** The same for one of several things that a check finds wrong with a request, each of which has a row of its own. */
export async function expectOddRefused(
  context: CheckContext,
  requirement: AgentsmeshRequirementId,
  operationId: string,
  { wrong, what }: { readonly wrong: Ask; readonly what: string },
): Promise<void> {
  const exchange = await context.judge(operationId, wrong, "either");
  const { status } = exchange.answer;
  if (status < 400) {
    const expected = `a refusal (4xx) of ${what}`;
    context.breach(requirement, { exchange, place: "status", expected, got: String(status) });
  }
  expectNoData(context, requirement, exchange);
}

function expectNoData(context: CheckContext, requirement: AgentsmeshRequirementId, exchange: Exchange): void {
  const shown = dataMembers.find((member) => (valueAt(exchange.json, `/${member}`) ?? null) !== null);
  if (shown === undefined || exchange.answer.status < 400) return;
  const expected = "no data in a refusal";
  context.breach(requirement, { exchange, pointer: `/${shown}`, expected, got: "some" });
}

/** How a refusal is answered, as far as somebody says so. */
export function expectStatus(
  context: CheckContext,
  requirement: AgentsmeshRequirementId,
  exchange: Exchange,
  statuses: readonly number[],
): void {
  const { status } = exchange.answer;
  if (status < 400 || status > 499 || statuses.includes(status)) return;
  context.breach(requirement, { exchange, place: "status", expected: statuses.join(" or "), got: String(status) });
}
