import type { Document, ErrorCode } from "yaml";
import { printable } from "../report/printable.ts";
import type { PlacedMistake } from "./mistake.ts";

/** Where the library speaks of its own calls, or of a cause that the reader cannot know. */
const texts: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS: "a second document begins here (---); a file holds one",
  NON_STRING_KEY: "a key is plain text, neither a list, a mapping nor an alias",
  RESOURCE_EXHAUSTION: "nested too deep",
  TAB_AS_INDENT: "a tab indents here; YAML takes spaces only",
  TAG_RESOLVE_FAILED: "a tag (!NAME) has no meaning here: take it out",
  BLOCK_AS_IMPLICIT_KEY: "a second colon in one line: put the value in quotes, or begin a new line",
};

/** What keeps a document from being YAML: the first of each line, since what follows it mostly follows from it. */
export function syntaxMistakes(
  { errors, warnings }: Document.Parsed,
  at: (offset: number) => { readonly line: number; readonly column: number },
): PlacedMistake[] {
  const placed = [...errors, ...warnings].map(({ code, message, pos }) => ({
    ...at(pos[0]),
    text: texts[code] ?? describe(message),
  }));
  return [...Map.groupBy(placed, ({ line }) => line).values()].flatMap((group) => group.slice(0, 1));
}

/** The library quotes the text that it did not expect, which may be anything. */
function describe(message: string): string {
  const text = printable(message.replace(/(: ".*|\n.*)$/s, ""));
  return `not YAML: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
