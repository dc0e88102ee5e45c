import { nameLikeness, wordsOf } from "./name-likeness.ts";

/** A documented member that objects lack. */
export interface MissingMember {
  readonly name: string;
  /** JSON types that are documented; empty where any goes. */
  readonly types: ReadonlySet<string>;
}

/** An undocumented member that objects have. */
export interface FoundMember {
  readonly name: string;
  /** JSON types that its values had. */
  readonly types: ReadonlySet<string>;
}

export interface MemberPair<Missing, Found> {
  readonly missing: Missing;
  readonly found: Found;
}

/** Below this two names have nothing to do with each other. */
const leastLikeness = 0.55;
const otherTypeCosts = 0.15;
const ownerGains = 0.04;

/**
 * Pairs what is missing with what most likely stands for it, the best pair first, each in one pair at most.
 * @param owner name of what the members belong to, such as `pods`: a `pod_key` is its `key` rather than `agent_key`
 */
export function pairMembers<Missing extends MissingMember, Found extends FoundMember>(
  missing: readonly Missing[],
  found: readonly Found[],
  { owner = "", mayPair = () => true }: { owner?: string; mayPair?: (missing: Missing, found: Found) => boolean } = {},
): MemberPair<Missing, Found>[] {
  const ownerWords = wordsOf(owner).flatMap((word) => [word, word.replace(/s$/, "")]);
  const candidates = missing
    .flatMap((one) => found.map((other) => ({ missing: one, found: other, likeness: likeness(one, other) })))
    .filter((pair) => pair.likeness >= leastLikeness && mayPair(pair.missing, pair.found))
    .toSorted((a, b) => b.likeness - a.likeness);
  const taken = new Set<Missing | Found>();
  return candidates.filter((pair) => {
    if (taken.has(pair.missing) || taken.has(pair.found)) return false;
    taken.add(pair.missing).add(pair.found);
    return true;
  });

  function likeness(one: Missing, other: Found): number {
    const ofNames = nameLikeness(one.name, other.name);
    const isOwned = ofNames > 0 && ofNames < 1 && wordsOf(other.name).some((word) => ownerWords.includes(word));
    return ofNames - (fitsType(one, other) ? 0 : otherTypeCosts) + (isOwned ? ownerGains : 0);
  }
}

/** Of a value that was only ever null the type is not known. */
function fitsType({ types }: MissingMember, found: FoundMember): boolean {
  const seen = [...found.types].filter((type) => type !== "null");
  return types.size === 0 || seen.length === 0 || seen.some((type) => types.has(type));
}
