import { expect, test } from "vitest";
import { compareTexts, findDisorder, groupsIn } from "./order.ts";

test.each([
  { given: ["pool-a", "pool-b"], want: -1 },
  { given: ["pool-b", "pool-a"], want: 1 },
  { given: ["pool-0009", "pool-0010"], want: -1 },
  { given: ["same", "same"], want: 0 },
  // Some collations order by number, some ignore case or hyphens: nobody is to be accused of those.
  { given: ["pool-9", "pool-10"], want: undefined },
  { given: ["pool-a", "pool-B"], want: undefined },
  { given: ["pool-a", "poola"], want: undefined },
  { given: ["pool-a", "pool-a-1"], want: undefined },
  { given: ["pool-1", "pool-a"], want: undefined },
  { given: ["a", null], want: undefined },
])("orders $given only where every collation does", ({ given: [a, b], want }) => {
  expect(compareTexts(a, b)).toBe(want);
});

const named = (...names: unknown[]) => names.map((name) => ({ name }));
const byName = { pointer: "/name", kind: "text", direction: 1 } as const;
const byNameDescending = { ...byName, direction: -1 } as const;

test("finds the first that is out of order, in either direction", () => {
  expect(findDisorder(named("a", "b", "b", "c"), [byName])).toBeUndefined();
  expect(findDisorder(named("c", "b", "b", "a"), [byNameDescending])).toBeUndefined();
  expect(findDisorder(named("a", "c", "b"), [byName])).toMatchObject({ index: 2, got: 'string "b"' });
  expect(findDisorder(named("a", "b"), [byNameDescending])).toMatchObject({ index: 1 });
});

test("looks past what cannot be compared", () => {
  expect(findDisorder(named("b", "B", null, "a"), [byName])).toMatchObject({ index: 3 });
});

test("compares moments, whatever their form", () => {
  const byMoment = { ...byName, kind: "moment" } as const;
  expect(findDisorder(named("2026-01-01T00:00:00Z", "2026-01-01T02:00:00+02:00"), [byMoment])).toBeUndefined();
  expect(findDisorder(named("2026-01-01T00:00:01Z", "2026-01-01T02:00:00+02:00"), [byMoment])).toMatchObject({
    index: 1,
  });
});

test("wants what is alike to stand together where it is open by what things are ordered", () => {
  const byGroup = { ...byName, kind: "group" } as const;
  expect(findDisorder(named("x", "x", null, "a"), [byGroup])).toBeUndefined();
  expect(findDisorder(named("x", "a", "x"), [byGroup])).toMatchObject({ index: 2, got: '"x" again, after others' });
});

test("lets the next key decide within what is equal by the first", () => {
  const keys = [{ pointer: "/scope", kind: "group", direction: 1 }, byName] as const;
  const scoped = (...pairs: string[]) => pairs.map((pair) => ({ scope: pair[0], name: pair[1] }));
  expect(findDisorder(scoped("yb", "yc", "xa", "xd"), keys)).toBeUndefined();
  expect(findDisorder(scoped("yb", "xa", "yc"), keys)).toMatchObject({ index: 2 });
  expect(findDisorder(scoped("ya", "yb", "xd", "xc"), keys)).toMatchObject({ index: 3, got: 'string "c"' });
});

test("names groups in the order in which they first come, without those of nothing", () => {
  expect(groupsIn(named("y", null, "x", "y"), "/name")).toEqual(["y", "x"]);
});
