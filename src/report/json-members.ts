export type Json = string | number | boolean | null | Json[] | JsonObject;

export interface JsonObject {
  [name: string]: Json;
}

/** A member of an object somewhere in a JSON document. */
export interface Member {
  readonly parent: JsonObject;
  readonly name: string;
  readonly value: Json;
  /** JSON pointer with `*` for every item of a list. */
  readonly place: string;
}

/** All members of all objects in a JSON document. */
export function membersOf(value: Json, place = ""): readonly Member[] {
  if (Array.isArray(value)) return value.flatMap((item) => membersOf(item, `${place}/*`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => [
    { parent: value, name, value: each, place: `${place}/${name}` },
    ...membersOf(each, `${place}/${name}`),
  ]);
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
