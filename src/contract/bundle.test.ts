import { expect, test } from "vitest";
import { type Bundle, follow } from "./bundle.ts";

const bundle = {
  components: { a: { $ref: "#/components/b" }, b: { name: "b" }, c: { $ref: 17, name: "c" } },
} as unknown as Bundle;

test.each([
  { given: { name: "here" }, node: { name: "here" }, pointer: "#/paths" },
  { given: { $ref: "#/components/b" }, node: { name: "b" }, pointer: "#/components/b" },
  { given: { $ref: "#/components/a" }, node: { name: "b" }, pointer: "#/components/b" },
  { given: { $ref: "#/components/c" }, node: { $ref: 17, name: "c" }, pointer: "#/components/c" },
])("follows $given to $pointer", ({ given, node, pointer }) => {
  expect(follow(bundle, given as object, "#/paths")).toEqual({ node, pointer });
});
