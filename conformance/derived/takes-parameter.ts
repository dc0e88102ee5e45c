import type { Operation, Parameter } from "../../src/contract/operations.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { kebab } from "./kebab.ts";

/** A documented query parameter is taken: each of the values that are listed for it, or else a sample value. */
export function takesParameter(operation: Operation, { samples }: Derivation): DerivedCheck[] {
  const parameters = operation.parameters.filter((each) => each.in === "query" && each.source === "page");
  return parameters.map((parameter) => ({
    topic: `takes-${kebab(parameter.name)}`,
    title: `take the documented values of ${parameter.name}`,
    holdsTo: [parameter.pointer],
    needs: operation.method === "GET" ? [] : ["write"],
    async run(context) {
      for (const value of listedValues(parameter) ?? [undefined]) {
        const right = await context.validAsk(operation.id);
        const given = value ?? (await samples[parameter.name]?.(context, right)) ?? String(parameter.example);
        await context.judge(operation.id, { ...right, query: { ...right.query, [parameter.name]: given } }, "success");
      }
    },
  }));
}

function listedValues({ schema }: Parameter): string[] | undefined {
  return (schema.enum ?? schema.items?.enum)?.map(String);
}
