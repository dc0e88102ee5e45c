import { describe, expect, test } from "vitest";
import { parseYaml } from "./yaml-source.ts";

const linesOf = (text: string) =>
  parseYaml(text).mistakes.map(({ line, column, text: said }) => `${line}:${column} ${said}`);

test.each([
  { given: "a: 1\nb: [x, 'y']", want: { a: 1, b: ["x", "y"] } },
  { given: "1: x\ntrue: y", want: { "1": "x", true: "y" } },
  { given: "a: &shared {b: 1}\nc: *shared", want: { a: { b: 1 }, c: { b: 1 } } },
  { given: "a: 2026-12-31\nb: yes\nc: ~", want: { a: "2026-12-31", b: "yes", c: null } },
  { given: "%YAML 1.1\n---\na: 2026-12-31\nb: yes", want: { a: "2026-12-31", b: "yes" } },
  { given: "# only a comment", want: null },
])("reads $given as YAML 1.2", ({ given, want }) => {
  const { value, mistakes } = parseYaml(given);
  expect(mistakes).toEqual([]);
  expect(value).toEqual(want);
});

test("keeps a key that JavaScript would take for the prototype", () => {
  const { value } = parseYaml("__proto__: {insecure: true}");
  expect(Object.keys(value as object)).toEqual(["__proto__"]);
  expect((value as { insecure?: boolean }).insecure).toBeUndefined();
});

describe("what is not YAML", () => {
  test.each([
    { given: "a:\n\tb: 1", want: ["2:1 a tab indents here; YAML takes spaces only"] },
    {
      given: "a: b: c",
      want: ["1:4 a second colon in one line: put the value in quotes, or begin a new line"],
    },
    { given: 'a: "b\n', want: ['2:1 not YAML: missing closing "quote'] },
    { given: "a: 1\n---\nb: 2", want: ["2:1 a second document begins here (---); a file holds one"] },
    { given: "a: !secret 1", want: ["1:4 a tag (!NAME) has no meaning here: take it out"] },
    { given: "a: !!set {x}", want: ["1:4 a tag (!NAME) has no meaning here: take it out"] },
    { given: "? [a, b]\n: 1", want: ["1:3 a key is plain text, neither a list, a mapping nor an alias"] },
    { given: "a: *b", want: ['1:4 "*b" repeats nothing: no &b stands before it'] },
    { given: "a: &a [*a]", want: ['1:8 "*a" repeats what it stands in itself'] },
  ])("is placed: $given", ({ given, want }) => {
    expect(linesOf(given)).toEqual(want);
    expect(parseYaml(given).value).toBeUndefined();
  });

  test("is not repeated, since it may be a token", () => {
    const [first, ...others] = linesOf('a: 1\n"fake-token-123" "fake-token-456"\nb: 2');
    expect(first).toMatch(/^2:\d+ not YAML: /);
    expect([first, ...others].join()).not.toContain("fake-token");
  });

  test("is named in every line that has some", () => {
    expect(linesOf("a: b: c\nd: 1\ne: f: g").map((line) => line.split(":")[0])).toEqual(["1", "3"]);
  });
});

describe("keys that stand twice", () => {
  test("are all named, and the rest is read on", () => {
    const { value, mistakes } = parseYaml("a: 1\nb: 2\na: 3\nc: {d: 1, 'd': 2}\na: 4");
    expect(mistakes).toEqual([
      { line: 3, column: 1, text: '"a" stands here a second time; the first is in line 1' },
      { line: 5, column: 1, text: '"a" stands here a second time; the first is in line 1' },
      { line: 4, column: 11, text: '"d" stands here a second time; the first is in line 4' },
    ]);
    expect(value).toEqual({ a: 4, b: 2, c: { d: 2 } });
  });
});

describe("a file made to exhaust its reader", () => {
  const nine = (name: string) => `[${Array(9).fill(name).join()}]`;
  const bomb = [..."bcdefgh"].map((name, index) => `${name}: &${name} ${nine(`*${"abcdefg"[index]}`)}`);

  test.each([
    { given: "deep lists", text: "[".repeat(10_000), want: /^1:\d+ nested too deep$/ },
    {
      given: "aliases of aliases",
      text: `a: &a ${nine("x")}\n${bomb.join("\n")}`,
      want: /repeat each other too often/,
    },
    { given: "many aliases", text: `a: &a 1\nb: [${"*a,".repeat(1_000)}]`, want: /more than 100 aliases$/ },
    { given: "a key many times", text: "a: 1\n".repeat(5_000), want: /"a" stands here a second time/ },
  ])("is refused: $given", ({ text, want }) => {
    const [first] = linesOf(text);
    expect(first).toMatch(want);
  });

  test("takes hardly longer for many keys than for many items", () => {
    const timeMs = (line: (index: number) => string) => {
      const text = Array.from({ length: 20_000 }, (_, index) => line(index)).join("\n");
      const started = performance.now();
      expect(parseYaml(text).mistakes).toEqual([]);
      return performance.now() - started;
    };
    const itemsMs = timeMs((index) => `- k${index}`);
    // Were each key compared with every other, it would be thirty times as long.
    expect(timeMs((index) => `k${index}: 1`) / itemsMs).toBeLessThan(12);
  });
});

describe("a place", () => {
  const source = parseYaml("targets:\n  a:\n    list: [x, {b: 1}]\n    none:\n  c: &c\n    d: 1\n  e: *c\n");
  test.each([
    { given: { at: ["targets", "a"], part: "key" }, want: "2:3 targets.a: wrong" },
    { given: { at: ["targets", "a", "list", "1", "b"], part: "value" }, want: "3:19 targets.a.list[1].b: wrong" },
    { given: { at: ["targets", "a", "list", "1", "b"], part: "key" }, want: "3:16 targets.a.list[1].b: wrong" },
    { given: { at: ["targets", "a", "absent"], part: "key", about: ["targets", "a"] }, want: "2:3 targets.a: wrong" },
    { given: { at: ["targets", "e", "d"], part: "key" }, want: "6:5 targets.e.d: wrong" },
    { given: { at: ["absent"], part: "key", about: [] }, want: "1:1 wrong" },
    { given: { at: [], part: "value" }, want: "1:1 wrong" },
  ] as const)("is $want", ({ given, want }) => {
    const { line, column, text } = source.place({ ...given, text: "wrong" });
    expect(`${line}:${column} ${text}`).toBe(want);
  });

  test("makes control characters of a name visible", () => {
    const { text } = parseYaml('"a\\e[2Jb": 1').place({ at: ["a\u001b[2Jb"], part: "key", text: "wrong" });
    expect(text).toBe("a\\u001b[2Jb: wrong");
  });
});

test.each([
  { given: "a: 007", want: "007" },
  { given: "a: 12345678901234567890", want: "12345678901234567890" },
  { given: 'a: "007"', want: undefined },
  { given: "b: 1", want: undefined },
])("a number of $given was written as $want", ({ given, want }) => {
  expect(parseYaml(given).writtenAt(["a"])).toBe(want);
});
