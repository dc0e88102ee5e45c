import { expect, test } from "vitest";

interface Line {
  readonly depth: number;
  readonly pointer: string | undefined;
  readonly parts: readonly { readonly text: string }[];
}

const { formatJson }: { formatJson: (text: string) => readonly Line[] | undefined } = await import(
  new URL("./format-json.js", import.meta.url).href
);

const shown = (text: string) =>
  formatJson(text)?.map(({ depth, parts }) => "  ".repeat(depth) + parts.map((part) => part.text).join(""));

test.each([
  { given: '{"a":[1,{}],"b":"x"}', want: ["{", '  "a": [', "    1,", "    {}", "  ],", '  "b": "x"', "}"] },
  { given: " [ ] ", want: ["[]"] },
  { given: '"text, with {marks}: [\\"]"', want: ['"text, with {marks}: [\\"]"'] },
  { given: "12345678901234567890.10e+400", want: ["12345678901234567890.10e+400"] },
  { given: '{"a":1,"a":2,"__proto__":null}', want: ["{", '  "a": 1,', '  "a": 2,', '  "__proto__": null', "}"] },
])("lays out $given", ({ given, want }) => {
  expect(shown(given)).toEqual(want);
});

test.each([
  { title: "that is none", given: "<html>" },
  { title: "that was cut", given: '{"data":[{"id":"apool-' },
  { title: "that is empty", given: "" },
  { title: "that is too deep", given: `${"[".repeat(61)}${"]".repeat(61)}` },
  { title: "that is too long", given: `"${"x".repeat(300_000)}"` },
])("leaves JSON alone $title", ({ given }) => {
  expect(formatJson(given)).toBeUndefined();
});

test("knows the pointer of every line on which a value begins", () => {
  const pointers = formatJson('{"data":[{"a/b":1},{"c~d":[]}]}')?.map(({ pointer }) => pointer);
  expect(pointers?.filter((pointer) => pointer !== undefined)).toEqual([
    "",
    "/data",
    "/data/0",
    "/data/0/a~1b",
    "/data/1",
    "/data/1/c~0d",
  ]);
});
