import { isSuccess } from "../../src/contract/judge-response.ts";
import type { Operation } from "../../src/contract/operations.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { documentedStatuses, drawRefusal, judgeNoData, judgeRefusalStatus } from "./refusal.ts";

/** A refusal for the state that something is in; what is refused to go is still there afterwards. */
export function refusesByFixture(operation: Operation, derivation: Derivation): DerivedCheck[] {
  return (derivation.refusals[operation.id] ?? []).map(
    ({ topic, title, status, fixture, accepted, parameter, survivor, showing, isInState }) => ({
      topic,
      title,
      needs: ["write"],
      // Its twin is used up, and is not to vanish from under a check that looks at it.
      isAlone: true,
      provokes: [status],
      async run(context) {
        if (!context.has("state")) {
          await drawRefusal(context, operation, status);
          return;
        }
        const id = context.fixture(fixture);
        if (id === undefined)
          context.unverified(
            `there is no fixture ${fixture}: pass --fixture ${fixture}=ID, or --without ${fixture}`,
            fixture,
          );
        const wrong = { path: { [parameter]: id ?? "" } };
        const { json } = await context.prepare(survivor, { ...wrong, ...(showing && { query: showing }) });
        const isShown = isInState?.(json);
        if (isShown === false) {
          context.unverified(
            `what ${fixture} names is not in the state for it now: name another, or pass --without ${fixture}`,
            fixture,
          );
        }
        const expected = documentedStatuses(operation, [status]);
        if (isInState && isShown === undefined) await endIfDone(context, operation, wrong);
        const exchange = await context.judge(operation.id, wrong, "refusal");
        judgeRefusalStatus(context, operation, exchange, expected);
        judgeNoData(context, operation, exchange, derivation);
        await context.judge(survivor, wrong, "success");
        // The twin is one that may go. It is used up by that, so one that went earlier in the run does as well.
        const wentBefore = context.session.exchanges.some(
          (each) => each.operation === operation && each.deserved === "success" && each.status < 300,
        );
        if (!wentBefore) await context.control(operation.id, { path: { [parameter]: context.take(accepted) } });
      },
    }),
  );
}

/** Nothing has shown the state, so that it may have ended by then; what is refused once is refused again. */
async function endIfDone(context: CheckContext, operation: Operation, wrong: Ask): Promise<void> {
  const { answer } = await context.judge(operation.id, wrong, "either");
  if (isSuccess(answer.status))
    context.unverified(
      `it was answered ${answer.status}, and nothing has shown whether it was in the state for a refusal`,
    );
}
