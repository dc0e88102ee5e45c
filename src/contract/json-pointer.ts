/** JSON pointers (RFC 6901) as used in findings: `/errors/0/status`; `#/…` when they point into a bundle. */

export function escapeToken(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

export function joinPointer(base: string, ...tokens: readonly string[]): string {
  return [base, ...tokens.map(escapeToken)].join("/");
}

export function tokensOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at a pointer, undefined where there is none. */
export function valueAt(document: unknown, pointer: string): unknown {
  return tokensOf(pointer).reduce<unknown>((value, token) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) return undefined;
    return (value as Record<string, unknown>)[token];
  }, document);
}
