import type { ApiId } from "../apis/index.ts";
import type { ItemList, JsonSchema } from "./data-form.ts";
import { dataForms } from "./data-forms.ts";
import { type DataDocument, type Given, storeOf } from "./read-data.ts";
import { type Stores, services } from "./services.ts";

/** The store of one API, whose contents can be taken out as data and replaced while a service works on it. */
export interface HeldApi<Id extends ApiId = ApiId> {
  readonly id: Id;
  readonly store: Stores[Id];
  readonly given: Given;
  readonly schema: JsonSchema;
  readonly lists: Readonly<Record<string, ItemList>>;
  readonly write: () => unknown;
  /** Takes over what a document says of the API, if anything. */
  readonly replace: (document: DataDocument) => void;
  readonly reset: () => void;
}

/** @param data what is there at first and after a reset; the reference data unless it names the API */
export function holdApi<Id extends ApiId>(id: Id, data: DataDocument, given: Given): HeldApi<Id> {
  const form = dataForms[id];
  const initial = () => storeOf(id, data) ?? services[id].seed();
  const store = initial();
  const take = (next: Stores[Id]) => refill(store as unknown as Contents, next as unknown as Contents);
  return {
    id,
    store,
    given,
    schema: form.schema,
    lists: form.lists,
    write: () => form.write(store),
    replace: (document) => {
      const next = storeOf(id, document);
      if (next) take(next);
    },
    reset: () => {
      Object.assign(given, { ids: 0, moments: 0 });
      take(initial());
    },
  };
}

type Contents = Record<string, Map<unknown, unknown> | Set<unknown> | unknown[]>;

/** Services hold the store itself, so its collections are filled anew instead of being exchanged. */
function refill(store: Contents, next: Contents): void {
  for (const [name, collection] of Object.entries(store)) {
    const source = next[name];
    if (collection instanceof Map && source instanceof Map) {
      collection.clear();
      for (const [key, value] of source) collection.set(key, value);
    } else if (collection instanceof Set && source instanceof Set) {
      collection.clear();
      for (const value of source) collection.add(value);
    } else if (Array.isArray(source)) {
      store[name] = source;
    }
  }
}
