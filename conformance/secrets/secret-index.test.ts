import { expect, test } from "vitest";
import { createSecretIndex } from "./secret-index.ts";

function found(secrets: readonly string[], text: string): string[] {
  const index = createSecretIndex();
  for (const secret of secrets) index.add(secret, `<${secret}>`);
  return index.find(text).map(({ start, end, placeholder }) => `${start}-${end} ${placeholder}`);
}

test.each([
  { given: "at its beginning", text: "fake-secret!", want: ["0-11 <fake-secret>"] },
  { given: "at its end", text: "a fake-secret", want: ["2-13 <fake-secret>"] },
  { given: "in other cases", text: "FAKE-Secret", want: ["0-11 <fake-secret>"] },
  { given: "twice", text: "fake-secretfake-secret", want: ["0-11 <fake-secret>", "11-22 <fake-secret>"] },
  { given: "not at all", text: "fake-secre t, ake-secret", want: [] },
  { given: "cut off by an ellipsis", text: "got fake-sec…", want: ["4-12 <fake-secret>"] },
  { given: "cut off too early to be known", text: "got fake-se…", want: [] },
  { given: "only in its beginning", text: "got fake-secre", want: [] },
])("finds a secret in a text that holds it $given", ({ text, want }) => {
  expect(found(["fake-secret"], text)).toEqual(want);
});

test("takes the longest of those that begin alike, however many do", () => {
  const secrets = Array.from({ length: 2000 }, (_, number) => `fake-secret-${number}`);
  expect(found(secrets, "fake-secret-1234 fake-secret-12")).toEqual([
    "0-16 <fake-secret-1234>",
    "17-31 <fake-secret-12>",
  ]);
});

test("takes no secret that is shorter than a word can be", () => {
  expect(found(["fake-se"], "fake-se")).toEqual([]);
});

test("tells a secret from what only begins alike", () => {
  expect(found(["abcdefgh-1"], "abcdefgh-2 abcdefgh")).toEqual([]);
});
