import type { Coverage } from "../../../conformance/kit/coverage.ts";

export interface NeverSeen {
  readonly kind: "statuses" | "parameters" | "members" | "listed values" | "nulls";
  /** `404`, `page[size]`, `200 /data/status`, `200 /data/status = idle` */
  readonly what: string;
}

/** What one operation declares and no answer has shown; statuses that no client can provoke are not held against it. */
export function neverSeen({ statuses, parameters, properties }: Coverage): readonly NeverSeen[] {
  // Nothing within an answer that never came: the status says it already.
  const answered = new Set(statuses.filter(({ seen }) => seen > 0).map(({ status }) => status));
  const members = properties.filter(({ status }) => answered.has(status));
  const seenMembers = members.filter(({ seen }) => seen > 0);
  return [
    ...statuses
      .filter(({ seen, unprovokable }) => seen === 0 && unprovokable === undefined)
      .map(({ status }): NeverSeen => ({ kind: "statuses", what: status })),
    ...parameters.filter(({ seen }) => seen === 0).map(({ name }): NeverSeen => ({ kind: "parameters", what: name })),
    ...members
      .filter(({ seen }) => seen === 0)
      .map(({ status, pointer }): NeverSeen => ({ kind: "members", what: `${status} ${pointer}` })),
    ...seenMembers.flatMap(({ status, pointer, values = {} }) =>
      Object.entries(values)
        .filter(([, seen]) => seen === 0)
        .map(([value]): NeverSeen => ({ kind: "listed values", what: `${status} ${pointer} = ${value}` })),
    ),
    ...seenMembers
      .filter(({ nulls }) => nulls === 0)
      .map(({ status, pointer }): NeverSeen => ({ kind: "nulls", what: `${status} ${pointer}` })),
  ];
}
