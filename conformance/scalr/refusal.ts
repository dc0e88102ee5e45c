import type { ScalrRequirementId } from "../../generated/scalr/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";

/** What every check decides that sends requests which are to be refused. */
export const refusalRows = [
  "errors.refused",
  "errors.no-data",
  "errors.no-server-error",
] as const satisfies readonly ScalrRequirementId[];

export interface Refusal {
  readonly requirement: ScalrRequirementId;
  readonly operationId: string;
  readonly ask: Ask;
  /** What is wrong with the request, completing "a refusal of …". */
  readonly what: string;
  /** Statuses that the row gives for it; any 4xx unless given. */
  readonly statuses?: readonly number[];
}

/** Sends a request that is to be refused, and reports where it is not, or where the refusal shows data. */
export async function expectRefused(context: CheckContext, refusal: Refusal): Promise<Exchange> {
  const { requirement, operationId, ask, what, statuses } = refusal;
  // The finding is made here, so that it can say which of the check's requests was wrong.
  const exchange = await context.judge(operationId, ask, "either");
  const { status } = exchange.answer;
  const isRefused = status >= 400 && status < 500;
  if (!isRefused || (statuses && !statuses.includes(status))) {
    const expected = `${statuses?.join(" or ") ?? "a refusal (4xx)"} for ${what}`;
    // A failure of the server has been reported already.
    if (status < 500) context.breach(requirement, { exchange, place: "status", expected, got: String(status) });
  }
  if (isRefused) holdToContract(context, exchange, "refusal");
  if (isRefused && (valueAt(exchange.json, "/data") ?? null) !== null) {
    const expected = `no data in the refusal of ${what}`;
    context.breach("errors.no-data", { exchange, pointer: "/data", expected, got: "some" });
  }
  return exchange;
}

/** Reports what the contract says of an answer of which it was open whether it is a success or a refusal. */
export function holdToContract(context: CheckContext, exchange: Exchange, deserved: "success" | "refusal"): void {
  const { violations } = context.session.contract.judgeResponse(exchange.operation, exchange.answer, deserved);
  for (const violation of violations) context.report(violation, exchange);
}

/** Tells which of several answers that a fair reading allows was given. */
export function observeReading(context: CheckContext, text: string): void {
  context.observe({ kind: "reading", pointer: "", text });
}
