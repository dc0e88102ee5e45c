import type { Operation } from "../../src/contract/operations.ts";
import type { CheckContext } from "../kit/context.ts";
import { textAt } from "../kit/text-at.ts";
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
    const fitting = derivation.unknownIdStatuses[name] ?? [404];
    const documented = documentedStatuses(operation, fitting);
    const expected = documented.statuses.length > 0 ? { ...documented, statuses: fitting } : documented;
    return {
      topic: `refuses-unknown-${kebab(name)}`,
      title: `refuse an unknown ${kebab(name).replaceAll("-", " ")}`,
      provokes: expected.statuses,
      needs: operation.method === "GET" ? [] : (["write"] as const),
      // An id that has become free may be given to what another check creates.
      isAlone: operation.method === "GET" && derivation.own !== undefined,
      async run(context: CheckContext) {
        if (!context.has("state")) {
          await drawRefusal(context, operation, 404);
          return;
        }
        // First, since some servers have room for one thing only. What could do harm names something that never was: by
        // the time that it is sent a free id may have been given to somebody else.
        const deleted = operation.method === "GET" ? await deletedId(context, derivation, name) : undefined;
        // The fixture that some operations consume is not needed for the refusal.
        const right = derivation.controls[operation.id] ? undefined : await context.validAsk(operation.id);
        const isGivenAgain = deleted !== undefined && right?.path?.[name] === deleted;
        const isOwn = deleted !== undefined && !isGivenAgain;
        const unknown = (isOwn ? deleted : derivation.unknownIds[name]) ?? "";
        const path = { ...right?.path, [name]: unknown };
        const body = withId(right?.body, right?.path?.[name], unknown);
        // An id of another form than the server's own may be refused for its form; one that was deleted may be gone.
        const statuses = [...expected.statuses, ...(isOwn ? [410] : formStatuses)];
        const fitting = { ...expected, statuses: expected.statuses.length > 0 ? statuses : [] };
        await judgeRefusal(
          context,
          operation,
          { wrong: { ...right, path, body }, right, expected: fitting },
          derivation,
        );
      },
    };
  });
}

const formStatuses = [400, 422] as const;

/** An id of the server's own making that nothing has any more, where the suite can make one. */
async function deletedId(context: CheckContext, { own }: Derivation, name: string): Promise<string | undefined> {
  if (!own || !context.has("write")) return undefined;
  const { creation, createWith } = own;
  const shown = context.session.operation(creation.showWith);
  if (shown.parameters.findLast(({ in: place }) => place === "path")?.name !== name) return undefined;
  const created = await context.prepare(createWith, await context.validAsk(createWith));
  const id = textAt(context, created, creation.id);
  const one = creation.ask(id, created.request);
  await context.prepare(creation.removeWith, one);
  const { answer } = await context.session.send(shown, one, "either");
  // Where it is shown all the same, or something else has its id by now, it is not unknown.
  return answer.status >= 400 ? id : undefined;
}

/** A body that names the same thing as the path has to name the unknown one too, or it would be wrong in two ways. */
function withId(body: unknown, id: string | undefined, unknown: string | undefined): unknown {
  if (body === undefined || id === undefined) return body;
  return JSON.parse(JSON.stringify(body).replaceAll(JSON.stringify(id), JSON.stringify(unknown)));
}
