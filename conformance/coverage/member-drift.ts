import { type BodyPlace, typeOf } from "../../src/contract/body-places.ts";
import { tokensOf } from "../../src/contract/json-pointer.ts";
import { type BodyTally, createBodyTally, type JsonObject, type PlaceTally } from "../../src/contract/tally-body.ts";
import type { Drift } from "./drift.ts";
import { pairMembers } from "./pair-members.ts";

export type MemberDifference = Omit<Drift, "operation">;

/** How the bodies of one response differ in their members from what is documented. */
export interface MemberDrift {
  readonly see: (body: unknown) => void;
  readonly report: () => MemberDifference[];
}

/** An undocumented member. */
interface Found {
  readonly name: string;
  count: number;
  readonly types: Set<string>;
  /** How many of the objects that have it lack each member that is listed. */
  readonly lacking: number[];
}

/** Names are the server's, so they can be of any length. */
const longestName = 200;
/** Undocumented members of one object that are looked at. */
const mostNames = 200;

/** @param room how many names may still be kept, shared with other responses, and how often one was met that may not */
export function createMemberDrift(places: readonly BodyPlace[], room: { left: number; further: number }): MemberDrift {
  const foundAt = places.map(() => new Map<string, Found>());
  const tally = createBodyTally(places, {
    onUnlisted: (place, object, count) => {
      if (!place.isOpen) room.further += count - keepNames(place, object);
    },
  });

  return {
    see: tally.add,
    report: () =>
      tally.places
        .filter(({ objects }) => objects > 0)
        .flatMap((each) => differencesAt(each, tally, [...(foundAt[each.place.index]?.values() ?? [])])),
  };

  /** Tells how many of the names of one object were kept. */
  function keepNames(place: BodyPlace, object: JsonObject): number {
    const listed = new Set(place.members.map(({ name }) => name));
    const lacking = place.members.flatMap(({ name }, index) => (Object.hasOwn(object, name) ? [] : [index]));
    let looked = 0;
    let kept = 0;
    for (const name in object) {
      if (listed.has(name)) continue;
      if (looked === mostNames) break;
      looked += 1;
      const member = memberFor(place, name.slice(0, longestName));
      if (!member) continue;
      kept += 1;
      member.count += 1;
      member.types.add(typeOf(object[name]));
      for (const index of lacking) member.lacking[index] = (member.lacking[index] ?? 0) + 1;
    }
    return kept;
  }

  /** Undefined if no more names may be kept. */
  function memberFor({ index, members }: BodyPlace, name: string): Found | undefined {
    const known = foundAt[index]?.get(name);
    if (known || room.left === 0) return known;
    room.left -= 1;
    const member: Found = { name, count: 0, types: new Set(), lacking: members.map(() => 0) };
    foundAt[index]?.set(name, member);
    return member;
  }
}

/** An optional member is missed only if no object has it while another stands for it. */
function differencesAt({ place, objects }: PlaceTally, tally: BodyTally, found: readonly Found[]): MemberDifference[] {
  const at = place.pointer;
  const missing = place.members
    .map((member, index) => {
      const { name, types, isRequired } = member;
      return { name, types, isRequired, index, count: objects - (tally.places[member.index]?.values ?? 0) };
    })
    .filter(({ isRequired, count }) => (isRequired ? count > 0 : count === objects));
  const pairs = pairMembers(missing, found, {
    owner: tokensOf(at).findLast((token) => token !== "*") ?? "",
    // What mostly stands beside a member does not stand for it.
    mayPair: ({ index }, { lacking: inPlace, count }) => (inPlace[index] ?? 0) * 2 > count,
  });
  const renamed = pairs.map((pair) => ({ ...pair, count: pair.found.lacking[pair.missing.index] ?? 0 }));
  const left = (count: number, paired: { readonly count: number } | undefined) => count - (paired?.count ?? 0);
  return [
    ...renamed.map((pair) => ({
      kind: "renamed" as const,
      at,
      documented: pair.missing.name,
      found: pair.found.name,
      count: pair.count,
    })),
    ...missing
      .filter(({ isRequired }) => isRequired)
      .map((each) => ({
        kind: "missing" as const,
        at,
        documented: each.name,
        count: left(
          each.count,
          renamed.find(({ missing }) => missing === each),
        ),
      })),
    ...found.map((each) => ({
      kind: "undocumented" as const,
      at,
      found: each.name,
      count: left(
        each.count,
        renamed.find(({ found }) => found === each),
      ),
    })),
  ].filter(({ count }) => count > 0);
}
