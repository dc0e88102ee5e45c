/** JSON text of a value with its members in order, so that two readings of the same thing compare equal. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, child: unknown) => {
      if (typeof child !== "object" || child === null || Array.isArray(child)) return child;
      return Object.fromEntries(Object.entries(child).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? "nothing"
  );
}
