import { expect, test } from "vitest";
import { decodeUtf8 } from "./decode-utf8.ts";

test.each([
  { given: [0x47, 0xc3, 0xbc], want: { text: "Gü", isUtf8: true } },
  { given: [], want: { text: "", isUtf8: true } },
  { given: [0xef, 0xbb, 0xbf, 0x7b, 0x7d], want: { text: "{}", isUtf8: true } },
  { given: [0x61, 0xff, 0x62], want: { text: "a\ufffdb", isUtf8: false } },
  { given: [0xc0, 0x80], want: { text: "\ufffd\ufffd", isUtf8: false } },
  { given: [0xed, 0xa0, 0xbd], want: { text: "\ufffd\ufffd\ufffd", isUtf8: false } },
  { given: [0xc3], want: { text: "\ufffd", isUtf8: false } },
])("reads $given as $want.text", ({ given, want }) => {
  expect(decodeUtf8(Uint8Array.from(given))).toEqual(want);
});
