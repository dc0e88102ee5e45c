import { expect, test } from "vitest";
import { unescapeText } from "./unescape-text.ts";

test.each([
  { given: "a%2Fb%2fc", want: "a/b/c" },
  { given: String.raw`a\"b\\c\/d\u0041\x41`, want: String.raw`a"b\c/dAA` },
  { given: "a&lt;b&GT;c&amp;d&quot;e&apos;f&#39;g&#x27;h", want: `a<b>c&d"e'f'g'h` },
  { given: "/a~1b~0c", want: "/a/b~c" },
  { given: String.raw`'it'\''s'`, want: "'it's'" },
  { given: "%25%32%35", want: "%25" },
  { given: "&#55357;&#56832;", want: "😀" },
])("takes one layer of escapes from $given", ({ given, want }) => {
  expect(unescapeText(given)?.text).toBe(want);
});

test.each([
  { given: "" },
  { given: "100% of a & b; a=1&copy=2" },
  { given: String.raw`C:\names\new %zz &nbsp; &#x1f600; ~2` },
])("has nothing to take from $given", ({ given }) => {
  expect(unescapeText(given)).toBeUndefined();
});

test("knows where everything stood", () => {
  const given = "x%41yz&amp;&lt;!";
  const unescaped = unescapeText(given);
  expect(unescaped?.text).toBe("xAyz&<!");
  const pieces = Array.from("xAyz&<!", (_, index) =>
    given.slice(unescaped?.sourceOf(index), unescaped?.sourceOf(index + 1)),
  );
  expect(pieces).toEqual(["x", "%41", "y", "z", "&amp;", "&lt;", "!"]);
});
