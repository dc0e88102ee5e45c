import { expect, test } from "vitest";
import { isShuffled } from "./is-shuffled.ts";

test.each<{ given: string; one: string; other: string; want: boolean }>([
  { given: "the same order", one: "abcdef", other: "abcdef", want: false },
  { given: "the last one in front", one: "abcdef", other: "fabcde", want: false },
  { given: "two that changed places", one: "abcdef", other: "bacdef", want: false },
  { given: "one that came in front and pushed the last one off", one: "abcdef", other: "xabcde", want: false },
  { given: "the opposite order", one: "abcdef", other: "fedcba", want: true },
  { given: "hardly any in its place", one: "abcdef", other: "dfbeac", want: true },
  { given: "two alone that changed places", one: "ab", other: "ba", want: true },
  { given: "others of many", one: "abc", other: "xyz", want: true },
  { given: "one alone", one: "a", other: "b", want: false },
  { given: "nothing", one: "", other: "", want: false },
])("finds $want for $given", ({ one, other, want }) => {
  expect(isShuffled([...one], [...other])).toBe(want);
});
