import type { BodyPlace } from "../../src/contract/body-places.ts";
import { createBodyTally, type PlaceTally } from "../../src/contract/tally-body.ts";
import type { PropertyCoverage } from "./coverage.ts";

/** What was seen of the documented members of one response. */
export interface MemberCoverage {
  readonly see: (body: unknown) => void;
  readonly report: () => PropertyCoverage[];
}

/** Counts members, and what is no member where values or null are documented of it. */
export function createMemberCoverage(status: string, places: readonly BodyPlace[]): MemberCoverage {
  const countsAt = places.map(({ values }) => values.map(() => 0));
  const tally = createBodyTally(places, {
    onListed: ({ index, values }, value) => {
      // So few values are listed anywhere that a search is quicker than a map.
      const which = values.indexOf(value);
      const counts = countsAt[index];
      if (counts && which !== -1) counts[which] = (counts[which] ?? 0) + 1;
    },
  });

  return {
    see: tally.add,
    report: () => tally.places.filter(isReported).map(describe),
  };

  function describe({ place, values: seen, nulls }: PlaceTally): PropertyCoverage {
    const { index, pointer, isRequired, isNullable, values } = place;
    const counts = values.map((value, which) => [textOf(value), countsAt[index]?.[which] ?? 0]);
    return {
      status,
      pointer,
      required: isRequired,
      seen,
      ...(isNullable && { nulls }),
      ...(counts.length > 0 && { values: Object.fromEntries(counts) }),
    };
  }
}

const isReported = ({ place }: PlaceTally) => place.isMember || place.isNullable || place.values.length > 0;

const textOf = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
