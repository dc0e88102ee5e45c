import { expect, test } from "vitest";
import { escapeToken, joinPointer, tokensOf, valueAt } from "./json-pointer.ts";

test.each([
  { tokens: ["a", "b"], pointer: "/a/b" },
  { tokens: ["~1/0"], pointer: "/~01~10" },
  { tokens: ["a#b"], pointer: "/a#b" },
  { tokens: [""], pointer: "/" },
  { tokens: [], pointer: "" },
])("writes $tokens as $pointer, and reads it again", ({ tokens, pointer }) => {
  expect(joinPointer("", ...tokens)).toBe(pointer);
  expect(tokensOf(pointer)).toEqual(tokens);
  expect(tokensOf(joinPointer("#", ...tokens))).toEqual(tokens);
});

test("escapes what would end a token", () => {
  expect(escapeToken("~/~")).toBe("~0~1~0");
});

const document = { list: [{ id: 1 }], none: null, text: "abc", "a/b": { "c~d": 2 } };

test.each([
  { pointer: "", want: document },
  { pointer: "/list/0/id", want: 1 },
  { pointer: "#/a~1b/c~0d", want: 2 },
  { pointer: "/none", want: null },
  { pointer: "/none/id", want: undefined },
  { pointer: "/text/length", want: undefined },
  { pointer: "/text/0", want: undefined },
  { pointer: "/list/1/id", want: undefined },
  { pointer: "/toString", want: undefined },
])("finds $want at $pointer", ({ pointer, want }) => {
  expect(valueAt(document, pointer)).toEqual(want);
});
