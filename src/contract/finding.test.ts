import { expect, test } from "vitest";
import { describeViolation, type Place } from "./finding.ts";

test.each<{ place: Place; pointer: string; want: string }>([
  { place: "body", pointer: "/errors/0", want: "body /errors/0: expected a, got b" },
  { place: "body", pointer: "", want: "body: expected a, got b" },
  { place: "header", pointer: "X-Count", want: "header X-Count: expected a, got b" },
  { place: "media-type", pointer: "", want: "content-type: expected a, got b" },
])("says where something is wrong: $want", ({ place, pointer, want }) => {
  expect(describeViolation({ place, pointer, expected: "a", got: "b" })).toBe(want);
});
