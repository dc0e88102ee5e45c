import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { verdicts } from "../../conformance/kit/verdict.ts";
import { createPaint, verdictStyles, wantsColour } from "./paint.ts";

test.each(verdicts.map((verdict) => ({ verdict })))("colours $verdict, and ends the colour", ({ verdict }) => {
  const painted = createPaint(true)(verdictStyles[verdict], verdict);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a colour is
  expect(painted).toMatch(/^\u001b\[\d+m\w+\u001b\[\d+m$/);
  expect(stripVTControlCharacters(painted)).toBe(verdict);
});

test("adds nothing where there are no colours", () => {
  expect(createPaint(false)("bold", "text")).toBe("text");
});

test.each([
  { stream: { hasColors: () => true }, env: {}, want: true },
  { stream: { hasColors: () => false }, env: { FORCE_COLOR: "1" }, want: false },
  { stream: {}, env: {}, want: false },
  { stream: {}, env: { FORCE_COLOR: "" }, want: true },
  { stream: {}, env: { FORCE_COLOR: "1" }, want: true },
  { stream: {}, env: { FORCE_COLOR: "0" }, want: false },
  { stream: {}, env: { FORCE_COLOR: "1", NO_COLOR: "1" }, want: false },
])("wants colours on $stream with $env: $want", ({ stream, env, want }) => {
  expect(wantsColour(stream, env)).toBe(want);
});
