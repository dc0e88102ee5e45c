import type { Exchange } from "./exchange.ts";

const longestBody = 200;

/** What was sent, in a line without secrets: method, path with query, and the body, shortened. */
export function describeRequest({ method, url, text }: Exchange["request"], redact: (text: string) => string): string {
  // Not through URL, which would tidy up a path that is odd on purpose.
  const path = redact(url.replace(/^[a-z]+:\/\/[^/]+/i, ""));
  if (text === undefined) return `${method} ${path}`;
  if (text === "") return `${method} ${path} with an empty body`;
  // Shortened last: of a secret that is cut in two nothing would be recognised.
  const body = redact(text);
  return `${method} ${path} with ${body.length <= longestBody ? body : `${body.slice(0, longestBody - 1)}…`}`;
}
