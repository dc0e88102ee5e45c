import type { Coverage, ParameterCoverage, PropertyCoverage, StatusCoverage } from "../coverage/coverage.ts";

/** Adds up what several runs of one suite have seen. */
export function mergeCoverage(runs: readonly (readonly Coverage[])[]): readonly Coverage[] {
  return mergeBy(runs.flat(), ({ operation }) => operation, addCoverage);
}

function addCoverage(one: Coverage, other: Coverage): Coverage {
  return {
    ...one,
    statuses: mergeBy([...one.statuses, ...other.statuses], ({ status }) => status, addStatus),
    parameters: mergeBy(
      [...one.parameters, ...other.parameters],
      ({ in: place, name }) => `${place} ${name}`,
      addParameter,
    ),
    properties: mergeBy(
      [...one.properties, ...other.properties],
      ({ status, pointer }) => `${status} ${pointer}`,
      addProperty,
    ),
  };
}

/** What was seen can be brought about after all. */
function addStatus(one: StatusCoverage, other: StatusCoverage): StatusCoverage {
  const { status, unprovokable = other.unprovokable } = one;
  const seen = one.seen + other.seen;
  return { status, seen, ...(seen === 0 && unprovokable !== undefined && { unprovokable }) };
}

function addParameter(one: ParameterCoverage, other: ParameterCoverage): ParameterCoverage {
  return { ...one, seen: one.seen + other.seen };
}

function addProperty(one: PropertyCoverage, other: PropertyCoverage): PropertyCoverage {
  const hasNulls = one.nulls !== undefined || other.nulls !== undefined;
  const hasValues = one.values !== undefined || other.values !== undefined;
  return {
    ...one,
    seen: one.seen + other.seen,
    ...(hasNulls && { nulls: (one.nulls ?? 0) + (other.nulls ?? 0) }),
    ...(hasValues && { values: addValues(one.values ?? {}, other.values ?? {}) }),
  };
}

function addValues(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const sums = new Map(Object.entries(one));
  for (const [value, count] of Object.entries(other)) sums.set(value, (sums.get(value) ?? 0) + count);
  return Object.fromEntries(sums);
}

/** Those with one key become one, in the order in which the keys came. */
function mergeBy<Item>(items: readonly Item[], keyOf: (item: Item) => string, add: (one: Item, other: Item) => Item) {
  const merged = new Map<string, Item>();
  for (const item of items) {
    const before = merged.get(keyOf(item));
    merged.set(keyOf(item), before === undefined ? item : add(before, item));
  }
  return [...merged.values()];
}
