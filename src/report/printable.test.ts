import { expect, test } from "vitest";
import { printable } from "./printable.ts";

test.each([
  { given: "\u001b[31mred\u001b[0m", want: "\\u001b[31mred\\u001b[0m" },
  { given: "two\nlines\r", want: "two\\u000alines\\u000d" },
  { given: "\u009b2J", want: "\\u009b2J" },
  { given: "abc\u202edef", want: "abc\\u202edef" },
  { given: "Grüße, 世界", want: "Grüße, 世界" },
])("shows $want as it is meant", ({ given, want }) => {
  expect(printable(given)).toBe(want);
});
