import type { Operation } from "../../src/contract/operations.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derive.ts";
import { kebab } from "./kebab.ts";
import { documentedStatuses, judgeRefusal } from "./refusal.ts";

const notANumber = "abc";

/** A path or query parameter that the page types as integer is refused where it is none. */
export function refusesWrongParameter(operation: Operation, derivation: Derivation): DerivedCheck[] {
  const integers = operation.parameters.filter(
    ({ in: place, schema, source }) =>
      place !== "header" && source === "page" && schema.type === "integer" && !schema["x-keyword-sources"]?.type,
  );
  return integers.map(({ name, in: place }) => ({
    topic: `refuses-wrong-type-${kebab(name)}`,
    title: `refuse ${name} where it is no integer`,
    needs: [],
    async run(context) {
      const right = await context.validAsk(operation.id);
      const wrong =
        place === "path" ? { ...right, path: { ...right.path, [name]: notANumber } } : { ...right, query: { ...right.query, [name]: notANumber } };
      await judgeRefusal(context, operation, { wrong, right, expected: documentedStatuses(operation, [400, 422]) }, derivation);
    },
  }));
}
