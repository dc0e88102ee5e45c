/**
 * The preferences of a `Prefer` header (RFC 7240, section 2): names in lower case → value, empty for a bare one.
 * Of repeated names the first counts; parameters behind a semicolon are left out, since none are known here.
 */
export function parsePrefer(header: string | null): ReadonlyMap<string, string> {
  const preferences = new Map<string, string>();
  for (const part of header?.match(/(?:"[^"]*"|[^",])+/g) ?? []) {
    const preference = /^\s*([^\s=;"]+)\s*(?:=\s*(?:"([^"]*)"|([^\s;"]*)))?/.exec(part);
    const name = preference?.[1]?.toLowerCase();
    if (name && !preferences.has(name)) preferences.set(name, preference?.[2] ?? preference?.[3] ?? "");
  }
  return preferences;
}
