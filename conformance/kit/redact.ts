const placeholder = "$POOLPROOF_TOKEN";
/** A shorter token is likely to be part of ordinary words, so it is taken for one only where it stands alone. */
const shortestUnmistakable = 8;

/** Makes a function that takes a token out of a text, also in the forms that URLs and JSON give it. */
export function createRedactor(token: string): (text: string) => string {
  if (token === "") return (text) => text;
  const forms = [...new Set([token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)])];
  const patterns = forms.map((form) => {
    const escaped = form.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(
      token.length < shortestUnmistakable ? `(?<![A-Za-z0-9_-])${escaped}(?![A-Za-z0-9_-])` : escaped,
      "g",
    );
  });
  return (text) => patterns.reduce((clean, pattern) => clean.replaceAll(pattern, () => placeholder), text);
}
