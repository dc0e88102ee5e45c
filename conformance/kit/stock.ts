/** The ids of a target's fixtures, shared by all checks of a run, some of which use them up. */
export interface Stock {
  /** Ids not used up, in the order in which they were given. */
  readonly ids: (name: string) => readonly string[];
  /** The next one, which nobody else gets. Where nothing done to the target stays done, it is not used up. */
  readonly take: (name: string) => string | undefined;
  /** Those that were used up. */
  readonly taken: (name: string) => readonly string[];
  /** Notes that the target had nothing of an id when the run began. */
  readonly noteAbsent: (id: string) => void;
  readonly wasAbsent: (id: string) => boolean;
}

export function createStock(fixtures: Readonly<Record<string, readonly string[]>>, hasState: boolean): Stock {
  const left = new Map(Object.entries(fixtures).map(([name, ids]) => [name, [...ids]]));
  const taken = new Map<string, string[]>();
  const absent = new Set<string>();
  return {
    ids: (name) => left.get(name) ?? [],
    take: (name) => {
      const id = hasState ? left.get(name)?.shift() : left.get(name)?.[0];
      if (id !== undefined) taken.set(name, [...(taken.get(name) ?? []), id]);
      return id;
    },
    taken: (name) => taken.get(name) ?? [],
    noteAbsent: (id) => absent.add(id),
    wasAbsent: (id) => absent.has(id),
  };
}
