import { styleText } from "node:util";
import type { Conclusion, Verdict } from "../../conformance/kit/verdict.ts";

export const verdictStyles = {
  pass: "green",
  fail: "red",
  warn: "yellow",
  waived: "yellow",
  skipped: "gray",
  unverified: "magenta",
  inconclusive: "magenta",
  error: "red",
} as const satisfies Record<Verdict, string>;

export const conclusionStyles = {
  conforms: "green",
  "does not conform": "red",
  incomplete: "magenta",
  error: "red",
} as const satisfies Record<Conclusion, string>;

export type Style = (typeof verdictStyles)[Verdict] | "bold";

/** Colours a text, or not. */
export type Paint = (style: Style, text: string) => string;

export function createPaint(hasColour: boolean): Paint {
  return (style, text) => (hasColour ? styleText(style, text, { validateStream: false }) : text);
}
