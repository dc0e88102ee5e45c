import type { Level, Requirement } from "../../src/requirement.ts";

/** The level of a check: that of the most binding requirement that it decides. */
export function strictestLevel(requirements: Readonly<Record<string, Requirement>>, decides: readonly string[]): Level {
  const levels = new Set(decides.map((id) => requirements[id]?.level));
  return levels.has("MUST") ? "MUST" : levels.has("SHOULD") ? "SHOULD" : "MAY";
}
