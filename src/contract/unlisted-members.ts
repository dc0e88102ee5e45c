import type { Bundle, Schema } from "./bundle.ts";
import { joinPointer } from "./json-pointer.ts";
import { layersOf } from "./schema-tree.ts";

/** More of them on one body tell nothing new; a hostile one could otherwise have millions. */
const mostFound = 50;

/** What is known of a value's shape: its members by name and what its items are; undefined where anything goes. */
interface Shape {
  readonly members: ReadonlyMap<string, Shape | undefined> | undefined;
  readonly items: Shape | undefined;
}

/**
 * Makes a finder of members that a schema does not list, which is how a service's drift from its documentation shows.
 * The shapes are worked out once; a look at a body that has no such member allocates nothing.
 */
export function createUnlistedMembersFinder(bundle: Bundle): (schema: Schema, value: unknown) => readonly string[] {
  const shapes = new WeakMap<Schema, Shape | undefined>();
  return (schema, value) => {
    if (!shapes.has(schema)) shapes.set(schema, shapeOf(bundle, layersOf(bundle, schema)));
    const shape = shapes.get(schema);
    const found: string[] = [];
    if (hasUnlisted(shape, value)) listUnlisted(shape, value, "", found);
    return found;
  };
}

function shapeOf(bundle: Bundle, layers: readonly Schema[]): Shape | undefined {
  const lists = layers.filter(({ properties }) => properties !== undefined);
  const isFreeForm = layers.some(({ additionalProperties }) => additionalProperties !== undefined);
  const names = new Set(lists.flatMap(({ properties }) => Object.keys(properties ?? {})));
  const layersOfMember = (name: string) =>
    lists.flatMap(({ properties }) => (properties?.[name] ? layersOf(bundle, properties[name]) : []));
  const itemLayers = layers.flatMap(({ items }) => (items ? layersOf(bundle, items) : []));
  const items = itemLayers.length > 0 ? shapeOf(bundle, itemLayers) : undefined;
  const members =
    lists.length === 0 || isFreeForm
      ? undefined
      : new Map([...names].map((name) => [name, shapeOf(bundle, layersOfMember(name))] as const));
  return members || items ? { members, items } : undefined;
}

function hasUnlisted(shape: Shape | undefined, value: unknown): boolean {
  if (shape === undefined || typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) {
    const { items } = shape;
    if (items !== undefined) for (const item of value) if (hasUnlisted(items, item)) return true;
    return false;
  }
  const { members } = shape;
  if (members === undefined) return false;
  for (const name in value) {
    const member = members.get(name);
    if (member === undefined) {
      if (!members.has(name)) return true;
    } else if (hasUnlisted(member, (value as Record<string, unknown>)[name])) return true;
  }
  return false;
}

function listUnlisted(shape: Shape | undefined, value: unknown, pointer: string, found: string[]): void {
  if (shape === undefined || typeof value !== "object" || value === null || found.length >= mostFound) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (found.length >= mostFound) return;
      listUnlisted(shape.items, item, joinPointer(pointer, `${index}`), found);
    }
    return;
  }
  const { members } = shape;
  if (members === undefined) return;
  for (const name in value) {
    if (found.length >= mostFound) return;
    const at = joinPointer(pointer, name);
    if (members.has(name)) listUnlisted(members.get(name), (value as Record<string, unknown>)[name], at, found);
    else found.push(at);
  }
}
