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

/** Whether to colour what goes to a stream: a terminal knows, and anything else has to be forced to it (FORCE_COLOR). */
export function wantsColour(
  stream: { readonly hasColors?: () => boolean },
  { FORCE_COLOR: forced, NO_COLOR: refused }: NodeJS.ProcessEnv,
): boolean {
  if (stream.hasColors) return stream.hasColors();
  return forced !== undefined && !["0", "false"].includes(forced) && !refused;
}

export function createPaint(hasColour: boolean): Paint {
  return (style, text) => (hasColour ? styleText(style, text, { validateStream: false }) : text);
}
