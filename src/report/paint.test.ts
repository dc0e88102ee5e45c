import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { verdicts } from "../../conformance/kit/verdict.ts";
import { createPaint, verdictStyles } from "./paint.ts";

test.each(verdicts.map((verdict) => ({ verdict })))("colours $verdict, and ends the colour", ({ verdict }) => {
  const painted = createPaint(true)(verdictStyles[verdict], verdict);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a colour is
  expect(painted).toMatch(/^\u001b\[\d+m\w+\u001b\[\d+m$/);
  expect(stripVTControlCharacters(painted)).toBe(verdict);
});

test("adds nothing where there are no colours", () => {
  expect(createPaint(false)("bold", "text")).toBe("text");
});
