import type { Operation } from "../../src/contract/operations.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { drawRefusal, judgeRefusal } from "./refusal.ts";

/** Looks like a token to nobody, and is one nowhere. */
const badToken = "poolproof-not-a-valid-token";

/** A request without a token, or with one that nobody has, is refused. */
export function refusesBadToken(operation: Operation, derivation: Derivation): DerivedCheck[] {
  const expected = { statuses: derivation.unauthorizedStatuses, byPage: false };
  const needs = operation.method === "GET" ? [] : (["write"] as const);

  const judge = async (context: CheckContext, token: string | null) => {
    const right = await validOrRead(context, operation, derivation);
    await judgeRefusal(context, operation, { wrong: { ...right, token }, right, expected }, derivation);
  };

  return [
    {
      topic: "refuses-missing-token",
      title: "refuse a request without a token",
      needs,
      provokes: [401],
      run: (context) => judge(context, null),
    },
    {
      topic: "refuses-bad-token",
      title: "refuse a request with a token that is not valid",
      needs,
      provokes: [401],
      // A stateless target knows no tokens to tell apart.
      run: (context) => (context.has("state") ? judge(context, badToken) : drawRefusal(context, operation, 401)),
    },
  ];
}

/** The valid request; where it would consume a fixture, one for the same thing as its control reads. */
function validOrRead(context: CheckContext, operation: Operation, derivation: Derivation): Promise<Ask> {
  return context.validAsk(derivation.controls[operation.id] ?? operation.id);
}
