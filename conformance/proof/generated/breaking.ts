import { joinPointer, tokensOf } from "../../../src/contract/json-pointer.ts";

/** Ways to break one value of a JSON document. */
export const breakings = {
  drops: () => undefined,
  nulls: (value: unknown) => (value === null ? unbroken : null),
  mistypes: (value: unknown) => {
    if (value === null) return unbroken;
    if (Array.isArray(value)) return {};
    if (typeof value === "object") return "poolproof";
    return typeof value === "string" ? 4711 : "poolproof";
  },
} as const satisfies Record<string, (value: unknown) => unknown>;

/** Says that a value is left as it is. */
export const unbroken = Symbol("unbroken");

// Pointers to all members of a document, with * for the index of an item: /data/*/id
export function patternsIn(document: unknown): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, pattern: string) => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, child] of Object.entries(value)) {
      const at = joinPointer(pattern, Array.isArray(value) ? "*" : name);
      if (!Array.isArray(value)) found.add(at);
      visit(child, at);
    }
  };
  visit(document, "");
  return [...found];
}

/** A copy of a document in which every value at a pattern is replaced; undefined if nothing was. */
export function breakAt(document: unknown, pattern: string, replace: (value: unknown) => unknown): unknown {
  const copy: unknown = structuredClone(document);
  const tokens = tokensOf(pattern);
  const last = tokens.pop() ?? "";
  const holders = tokens.reduce<unknown[]>(
    (values, token) => values.flatMap((value) => (token === "*" ? itemsOf(value) : [memberOf(value, token)])),
    [copy],
  );
  let isBroken = false;
  for (const holder of holders) {
    if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, last)) continue;
    const record = holder as Record<string, unknown>;
    const replacement = replace(record[last]);
    if (replacement === unbroken) continue;
    isBroken = true;
    if (replacement === undefined) delete record[last];
    else record[last] = replacement;
  }
  return isBroken ? copy : undefined;
}

function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
