import { finish } from "../front/write-json.ts";

/**
 * Makes documents of items. An item gets the document that it had before, whose JSON is written already, for as long as
 * its members and whatever else goes into the document are the same. They are compared each time, since stores are
 * changed in place; only what the members themselves hold must not be.
 */
export function finishDocuments<Item extends object, Rest extends readonly unknown[], Document extends object>(
  make: (item: Item, ...rest: Rest) => Document,
): (item: Item, ...rest: Rest) => Document {
  const made = new WeakMap<Item, { members: readonly unknown[]; rest: Rest; document: Document }>();
  return (item, ...rest) => {
    const members = Object.values(item);
    const before = made.get(item);
    if (before && areSame(before.members, members) && areSame(before.rest, rest)) return before.document;
    const document = finish(make(item, ...rest));
    made.set(item, { members, rest, document });
    return document;
  };
}

/** One by one; lists among them by their items. */
function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) {
    const one = a[at];
    const other = b[at];
    if (one !== other && !(Array.isArray(one) && Array.isArray(other) && areSame(one, other))) return false;
  }
  return true;
}
