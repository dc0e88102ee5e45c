import type { Coverage, PropertyCoverage } from "../coverage/coverage.ts";

/** Something that is documented of an operation and that no answer showed, or no successful request sent. */
export interface NeverSeen {
  readonly operation: string;
  readonly kind: "status" | "parameter" | "property" | "null" | "value";
  /** The status under which it is documented; absent for a parameter. */
  readonly status?: string;
  /** The status itself, the parameter's name, or the JSON pointer with `*` for every item of a list. */
  readonly name: string;
  /** The value, for the kind `value`. */
  readonly value?: string;
  /** Why no client can bring it about, where none can. */
  readonly unprovokable?: string;
}

/**
 * What is declared and was never seen, in the order of the documentation. What is not there for want of what it would
 * be in is not listed beside it: no members of a status that never came, none of an object that never was.
 */
export function listNeverSeen(coverage: readonly Coverage[]): NeverSeen[] {
  return coverage.flatMap(({ operation, statuses, parameters, properties }) => {
    const cameNot = new Set(statuses.filter(({ seen }) => seen === 0).map(({ status }) => status));
    const ofParameters = parameters
      .filter(({ seen }) => seen === 0)
      .map(({ name }) => ({ name, kind: "parameter" }) as const);
    const ofStatuses = statuses
      .filter(({ status }) => cameNot.has(status))
      .map(({ status, seen: _, ...reason }) => ({ kind: "status", status, name: status, ...reason }) as const);
    const came = properties.filter(({ status }) => !cameNot.has(status));
    return [...ofStatuses, ...ofParameters, ...unseenProperties(came)].map((each) => ({ operation, ...each }));
  });
}

function unseenProperties(properties: readonly PropertyCoverage[]): Omit<NeverSeen, "operation">[] {
  const unseen = new Set<string>();
  return properties.flatMap<Omit<NeverSeen, "operation">>(({ status, pointer: name, seen, nulls, values = {} }) => {
    if (seen === 0) {
      unseen.add(`${status} ${name}`);
      return isWithin(unseen, status, name) ? [] : [{ kind: "property", status, name }];
    }
    const ofValues = Object.keys(values)
      .filter((value) => values[value] === 0)
      .map((value) => ({ kind: "value" as const, status, name, value }));
    return [...(nulls === 0 ? [{ kind: "null" as const, status, name }] : []), ...ofValues];
  });
}

/** Whether what a member is in was not seen either. */
function isWithin(unseen: ReadonlySet<string>, status: string, pointer: string): boolean {
  const parent = pointer.slice(0, pointer.lastIndexOf("/"));
  return parent !== "" && (unseen.has(`${status} ${parent}`) || isWithin(unseen, status, parent));
}
