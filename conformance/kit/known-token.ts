import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "./context.ts";
import { look } from "./look.ts";
import type { Suite } from "./suite.ts";
import { defaultTokenVariables } from "./target.ts";

/** The tokens that a target may name beside its first. */
export type FurtherToken = "otherToken" | "limitedToken";

/** Looks like a token to nobody, and is one nowhere. */
export const madeUpToken = "poolproof-not-a-valid-token";

/**
 * A further token of the target that is seen to be one: a token that nobody has is refused everything, which would be
 * taken for the refusals that checks look for. It is known by any read that it is allowed, or that is refused to it in
 * another way than to a made-up one. Ends the check as skipped without a token, as unverified where it is not known.
 * @param absent what was not given, completing "…: set POOLPROOF_OTHER_TOKEN"
 */
export async function knownToken(
  context: CheckContext,
  { probe, tokenProbes }: Pick<Suite, "probe" | "tokenProbes">,
  name: FurtherToken,
  absent: string,
): Promise<string> {
  const { target } = context.session;
  const variable = (target.tokenVariables ?? defaultTokenVariables)[name];
  const token = context[name] ?? context.skip(`${absent}: set ${variable}`, name);
  const first = { operationId: probe.operationId, ask: probe.ask(target.data) };
  let refused = "";
  for (const { operationId, ask } of [first, ...(tokenProbes?.(context) ?? [])]) {
    const shown = await look(context, operationId, { ...ask, token });
    if (isSuccess(shown.answer.status)) return token;
    const { answer, request } = await look(context, operationId, { ...ask, token: madeUpToken });
    if (shown.answer.status !== answer.status) return token;
    refused ||= `${request.method} ${new URL(request.url).pathname} is answered ${answer.status}`;
  }
  return context.unverified(
    `the token in ${variable} cannot be told from a made-up one: ${refused} for both; put a valid one there, or unset it`,
    name,
  );
}
