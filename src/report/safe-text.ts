import { printable } from "./printable.ts";

/** What neither XML nor UTF-8 can carry, though a string can: halves of surrogate pairs, and two characters that are none. */
const uncarried = /[\p{Cs}\ufffe\uffff]/gu;

/** Text of a server in one line that any file can hold; the end of a very long one is replaced by how long it is. */
export function safeText(text: string, longest = 1_000): string {
  return printable(shorten(text, longest)).replaceAll(
    uncarried,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
}

/** The same of a text whose lines may stay lines. */
export function safeLines(text: string, longest?: number): string {
  return shorten(text, longest)
    .split("\n")
    .map((line) => safeText(line, line.length))
    .join("\n");
}

function shorten(text: string, longest = 1_000): string {
  if (text.length <= longest) return text;
  // Not between the halves of a pair.
  const kept = text.slice(0, longest).replace(/[\ud800-\udbff]$/, "");
  return `${kept}… (${text.length - kept.length} more characters)`;
}
