import { valueAt } from "../../src/contract/json-pointer.ts";
import type { Operation } from "../../src/contract/operations.ts";
import { hasFailed } from "../kit/has-failed.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";

const mostLooks = 6;
const pauseMs = 300;

/** A valid request gets a documented success: status, media type, headers and body. */
export function answersAsDocumented(operation: Operation, { items, consumed }: Derivation): DerivedCheck[] {
  const successes = operation.responses.filter(({ status }) => status.startsWith("2"));
  const pathParameters = operation.parameters.filter((each) => each.in === "path");
  const check: DerivedCheck = {
    topic: "answers-as-documented",
    title: `answer a valid ${operation.id} as documented`,
    holdsTo: {
      wholly: successes.flatMap(({ pointer, definition }) => [pointer, definition]),
      exactly: [operation.pointer, `${operation.pointer}/requestBody`, ...pathParameters.map(({ pointer }) => pointer)],
    },
    provokes: successes.map(({ status }) => status),
    needs: operation.method === "GET" ? [] : ["write"],
    // What is used up is not to vanish from under a check that looks at it.
    isAlone: consumed[operation.id] !== undefined,
    async run(context) {
      const list = items[operation.id];
      for (let look = 1; ; look += 1) {
        const exchange = await context.judge(operation.id, await context.validAsk(operation.id), "success");
        if (list === undefined || hasFailed(context)) return;
        const listed = valueAt(exchange.json, list.pointer);
        if (!Array.isArray(listed) || listed.length > 0) return;
        // What comes and goes by itself may be there the next time.
        if (look < mostLooks) {
          await context.pause(pauseMs);
          continue;
        }
        const remedy = list.fixture ? `name a fuller one with --fixture ${list.fixture}=ID, or ` : "";
        context.unverified(
          `the list was empty, so no item of it was judged: ${remedy}pass --without ${list.kind}`,
          list.kind,
        );
      }
    },
  };
  return [check];
}
