import { valueAt } from "../../src/contract/json-pointer.ts";
import type { CheckContext } from "./../kit/context.ts";

/** 1973 in milliseconds, the year 5138 in seconds: no moment that matters here lies on the other side. */
const leastMilliseconds = 100_000_000_000;

/** Tells in which unit a member counts, by the first value that there is; the page names none. */
export function observeUnit(context: CheckContext, whose: string, member: string, things: readonly unknown[]): void {
  const values = things.map((thing) => valueAt(thing, `/${member}`));
  const value = values.find((each) => typeof each === "number" && each > 0);
  if (value === undefined) return;
  const unit = Number(value) >= leastMilliseconds ? "milliseconds" : "seconds";
  context.observe({ kind: "reading", pointer: "", text: `${member} of ${whose} counts ${unit}` });
}
