/** Makes one of those that differ in nothing but their count; in the order in which they came. */
export function sumAlike<Item extends { readonly count: number }>(items: readonly Item[]): Item[] {
  const groups = Map.groupBy(items, ({ count: _, ...rest }) => JSON.stringify(Object.entries(rest).toSorted()));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, count: group.reduce((sum, { count }) => sum + count, 0) }] : [];
  });
}
