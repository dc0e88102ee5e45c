import { valueAt } from "../../src/contract/json-pointer.ts";
import type { Operation } from "../../src/contract/operations.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";

/** A valid request gets a documented success: status, media type, headers and body. */
export function answersAsDocumented(operation: Operation, { items, limits }: Derivation): DerivedCheck[] {
  const successes = operation.responses.filter(({ status }) => status.startsWith("2"));
  const check: DerivedCheck = {
    topic: "answers-as-documented",
    title: `answer a valid ${operation.id} as documented`,
    holdsTo: [
      `${operation.pointer}/requestBody`,
      ...successes.flatMap(({ pointer, definition }) => [pointer, definition]),
    ],
    serves: operation.pointer,
    provokes: successes.map(({ status }) => status),
    needs: operation.method === "GET" ? [] : ["write"],
    async run(context) {
      const exchange = await context.judge(operation.id, await context.validAsk(operation.id), "success");
      const limit = await limits[operation.id]?.(context, exchange.answer.status);
      if (limit !== undefined) context.excuse(limit);
      const list = items[operation.id];
      if (list === undefined || context.findings.length > 0) return;
      const listed = valueAt(exchange.json, list.pointer);
      if (Array.isArray(listed) && listed.length === 0) {
        context.unverified(
          `the list was empty, so no item of it was judged${list.kind ? `: name one that is not with --fixture, or pass --without ${list.kind}` : ""}`,
          list.kind,
        );
      }
    },
  };
  return [check];
}
