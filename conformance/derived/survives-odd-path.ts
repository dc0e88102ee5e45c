import type { Operation } from "../../src/contract/operations.ts";
import type { DerivedCheck } from "./derived-check.ts";

/**
 * Percent signs that lead nowhere: the first is no encoding at all, the second is none any more once it is decoded. The
 * third is a character that many a store refuses to look for.
 */
const oddValues = ["%zz", "100%25", "%00"] as const;

/** A path that cannot be decoded, be it once or twice, names nothing. Whatever it is answered, it breaks nothing. */
export function survivesOddPath(operation: Operation): DerivedCheck[] {
  const last = operation.parameters.findLast(({ in: place }) => place === "path");
  if (operation.method !== "GET" || !last) return [];
  const check: DerivedCheck = {
    topic: "survives-odd-path",
    title: "answer a path that cannot be decoded without failing",
    needs: ["state"],
    async run(context) {
      const right = await context.validAsk(operation.id);
      for (const value of oddValues) {
        const path = { ...right.path, [last.name]: value };
        const { answer } = await context.judge(operation.id, { ...right, path, isEncoded: true }, "either");
        context.observe({ kind: "reading", pointer: "", text: `a path with ${value} is answered ${answer.status}` });
      }
      await context.control(operation.id, right);
    },
  };
  return [check];
}
