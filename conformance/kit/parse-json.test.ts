import { expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

test.each<{ given: string; want: unknown }>([
  { given: '{"a":[1,-2,0.5,1e3,null,true]}', want: { a: [1, -2, 0.5, 1000, null, true] } },
  { given: "9007199254740991", want: 9007199254740991 },
  { given: "9007199254740993", want: "9007199254740993" },
  { given: "[-12345678901234567890]", want: ["-12345678901234567890"] },
  { given: "1e400", want: Number.POSITIVE_INFINITY },
  { given: '"9007199254740993"', want: "9007199254740993" },
  { given: '{"a":1,"a":2}', want: { a: 2 } },
  { given: "", want: undefined },
  { given: "<html>", want: undefined },
  { given: '{"a":1', want: undefined },
])("reads $given", ({ given, want }) => {
  expect(parseJson(given)).toEqual(want);
});

test("makes no prototype of what calls itself one", () => {
  const read = parseJson('{"__proto__":{"isOurs":true}}') as { isOurs?: boolean };
  expect(read.isOurs).toBeUndefined();
  expect(Object.keys(read)).toEqual(["__proto__"]);
  expect(({} as { isOurs?: boolean }).isOurs).toBeUndefined();
});
