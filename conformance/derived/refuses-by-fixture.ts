import type { Operation } from "../../src/contract/operations.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { documentedStatuses, drawRefusal, judgeRefusal } from "./refusal.ts";

/** A refusal for the state that something is in; what is refused to go is still there afterwards. */
export function refusesByFixture(operation: Operation, derivation: Derivation): DerivedCheck[] {
  return (derivation.refusals[operation.id] ?? []).map(
    ({ topic, title, status, fixture, accepted, parameter, survivor }) => ({
      topic,
      title,
      needs: ["write"],
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
        await context.prepare(survivor, wrong);
        const expected = documentedStatuses(operation, [status]);
        // The twin is one that may go, so the operation itself is the control.
        const right = { path: { [parameter]: context.take(accepted) } };
        await judgeRefusal(context, operation, { wrong, right, expected }, { ...derivation, controls: {} });
        await context.judge(survivor, wrong, "success");
      },
    }),
  );
}
