import type { Operation } from "../../src/contract/operations.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { madeUpToken } from "../kit/known-token.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { drawRefusal, judgeRefusal } from "./refusal.ts";

/** Put behind the target's own token, for servers that look at its beginning only. */
const badEnding = "-poolproof";

/** A request without a token, or with one that nobody has, is refused. */
export function refusesBadToken(operation: Operation, derivation: Derivation): DerivedCheck[] {
  const expected = { statuses: derivation.unauthorizedStatuses, byPage: false };
  const needs = operation.method === "GET" ? [] : (["write"] as const);

  const judge = async (context: CheckContext, token: string | null) => {
    const right = await rightAsk(context, operation, derivation);
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
      run: async (context) => {
        if (!context.has("state")) return drawRefusal(context, operation, 401);
        const { token } = context.session.target;
        for (const wrong of [madeUpToken, `${token}${badEnding}`, ...otherCases(token)]) {
          await judge(context, wrong);
          // What the control has made may come into view late, where a list has small pages.
          await context.release();
        }
      },
    },
  ];
}

/** The token in the other case. Digits of base 16 or 32 may rightly mean the same in both. */
function otherCases(token = ""): string[] {
  const other = token === token.toLowerCase() ? token.toUpperCase() : token.toLowerCase();
  const areDigits = [/^[\da-f-]*$/i, /^[\da-z]*$/, /^[\dA-Z]*$/].some((form) => form.test(token));
  return other === token || areDigits ? [] : [other];
}

/**
 * The valid request; where it would use up a fixture, one for a thing that was named for that purpose, or else for
 * nothing at all: a server that refuses nobody must not do away with something that nobody gave us.
 */
function rightAsk(context: CheckContext, operation: Operation, derivation: Derivation): Promise<Ask> | Ask {
  if (!derivation.controls[operation.id]) return context.validAsk(operation.id);
  const parameters = operation.parameters.filter((each) => each.in === "path");
  const idFor = (name: string) =>
    context.fixture(derivation.consumed[operation.id] ?? "") ?? derivation.unknownIds[name] ?? "";
  return { path: Object.fromEntries(parameters.map(({ name }) => [name, idFor(name)])) };
}
