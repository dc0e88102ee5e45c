import type { Want } from "../../conformance/results/wants.ts";

/** `--fixture busyAgent=ID (3 checks, and more of 1)`. */
export function wantText({ remedy, checks, inPart }: Want): string {
  const decided = checks === 1 ? "1 check" : `${checks} checks`;
  if (inPart === 0) return `${remedy} (${decided})`;
  return checks === 0 ? `${remedy} (more of ${inPart})` : `${remedy} (${decided}, and more of ${inPart})`;
}
