import type { Operation } from "../../src/contract/operations.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";

/** A write that is refused for want of a token has changed nothing: what a read shows is the same before and after. */
export function keepsAllWhenRefusing(operation: Operation, { witnesses }: Derivation): DerivedCheck[] {
  const witness = witnesses[operation.id];
  if (!witness) return [];
  const check: DerivedCheck = {
    topic: "keeps-all-when-refusing",
    title: "change nothing when it refuses a request",
    needs: ["write", "state"],
    async run(context) {
      const right = await context.validAsk(operation.id);
      const look = async () => {
        const { json } = await context.prepare(witness.operationId, await witness.ask(right, context));
        return JSON.stringify(witness.part(json, right));
      };
      const before = await look();
      const refusal = await context.judge(operation.id, { ...right, token: null }, "refusal");
      const after = await look();
      if (after !== before) {
        const contract = operation.pointer;
        context.report(
          { place: "body", pointer: "", expected: `still ${before}`, got: after, level: "MUST", contract },
          refusal,
        );
      }
      await context.control(operation.id, right);
    },
  };
  return [check];
}
