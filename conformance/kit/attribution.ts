import type { Violation } from "../../src/contract/finding.ts";
import { tokensOf } from "../../src/contract/json-pointer.ts";
import type { Requirement } from "../../src/requirement.ts";
import type { Check } from "./check.ts";

/**
 * The requirement that a violation breaks. For a refusal's status it is one that the check is about; for everything
 * else the row whose contract pointer reaches furthest towards the broken keyword, the check's own rows first.
 */
export function attribute(
  requirements: Readonly<Record<string, Requirement>>,
  check: Check,
  violation: Violation,
): string | undefined {
  const own = check.decides.filter((id) => requirements[id]?.level === violation.level);
  const isAboutRefusal = violation.place === "status" && !check.id.endsWith("/answers-as-documented");
  // What a check says of an operation as a whole is about its own rows, not about the operation's being there.
  const isAboutOperation = /^#\/paths\/[^/]+\/[a-z]+(\/responses)?$/.test(violation.contract);
  if (isAboutRefusal || isAboutOperation) return own[0] ?? check.decides[0];

  const place = tokensOf(violation.contract);
  let best: { id: string; reach: number; isOwn: boolean } | undefined;
  for (const [id, { contract = [] }] of Object.entries(requirements)) {
    const isOwn = check.decides.includes(id);
    for (const pointer of contract) {
      const reach = reachOf(tokensOf(pointer), place);
      if (reach === 0) continue;
      if (!best || reach > best.reach || (reach === best.reach && isOwn && !best.isOwn)) best = { id, reach, isOwn };
    }
  }
  return best?.id ?? own[0] ?? check.decides[0];
}

/** How many tokens of a pointer lead to a place; 0 if it leads elsewhere. */
function reachOf(pointer: readonly string[], place: readonly string[]): number {
  return pointer.length <= place.length && pointer.every((token, index) => token === place[index]) ? pointer.length : 0;
}
