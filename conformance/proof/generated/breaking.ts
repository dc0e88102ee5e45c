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

/** Ways to break one value of a body that is sent: those, and a text that no pattern and no list of values takes. */
export const bodyBreakings = {
  ...breakings,
  changes: (value: unknown) => (typeof value === "string" ? `${value} !` : value),
} as const satisfies Record<string, (value: unknown) => unknown>;

/** What a server does to a member of its answer, completing "The server …". */
export const answerFaults = {
  drops: "leaves out",
  nulls: "gives null for",
  mistypes: "gives another type for",
} as const satisfies Record<keyof typeof breakings, string>;

/** What a body is that a server takes. */
export const bodyFaults = {
  drops: "without",
  nulls: "with null for",
  mistypes: "with another type for",
  changes: "with a value that is not allowed for",
} as const satisfies Record<keyof typeof bodyBreakings, string>;

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
