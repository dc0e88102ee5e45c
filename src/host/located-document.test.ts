import { describe, expect, test } from "vitest";
import { readLocated } from "./located-document.ts";

const yaml = `terraform:
  pools:
    - name: web
      createdAt: yesterday
    - name: db
`;

test.each([
  { given: "/terraform/pools/0/name", want: "3:7" },
  { given: "/terraform/pools/0/created-at", want: "4:7" },
  { given: "/terraform/pools/1", want: "5:7" },
  { given: "/terraform/pools/1/agents/0", want: "5:7" },
  { given: "/terraform", want: "1:1" },
  { given: "", want: "1:1" },
])("finds the line of $given, or of what is around it", ({ given, want }) => {
  const { describe: tell } = readLocated(yaml, "data.yaml");
  expect(tell([{ pointer: given, text: "wrong" }])).toBe(`data.yaml:${want}: ${given || "/"}: wrong`);
});

test("finds lines of JSON, tabs or not", () => {
  const { value, describe: tell } = readLocated('{\n\t"a": {\n\t\t"b": 1\n\t}\n}', "data.json");
  expect(value).toEqual({ a: { b: 1 } });
  expect(tell([{ pointer: "/a/b", text: "wrong" }])).toBe("data.json:3:3: /a/b: wrong");
});

describe("text that is neither JSON nor YAML", () => {
  test.each([
    { given: '{"a": [1, 2', says: /^f:1:12: / },
    { given: "a: 1\na: 2\n", says: /^f:2:1: Map keys must be unique/ },
    { given: "a: *nothing\n", says: /^f:1:4: Unresolved alias|^f:1:1: / },
  ])("$given", ({ given, says }) => {
    const { value, fault } = readLocated(given, "f");
    expect(value).toBeUndefined();
    expect(fault).toMatch(says);
  });
});

test("tells twenty mistakes, and how many more there are", () => {
  const mistakes = Array.from({ length: 23 }, () => ({ pointer: "", text: "wrong" }));
  const lines = readLocated("a: 1", "f").describe(mistakes).split("\n");
  expect([lines.length, lines.at(-1)]).toEqual([21, "and 3 more"]);
});
