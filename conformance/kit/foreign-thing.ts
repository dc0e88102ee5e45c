import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "./context.ts";
import type { Ask, Exchange } from "./exchange.ts";
import { look } from "./look.ts";
import { defaultTokenVariables } from "./target.ts";

/** What a fixture names as another tenant's, and the read that shows it to whoever may see it. */
export interface ForeignThing {
  readonly fixture: string;
  readonly id: string;
  readonly operationId: string;
  readonly ask: Ask;
}

/**
 * A foreign thing as its own user sees it; undefined without such a user. Ends the check as unverified where that user is
 * not shown it either: what is not there is refused to everybody, and proves nothing.
 */
export async function seenByOwner(
  context: CheckContext,
  { fixture, id, operationId, ask }: ForeignThing,
): Promise<Exchange | undefined> {
  context.wants("otherToken");
  const { otherToken: token, session } = context;
  if (token === undefined) return undefined;
  const shown = await context.judge(operationId, { ...ask, token }, "either");
  const { status } = shown.answer;
  if (isSuccess(status)) return shown;
  await context.knownToken("otherToken", "no token of another tenant was given");
  const { otherToken: variable } = session.target.tokenVariables ?? defaultTokenVariables;
  return context.unverified(
    `${fixture}=${id} is refused to the token in ${variable} too (${status}), so nothing shows that it is there: name one that this user may see`,
    fixture,
  );
}

/**
 * Ends a check that would change or delete a foreign thing where our own token is shown it. That it is shown is for the
 * check of its read to find fault with; if it was named by mistake, it must not get lost for that.
 */
export async function endIfShown(
  context: CheckContext,
  { fixture, id, operationId, ask }: ForeignThing,
): Promise<void> {
  const { answer } = await look(context, operationId, ask);
  if (!isSuccess(answer.status)) return;
  context.unverified(
    `${fixture}=${id} is shown to the token of this run (${answer.status}), so it is not tried to change it: name one of another tenant`,
    fixture,
  );
}
