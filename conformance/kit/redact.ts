import type { Target } from "./target.ts";

/** A text that no output may hold, and the name that stands for it there. */
export type Secret = readonly [placeholder: string, value: string];

/** A shorter token is likely to be part of ordinary words, so it is taken for one only where it stands alone. */
const shortestUnmistakable = 8;

/** The tokens of a target, each under the variable that it comes from. */
export function secretsOf({ token, otherToken = "", limitedToken = "" }: Target): Secret[] {
  return [
    ["$POOLPROOF_TOKEN", token],
    ["$POOLPROOF_OTHER_TOKEN", otherToken],
    ["$POOLPROOF_LIMITED_TOKEN", limitedToken],
  ];
}

/** Makes a function that takes secrets out of a text, also in the forms that URLs and JSON give them. */
export function createRedactor(secrets: readonly Secret[]): (text: string) => string {
  // The longest first, since one may be the beginning of another.
  const ordered = secrets.filter(([, value]) => value !== "").toSorted(([, a], [, b]) => b.length - a.length);
  const patterns = ordered.flatMap(([placeholder, value]) =>
    patternsOf(value).map((pattern) => ({ pattern, placeholder })),
  );
  return (text) =>
    patterns.reduce((clean, { pattern, placeholder }) => clean.replaceAll(pattern, () => placeholder), text);
}

function patternsOf(value: string): RegExp[] {
  const forms = [...new Set([value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)])];
  return forms.map((form) => {
    const escaped = form.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(
      value.length < shortestUnmistakable ? `(?<![A-Za-z0-9_-])${escaped}(?![A-Za-z0-9_-])` : escaped,
      "g",
    );
  });
}
