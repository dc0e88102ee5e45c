/**
 * Remembers texts that follow from an object, and from the base that links begin with, alone: moments, and links to what
 * has an id. Making these anew takes nearly as long as writing the list that they are in as JSON. What they follow from
 * must never be changed in place.
 */
export function makeOnce<Item extends object, Texts>(
  make: (item: Item, base: string) => Texts,
): (item: Item, base?: string) => Texts {
  const made = new WeakMap<Item, { readonly base: string; readonly texts: Texts }>();
  return (item, base = "") => {
    const before = made.get(item);
    if (before?.base === base) return before.texts;
    const texts = make(item, base);
    made.set(item, { base, texts });
    return texts;
  };
}
