import type { Operation } from "../../src/contract/operations.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { judgeRefusal } from "./refusal.ts";

/** A write that is refused for want of a token has changed nothing: what a read shows is the same before and after. */
export function keepsAllWhenRefusing(operation: Operation, derivation: Derivation): DerivedCheck[] {
  if (!derivation.witnesses[operation.id]) return [];
  const check: DerivedCheck = {
    topic: "keeps-all-when-refusing",
    title: "change nothing when it refuses a request",
    needs: ["write", "state"],
    async run(context) {
      const right = await context.validAsk(operation.id);
      const expected = { statuses: [], byPage: false };
      await judgeRefusal(context, operation, { wrong: { ...right, token: null }, right, expected }, derivation);
    },
  };
  return [check];
}
