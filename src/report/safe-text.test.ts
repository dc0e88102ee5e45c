import { expect, test } from "vitest";
import { safeLines, safeText } from "./safe-text.ts";

test.each([
  { name: "makes control characters visible", given: "a\u0000b\u001b[31m\n", want: "a\\u0000b\\u001b[31m\\u000a" },
  { name: "makes halves of surrogate pairs visible", given: "\ud800 \udc00x", want: "\\ud800 \\udc00x" },
  { name: "makes what is no character visible", given: "\ufffe\uffff", want: "\\ufffe\\uffff" },
  { name: "keeps whole pairs", given: "\u{1f600}", want: "\u{1f600}" },
  { name: "keeps what is not too long", given: "1234567890", want: "1234567890" },
  { name: "says how much it leaves out", given: "1234567890abc", want: "1234567890… (3 more characters)" },
  { name: "cuts no pair in halves", given: "123456789\u{1f600}", want: "123456789… (2 more characters)" },
])("$name", ({ given, want }) => {
  expect(safeText(given, 10)).toBe(want);
});

test("keeps ends of lines where they may stay, and nothing else", () => {
  expect(safeLines("curl \\\n  -i\r\n\ttab")).toBe("curl \\\n  -i\\u000d\n\\u0009tab");
});

test("cuts several lines as one text", () => {
  expect(safeLines("12345\n67890", 8)).toBe("12345\n67… (3 more characters)");
});
