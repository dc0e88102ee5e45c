import { expect, test } from "vitest";
import { essenceOf, findMediaType, isJson } from "./media-type.ts";
import type { MediaType } from "./operations.ts";

test.each([
  { given: "Application/JSON; charset=utf-8", want: "application/json" },
  { given: "text/html", want: "text/html" },
  { given: "", want: undefined },
  { given: null, want: undefined },
  { given: undefined, want: undefined },
])("takes $want from $given", ({ given, want }) => {
  expect(essenceOf(given)).toBe(want);
});

test.each([
  { given: "application/json; charset=utf-8", want: "application/json" },
  { given: "text/json", want: "application/json" },
  { given: "text/plain", want: "text/plain" },
  { given: "text/html", want: undefined },
  { given: null, want: undefined },
])("takes $given for $want", ({ given, want }) => {
  const mediaTypes = [
    { name: "application/json", aliases: ["text/json", undefined] },
    { name: "text/plain", aliases: [] },
  ] as unknown as MediaType[];
  expect(findMediaType(mediaTypes, given)?.name).toBe(want);
});

test.each([
  { name: "application/json", want: true },
  { name: "application/vnd.api+json", want: true },
  { name: "application/jsonlines", want: false },
  { name: "application/notjson", want: false },
  { name: "text/plain", want: false },
])("tells whether $name is JSON", ({ name, want }) => {
  expect(isJson(name)).toBe(want);
});
