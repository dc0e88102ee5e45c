/** How the data of one API are written down, in a file or by the control API, and read from there. */
export interface DataForm<Store> {
  /** JSON Schema of the API's part. What keeps to it can be read. */
  readonly schema: JsonSchema;
  /** The lists whose items the control API shows and changes, by name. */
  readonly lists: Readonly<Record<string, ItemList>>;
  /**
   * Fills in what is left out, always with the same values.
   * @param report takes what the schema cannot say: names taken twice, references to nothing; the pointer begins at the API's part
   */
  readonly read: (data: unknown, report: (pointer: string, text: string) => void) => Store;
  /** Everything in the store, so that reading it gives the same store again. */
  readonly write: (store: Store) => unknown;
  /** Organizations or accounts beyond those that the reference data are about; its users belong to these too. */
  readonly furtherTenants: (store: Store) => readonly string[];
}

export interface ItemList {
  /** Members that lead to the items, each a list of objects. */
  readonly path: readonly string[];
  /** Member that tells the items apart. */
  readonly key: string;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A list as people may write it: items in full, by their name alone, or only how many there are. */
export type Listed<Item> = number | readonly (string | Item)[] | undefined;

/** The items of a list in full. */
export function itemsOf<Item extends object>(listed: Listed<Item>, name: keyof Item): readonly Item[] {
  if (listed === undefined) return [];
  if (typeof listed === "number") return Array.from({ length: listed }, () => ({}) as Item);
  return listed.map((item) => (typeof item === "string" ? ({ [name]: item } as Item) : item));
}

/** Schema of a list that {@link itemsOf} takes. */
export function listSchema(description: string, properties: JsonSchema): JsonSchema {
  return {
    description: `${description} A number makes so many, a text is a name.`,
    type: ["integer", "array"],
    minimum: 0,
    maximum: 5000,
    items: { type: ["string", "object"], minLength: 1, properties, additionalProperties: false },
  };
}

export const textSchema: JsonSchema = { type: "string", minLength: 1 };

/** Keeps items by a key, and reports a key that is there already. */
export function keep<Key, Item>(
  kept: Map<Key, Item>,
  key: Key,
  item: Item,
  report: (pointer: string, text: string) => void,
  pointer: string,
): void {
  if (kept.has(key)) report(pointer, `${JSON.stringify(key)} is given to something else already`);
  kept.set(key, item);
}

/** The moment of the item with a number, where the data name none: hours of 2026. */
export function momentOf(index: number): Date {
  return new Date(Date.UTC(2026, 0, 1) + index * 3_600_000);
}

/** A moment as written: a date, or milliseconds since 1970. */
export function readMoment(written: string | number): Date {
  return new Date(written);
}

export function numbered(index: number): string {
  return String(index + 1).padStart(4, "0");
}
