import type { Coverage, PropertyCoverage } from "../../../conformance/coverage/coverage.ts";

export interface NeverSeen {
  readonly kind: "statuses" | "parameters" | "required members" | "optional members" | "listed values" | "nulls";
  /** `404`, `page[size]`, `/data/status`, `/data/status = idle` */
  readonly what: string;
  /** The statuses under which a member was looked for in vain; for the others none. */
  readonly statuses: readonly string[];
}

/**
 * What one operation declares and no answer has shown; statuses that no client can provoke are not held against it. Of
 * what is within something that never came nothing is said.
 */
export function neverSeen({ statuses, parameters, properties }: Coverage): readonly NeverSeen[] {
  const answered = new Set(statuses.filter(({ seen }) => seen > 0).map(({ status }) => status));
  const members = properties.filter(({ status }) => answered.has(status));
  const unseen = members.filter(({ seen }) => seen === 0);
  const outermost = unseen.filter((member) => !unseen.some((other) => isWithin(member, other)));
  const seen = members.filter((member) => member.seen > 0);
  return [
    ...statuses
      .filter((status) => status.seen === 0 && status.unprovokable === undefined)
      .map(({ status }): NeverSeen => ({ kind: "statuses", what: status, statuses: [] })),
    ...parameters
      .filter((parameter) => parameter.seen === 0)
      .map(({ name }): NeverSeen => ({ kind: "parameters", what: name, statuses: [] })),
    ...byStatus(
      "required members",
      outermost.filter(({ required }) => required),
    ),
    ...byStatus(
      "optional members",
      outermost.filter(({ required }) => !required),
    ),
    ...byStatus("listed values", seen.flatMap(unseenValues)),
    ...byStatus(
      "nulls",
      seen.filter(({ nulls }) => nulls === 0),
    ),
  ];
}

type Member = Pick<PropertyCoverage, "status" | "pointer">;

const isWithin = (member: Member, other: Member) =>
  member.status === other.status && member.pointer.startsWith(`${other.pointer}/`);

function unseenValues({ status, pointer, values = {} }: PropertyCoverage): Member[] {
  const unseen = Object.entries(values).filter(([, count]) => count === 0);
  return unseen.map(([value]) => ({ status, pointer: `${pointer} = ${value}` }));
}

/** What is missing under several statuses, as members of errors are, is told once. */
function byStatus(kind: NeverSeen["kind"], members: readonly Member[]): NeverSeen[] {
  const groups = Map.groupBy(members, ({ pointer }) => pointer);
  return [...groups].map(([what, group]) => ({ kind, what, statuses: group.map(({ status }) => status) }));
}
