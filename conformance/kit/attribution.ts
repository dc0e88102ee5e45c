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
  // Another success than is documented is about what the operation answers, not about why it was asked.
  const isOtherSuccess = violation.place === "status" && /^2\d\d$/.test(violation.got);
  const isAboutSuccess = isOtherSuccess && /\/responses\/2\w\w$/.test(violation.contract);
  if ((isAboutRefusal && !isAboutSuccess) || isAboutOperation) return own[0] ?? check.decides[0];

  const isOwn = (id: string) => check.decides.includes(id);
  return nearestRow(requirements, violation.contract, isOwn) ?? own[0] ?? check.decides[0];
}

/** The row whose contract pointer reaches furthest towards a place in the bundle; of equals one that is preferred. */
export function nearestRow(
  requirements: Readonly<Record<string, Requirement>>,
  place: string,
  isPreferred: (id: string) => boolean,
): string | undefined {
  const tokens = tokensOf(place);
  let best: { id: string; reach: number; isPreferred: boolean } | undefined;
  for (const [id, { contract = [] }] of Object.entries(requirements)) {
    for (const pointer of contract) {
      const reach = reachOf(tokensOf(pointer), tokens);
      if (reach === 0) continue;
      const candidate = { id, reach, isPreferred: isPreferred(id) };
      if (!best || reach > best.reach || (reach === best.reach && candidate.isPreferred && !best.isPreferred))
        best = candidate;
    }
  }
  return best?.id;
}

/** How many tokens of a pointer lead to a place; 0 if it leads elsewhere. */
function reachOf(pointer: readonly string[], place: readonly string[]): number {
  return pointer.length <= place.length && pointer.every((token, index) => token === place[index]) ? pointer.length : 0;
}
