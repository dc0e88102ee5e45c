import type { Want } from "../../conformance/results/wants.ts";
import { countOf } from "./count-of.ts";

/** `--fixture busyAgent=ID: 3 checks could be decided, and 1 would see more`. */
export function wantText({ remedy, checks, inPart }: Want): string {
  if (checks === 0) return `${remedy}: ${countOf(inPart, "check")} would see more`;
  const decided = `${remedy}: ${countOf(checks, "check")} could be decided`;
  return inPart === 0 ? decided : `${decided}, and ${inPart} would see more`;
}
