import type { Operation } from "../../src/contract/operations.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { kebab } from "./kebab.ts";
import { documentedStatuses, drawRefusal, judgeRefusal } from "./refusal.ts";

/** An id that nothing has is refused, for each parameter of the path. */
export function refusesUnknownId(operation: Operation, derivation: Derivation): DerivedCheck[] {
  const expected = documentedStatuses(operation, [404]);
  const parameters = operation.parameters.filter(
    ({ in: place, name }) => place === "path" && derivation.unknownIds[name],
  );
  return parameters.map(({ name }) => ({
    topic: `refuses-unknown-${kebab(name)}`,
    title: `refuse an unknown ${kebab(name).replaceAll("-", " ")}`,
    provokes: expected.statuses,
    needs: operation.method === "GET" ? [] : ["write"],
    async run(context) {
      if (!context.has("state")) {
        await drawRefusal(context, operation, 404);
        return;
      }
      // The fixture that some operations consume is not needed for the refusal.
      const right = derivation.controls[operation.id] ? undefined : await context.validAsk(operation.id);
      const path = { ...right?.path, [name]: derivation.unknownIds[name] ?? "" };
      await judgeRefusal(context, operation, { wrong: { ...right, path }, right, expected }, derivation);
    },
  }));
}
