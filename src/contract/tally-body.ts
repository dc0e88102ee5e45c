import type { BodyPlace } from "./body-places.ts";

/** Items of one list that are looked at, and values of one body: what comes after tells nothing new. */
const mostItems = 1000;
const mostValues = 20_000;

export type JsonObject = Readonly<Record<string, unknown>>;

/** What was met at one documented place of bodies. */
export interface PlaceTally {
  readonly place: BodyPlace;
  /** Values of any kind. */
  readonly values: number;
  readonly nulls: number;
  /** Objects, where members are listed. */
  readonly objects: number;
}

export interface BodyTally {
  /** By the index of the place. */
  readonly places: readonly PlaceTally[];
  readonly add: (body: unknown) => void;
}

export interface TallyOptions {
  /** Told each value at a place of which values are listed. */
  readonly onListed?: (place: BodyPlace, value: unknown) => void;
  /** Told each object that has members beside those listed there, and how many. */
  readonly onUnlisted?: (place: BodyPlace, object: JsonObject, count: number) => void;
}

/** A place with its counts and, close at hand, what is in it. */
interface Node extends PlaceTally {
  values: number;
  nulls: number;
  objects: number;
  readonly name: string;
  readonly isListed: boolean;
  readonly items: Node | undefined;
  readonly members: ReadonlyMap<string, Node>;
  /** The members in the order that they last came in. It hardly ever changes, and to compare is quicker than to look up. */
  readonly order: Node[];
}

/**
 * Counts what parsed bodies have of what is documented. It goes no deeper than that, so no depth of a body is too much;
 * of a list the first 1,000 items are looked at, of a body the first 20,000 values.
 */
export function createBodyTally(places: readonly BodyPlace[], { onListed, onUnlisted }: TallyOptions): BodyTally {
  const nodes: Node[] = [];
  const root = places[0] && nodeOf(places[0]);
  let left = 0;

  return {
    places: nodes,
    add: (body) => {
      left = mostValues;
      if (root) addValue(root, body);
    },
  };

  function nodeOf(place: BodyPlace): Node {
    const order = place.members.map(nodeOf);
    const node: Node = {
      place,
      values: 0,
      nulls: 0,
      objects: 0,
      name: place.name,
      isListed: place.values.length > 0,
      items: place.items && nodeOf(place.items),
      members: new Map(order.map((member) => [member.name, member])),
      order,
    };
    nodes[place.index] = node;
    return node;
  }

  function addValue(node: Node, value: unknown): void {
    node.values += 1;
    left -= 1;
    if (node.isListed) onListed?.(node.place, value);
    if (typeof value !== "object") return;
    if (value === null) node.nulls += 1;
    else if (Array.isArray(value)) addItems(node.items, value);
    else if (node.order.length > 0 && left > 0) addMembers(node, value as JsonObject);
  }

  function addItems(items: Node | undefined, list: readonly unknown[]): void {
    if (!items) return;
    const length = Math.min(list.length, mostItems);
    for (let index = 0; index < length && left > 0; index += 1) addValue(items, list[index]);
  }

  /** All members of an object are counted or none, so that none seems to be missing. */
  function addMembers(node: Node, object: JsonObject): void {
    const { order } = node;
    node.objects += 1;
    let size = 0;
    let listed = 0;
    for (const name in object) {
      size += 1;
      const expected = order[listed];
      const member = expected?.name === name ? expected : node.members.get(name);
      if (!member) continue;
      order[listed] = member;
      listed += 1;
      addValue(member, object[name]);
    }
    if (size > listed) onUnlisted?.(node.place, object, size - listed);
  }
}
