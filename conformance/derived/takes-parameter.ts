import type { Operation, Parameter } from "../../src/contract/operations.ts";
import type { Ask } from "../kit/exchange.ts";
import type { Derivation } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { kebab } from "./kebab.ts";

/** A documented query parameter is taken: each of the values that are listed for it, or else a sample value. */
export function takesParameter(operation: Operation, { samples }: Derivation): DerivedCheck[] {
  const parameters = operation.parameters.filter((each) => each.in === "query" && each.source === "page");
  return parameters.map((parameter) => ({
    topic: `takes-${kebab(parameter.name)}`,
    title: `take the documented values of ${parameter.name}`,
    holdsTo: { exactly: [parameter.pointer] },
    needs: operation.method === "GET" ? [] : ["write"],
    async run(context) {
      const isRead = operation.method === "GET";
      let right: Ask | undefined;
      for (const value of listedValues(parameter) ?? [undefined]) {
        // What is only read can be read again.
        right = (isRead ? right : undefined) ?? (await context.validAsk(operation.id));
        const given = value ?? (await samples[parameter.name]?.(context, right)) ?? String(parameter.example);
        const level = isFromPage(parameter, given) ? "MUST" : "SHOULD";
        // Alone, so that no other filter hides what this one brings.
        await context.judge(operation.id, { ...right, query: { [parameter.name]: given } }, "success", level);
        if (!isRead) await context.release();
      }
    },
  }));
}

/** Whether the page lists a value itself; some are listed for the standard's sake. */
function isFromPage({ schema }: Parameter, value: string): boolean {
  const sources = schema["x-enum-sources"] ?? schema.items?.["x-enum-sources"] ?? {};
  return (sources[value] ?? "page") === "page";
}

function listedValues({ schema }: Parameter): string[] | undefined {
  return (schema.enum ?? schema.items?.enum)?.map(String);
}
