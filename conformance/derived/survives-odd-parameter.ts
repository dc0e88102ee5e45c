import { orList } from "../../src/contract/describe-value.ts";
import type { Operation } from "../../src/contract/operations.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { kebab } from "./kebab.ts";

/** Of a value that the page does not speak of all that can be asked is that it breaks nothing: no 5xx. */
export function survivesOddParameter(operation: Operation, { oddValues }: Derivation): DerivedCheck[] {
  return Object.entries(oddValues[operation.id] ?? {}).map(([name, values]) => ({
    topic: `survives-odd-${kebab(name)}`,
    title: `answer ${name}=${orList([values].flat())} without failing`,
    needs: [],
    async run(context) {
      const right = await context.validAsk(operation.id);
      for (const value of [values].flat()) {
        const wrong = { ...right, query: { ...right.query, [name]: value } };
        const { answer } = await context.judge(operation.id, wrong, "either");
        context.observe({ kind: "reading", pointer: "", text: `${name}=${value} is answered ${answer.status}` });
      }
      await context.control(operation.id, right);
    },
  }));
}
