import { describeValue } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import type { SortKey } from "./description.ts";

/** Two neighbours in a list that stand the wrong way round, in words. */
export interface Disorder {
  readonly index: number;
  readonly expected: string;
  readonly got: string;
}

/**
 * The first item that is out of order by keys that decide in turn. Texts are compared only where every collation orders
 * them alike, moments wherever they can be read; equal ones may come in any order.
 */
export function findDisorder(items: readonly unknown[], [key, ...further]: readonly SortKey[]): Disorder | undefined {
  if (!key) return undefined;
  const { pointer } = key;
  const placed = items.map((item, index) => ({ item, index }));
  const own = key.kind === "group" ? findScattered(items, pointer) : findMisplaced(items, key);
  if (own) return own;
  // Within what is equal by this key, the next one decides.
  const groups = Map.groupBy(placed, ({ item }) => JSON.stringify(valueAt(item, pointer) ?? null));
  for (const group of groups.values()) {
    const inner = findDisorder(
      group.map(({ item }) => item),
      further,
    );
    if (inner) return { ...inner, index: group[inner.index]?.index ?? inner.index };
  }
  return undefined;
}

/** Not every two can be compared, so each one is compared with all before it, as far as a long list allows. */
function findMisplaced(items: readonly unknown[], { pointer, kind, direction }: SortKey): Disorder | undefined {
  const compare = kind === "moment" ? compareMoments : compareTexts;
  const values = items.map((item) => valueAt(item, pointer));
  for (const [index, value] of values.entries()) {
    const before = values.slice(Math.max(0, index - mostCompared), index);
    const misplaced = before.findLast((each) => (compare(each, value) ?? 0) * direction > 0);
    if (misplaced === undefined) continue;
    const expected = `${direction > 0 ? "rising" : "falling"} values of ${pointer}, after ${describeValue(misplaced)} none ${direction > 0 ? "below" : "above"} it`;
    return { index, expected, got: describeValue(value) };
  }
  return undefined;
}

const mostCompared = 200;

function compareMoments(a: unknown, b: unknown): number | undefined {
  const [first, second] = [Date.parse(String(a)), Date.parse(String(b))];
  return Number.isNaN(first) || Number.isNaN(second) ? undefined : first - second;
}

/**
 * Order of two texts that no collation disputes: after what they have in common both go on in lower-case letters, or
 * both in digits, as many in the one as in the other. Anything else is undefined.
 */
export function compareTexts(a: unknown, b: unknown): number | undefined {
  if (typeof a !== "string" || typeof b !== "string") return undefined;
  if (a === b) return 0;
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common += 1;
  // Digits are to be compared as whole numbers, in case that is what the server does.
  while (common > 0 && /\d/.test(a[common - 1] ?? "")) common -= 1;
  const [first, second] = [a.slice(common), b.slice(common)];
  const isAlike = first.length === second.length;
  const isComparable = [/^[a-z]+$/, /^\d+$/].some((form) => form.test(first) && form.test(second));
  if (!isAlike || !isComparable) return undefined;
  return first < second ? -1 : 1;
}

/** The values at a pointer in the order in which they first come; things that have none are left out. */
export function groupsIn(items: readonly unknown[], pointer: string): unknown[] {
  return [...new Set(items.map((item) => valueAt(item, pointer) ?? null))].filter((value) => value !== null);
}

/** Where a page does not say by what things are ordered, those that are alike have at least to stand together. */
function findScattered(items: readonly unknown[], pointer: string): Disorder | undefined {
  const left = new Set<string>();
  let current: string | undefined;
  for (const [index, item] of items.entries()) {
    const value = JSON.stringify(valueAt(item, pointer) ?? null);
    if (value === current) continue;
    if (left.has(value)) {
      return { index, expected: `all with the same ${pointer} together`, got: `${value} again, after others` };
    }
    if (current !== undefined) left.add(current);
    current = value;
  }
  return undefined;
}
