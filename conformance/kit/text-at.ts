import { describeValue } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isPathValue } from "../../src/contract/route.ts";
import type { CheckContext } from "./context.ts";
import type { Exchange } from "./exchange.ts";

/** The text at a pointer of an answer's body; ends the check as unverified if there is none. */
export function textAt(context: CheckContext, exchange: Exchange, pointer: string, lacks?: string): string {
  const value = valueAt(exchange.json, pointer);
  if (typeof value === "string" && isPathValue(value)) return value;
  if (typeof value === "number") return String(value);
  const found = `${exchange.operation.id} answered ${describeValue(value)} at ${pointer}`;
  return context.unverified(
    lacks === undefined ? `${found}, and not an id` : `${found}: make one, or pass --without ${lacks}`,
    lacks,
  );
}
