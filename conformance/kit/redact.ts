import { defaultTokenVariables, type Target } from "./target.ts";

/** A text that no output may hold, and the name that stands for it there. */
export type Secret = readonly [placeholder: string, value: string];

/** A shorter token is likely to be part of ordinary words, so it is taken for one only where it stands alone. */
const shortestUnmistakable = 8;

/** The tokens of a target, each under the variable that it comes from. */
export function secretsOf(target: Target): Secret[] {
  const { token, otherToken = "", limitedToken = "", tokenVariables = defaultTokenVariables } = target;
  return [
    [`$${tokenVariables.token}`, token],
    [`$${tokenVariables.otherToken}`, otherToken],
    [`$${tokenVariables.limitedToken}`, limitedToken],
  ];
}

/** Makes a function that takes secrets out of a text, also in the forms that URLs, JSON, HTML and Base64 give them. */
export function createRedactor(secrets: readonly Secret[]): (text: string) => string {
  // The longest first, since one may be the beginning of another.
  const ordered = secrets.filter(([, value]) => value !== "").toSorted(([, a], [, b]) => b.length - a.length);
  const patterns = ordered.map(([placeholder, value]) => ({ placeholder, pattern: patternOf(value) }));
  return (text) =>
    patterns.reduce((clean, { pattern, placeholder }) => clean.replaceAll(pattern, () => placeholder), text);
}

function patternOf(value: string): RegExp {
  const forms = [...new Set(formsOf(value))].map((form) => form.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const any = forms.join("|");
  // Of an unmistakable one also other cases are taken out: servers put headers and hosts into lower case.
  return value.length < shortestUnmistakable
    ? new RegExp(`(?<![A-Za-z0-9_-])(?:${any})(?![A-Za-z0-9_-])`, "g")
    : new RegExp(any, "gi");
}

function formsOf(value: string): string[] {
  const plain = [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1), escapeHtml(value)];
  // What is short is part of the Base64 of too much else.
  return value.length < shortestUnmistakable ? plain : [...plain, ...base64Forms(value)];
}

function escapeHtml(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Without padding, so that it is found within the Base64 of something longer too; and as URLs have it. */
function base64Forms(value: string): string[] {
  const bytes = new TextEncoder().encode(value);
  const base64 = btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");
  return [base64, base64.replaceAll("+", "-").replaceAll("/", "_")];
}
