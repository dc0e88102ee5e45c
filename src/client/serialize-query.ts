/**
 * A query string with names and values percent-encoded, `page[number]` as `page%5Bnumber%5D`. Arrays become one
 * comma-separated value, which is the only form that the documented APIs have.
 */
export function serializeQuery(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => {
      const items = Array.isArray(value) ? value : [value];
      return `${encodeURIComponent(name)}=${items.map((item) => encodeURIComponent(String(item))).join(",")}`;
    })
    .join("&");
}
