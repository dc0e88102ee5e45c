import type { Bundle, Schema } from "./bundle.ts";
import { joinPointer } from "./json-pointer.ts";
import { layersOf } from "./schema-tree.ts";
import { memberNames, requiredNames, subschema } from "./subschema.ts";

/** One place in the bodies that a schema describes: the body itself, a member, or every item of a list. */
export interface BodyPlace {
  /** Where it stands among the places of its schema. */
  readonly index: number;
  /** JSON pointer with `*` for every item of a list; empty for the body. */
  readonly pointer: string;
  /** Name of the member; empty for what is none. */
  readonly name: string;
  readonly isMember: boolean;
  /** Whether every object there must have it. */
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  /** As `typeOf` names them; empty where any goes. */
  readonly types: ReadonlySet<string>;
  /** What `enum` and `const` list, but for null; empty where they list nothing. */
  readonly values: readonly unknown[];
  /** Members that are listed for an object there; none where none are listed. */
  readonly members: readonly BodyPlace[];
  /** Whether members that are not listed are expressly welcome. */
  readonly isOpen: boolean;
  /** What the items of a list there are, if anything is known of them. */
  readonly items: BodyPlace | undefined;
}

/**
 * All places in the bodies that a schema describes, the body first and each before what is in it: through references,
 * allOf, and every branch of anyOf and oneOf. What contains itself is not looked into a second time.
 */
export function readBodyPlaces(bundle: Bundle, schema: Schema): readonly BodyPlace[] {
  const places: BodyPlace[] = [];
  read(schema, { pointer: "", name: "", isMember: false, isRequired: false }, new Set());
  return places;

  function read(
    described: Schema,
    at: Pick<BodyPlace, "pointer" | "name" | "isMember" | "isRequired">,
    above: ReadonlySet<Schema>,
  ): BodyPlace {
    const layers = layersOf(bundle, described);
    const containers = layers.filter(({ properties, items }) => properties !== undefined || items !== undefined);
    const isRepeated = containers.some((container) => above.has(container));
    const place = {
      ...at,
      index: places.length,
      isNullable: layers.some(takesNull),
      types: typesOf(layers),
      values: [...new Set(layers.flatMap(listedValues))].filter((value) => value !== null),
      isOpen: layers.some(({ additionalProperties = false }) => additionalProperties !== false),
      members: [] as BodyPlace[],
      items: undefined as BodyPlace | undefined,
    };
    places.push(place);
    if (isRepeated) return place;

    const within = new Set([...above, ...containers]);
    const required = requiredNames(bundle, described);
    for (const name of memberNames(layers)) {
      const member = subschema(bundle, described, ({ properties }) => ownMember(properties, name)) ?? {};
      const pointer = joinPointer(at.pointer, name);
      place.members.push(read(member, { pointer, name, isMember: true, isRequired: required.has(name) }, within));
    }
    const item = subschema(bundle, described, ({ items }) => items);
    const pointer = joinPointer(at.pointer, "*");
    if (item) place.items = read(item, { pointer, name: "", isMember: false, isRequired: false }, within);
    return place;
  }
}

/** The JSON type of a value; there is one kind of number. */
export function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

const ownMember = (properties: Schema["properties"], name: string) =>
  properties && Object.hasOwn(properties, name) ? properties[name] : undefined;

const listedValues = (schema: Schema): readonly unknown[] => ("const" in schema ? [schema.const] : (schema.enum ?? []));

const takesNull = (schema: Schema) => [schema.type].flat().includes("null") || listedValues(schema).includes(null);

/** A layer that tells no type says nothing of it, as one that only refers to another does. */
function typesOf(layers: readonly Schema[]): Set<string> {
  const named = layers.flatMap((schema) => (schema.type ? [schema.type].flat() : listedValues(schema).map(typeOf)));
  return new Set(named.map((type) => (type === "integer" ? "number" : type)));
}
