import type { Operation } from "../../src/contract/operations.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { kebab } from "./kebab.ts";
import { documentedStatuses, drawRefusal, judgeRefusal } from "./refusal.ts";

/** An id that nothing has is refused, for each parameter of the path. */
export function refusesUnknownId(operation: Operation, derivation: Derivation): DerivedCheck[] {
  const parameters = operation.parameters.filter(
    ({ in: place, name }) => place === "path" && derivation.unknownIds[name],
  );
  return parameters.map(({ name }) => {
    const expected = documentedStatuses(operation, derivation.unknownIdStatuses[name] ?? [404]);
    return {
      topic: `refuses-unknown-${kebab(name)}`,
      title: `refuse an unknown ${kebab(name).replaceAll("-", " ")}`,
      provokes: expected.statuses,
      needs: operation.method === "GET" ? [] : (["write"] as const),
      async run(context: CheckContext) {
        if (!context.has("state")) {
          await drawRefusal(context, operation, 404);
          return;
        }
        // The fixture that some operations consume is not needed for the refusal.
        const right = derivation.controls[operation.id] ? undefined : await context.validAsk(operation.id);
        const path = { ...right?.path, [name]: derivation.unknownIds[name] ?? "" };
        const body = withId(right?.body, right?.path?.[name], derivation.unknownIds[name]);
        await judgeRefusal(context, operation, { wrong: { ...right, path, body }, right, expected }, derivation);
      },
    };
  });
}

/** A body that names the same thing as the path has to name the unknown one too, or it would be wrong in two ways. */
function withId(body: unknown, id: string | undefined, unknown: string | undefined): unknown {
  if (body === undefined || id === undefined) return body;
  return JSON.parse(JSON.stringify(body).replaceAll(JSON.stringify(id), JSON.stringify(unknown)));
}
