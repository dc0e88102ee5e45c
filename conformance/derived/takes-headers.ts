import type { Operation } from "../../src/contract/operations.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";

/** A valid request is served with other headers than most requests have, where a page shows or leaves open that it is. */
export function takesHeaders(operation: Operation, { otherHeaders }: Derivation): DerivedCheck[] {
  return Object.entries(otherHeaders[operation.id] ?? {}).map(([topic, { title, headers }]) => ({
    topic,
    title,
    needs: operation.method === "GET" ? [] : ["write"],
    async run(context) {
      const right = await context.validAsk(operation.id);
      await context.judge(operation.id, { ...right, headers }, "success");
    },
  }));
}
