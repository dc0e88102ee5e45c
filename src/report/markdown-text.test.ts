import { describe, expect, test } from "vitest";
import { hostileTexts } from "./hostile-texts.ts";
import { code, fenced, plain, row, tableHead } from "./markdown-text.ts";
import { safeText } from "./safe-text.ts";

test.each([
  { name: "keeps words and ordinary punctuation", given: "name: got 5 (of 7), 50%; it's - ok?" },
  { name: "keeps ids of checks", given: "terraform/deleteAgent/refuses-busy-agent" },
  { name: "keeps other scripts", given: "Grüße, 世界" },
])("$name", ({ given }) => {
  expect(plain(given)).toBe(given);
});

test.each([
  { given: "a|b", want: "a&#124;b" },
  { given: "a\\|b", want: "a&#92;&#124;b" },
  { given: "<b>&amp;", want: "&#60;b&#62;&#38;amp;" },
  { given: "`x` *y* _z_ ~t~", want: "&#96;x&#96; &#42;y&#42; &#95;z&#95; &#126;t&#126;" },
  { given: "![a](b)", want: "!&#91;a&#93;(b)" },
  { given: "@someone #1 $x$", want: "&#64;someone &#35;1 &#36;x&#36;" },
  { given: "http://x :smile:", want: "http&#58;//x &#58;smile:" },
  { given: "www.x.y WWW.x", want: "www&#46;x.y WWW&#46;x" },
  { given: "a\nb\u001b\ud800", want: "a&#92;u000ab&#92;u001b&#92;ud800" },
])("takes its meaning from $given", ({ given, want }) => {
  expect(plain(given)).toBe(want);
});

test("cuts what is very long", () => {
  expect(plain("x".repeat(501))).toBe(`${"x".repeat(500)}… (1 more characters)`);
});

test("makes a row of cells, and a head that puts numbers on the right", () => {
  expect(row([code("a|b"), 2])).toBe("| <code>a&#124;b</code> | 2 |");
  expect(tableHead(["What", "Times"], ["Times"])).toBe("| What | Times |\n| :-- | --: |");
});

describe("fences lines with more backticks than any within", () => {
  test.each([
    { given: ["plain"], want: "```" },
    { given: ["a ` b"], want: "```" },
    { given: ["a ``` b"], want: "````" },
    { given: ["```", "``````"], want: "```````" },
  ])("$given", ({ given, want }) => {
    expect(fenced(given, "sh")).toBe([`${want}sh`, ...given, want].join("\n"));
  });
});

test.each(Object.entries(hostileTexts))("leaves no mark of %s", (_, text) => {
  const references = plain(text).match(/&#\d+;/g) ?? [];
  expect(plain(text).replaceAll(/&#\d+;/g, "")).not.toMatch(/[<>|`[\]*_~\\#@$&\p{Cc}\p{Cs}]|:\S/u);
  expect(references.length).toBe(safeText(text, 500).match(/[<>|`[\]*_~\\#@$&]|:(?=\S)|(?<=www)\./g)?.length ?? 0);
});
