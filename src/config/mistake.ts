import { printable } from "../report/printable.ts";

/** Keys from the root of a document: `["targets", "staging", "waivers", "0"]`. */
export type Path = readonly string[];

/** Something wrong in a file that a person wrote. */
export interface Mistake {
  /** Member or item that is to blame; it may be one that is missing. */
  readonly at: Path;
  /** Whether its name is wrong, or its value. */
  readonly part: "key" | "value";
  /** What the sentence speaks of, as the reader is told; `at` unless given. */
  readonly about?: Path;
  /** What is wrong and what would be right: in lower case, without full stop. */
  readonly text: string;
}

/** Where a mistake stands, both from 1, and what is said of it. */
export interface PlacedMistake {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** `targets.staging.waivers[0]`, as people write it. */
export function describePath(path: Path): string {
  const text = path.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join("");
  return printable(text.replace(/^\./, ""));
}

/** A word of the file in quotes, safe to print and not too long. */
export function quote(word: string): string {
  return `"${printable(word.length > 60 ? `${word.slice(0, 60)}…` : word)}"`;
}

/** Whether one path leads to the other, or to something inside of it. */
export function areRelated(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((key, index) => key === other[index]);
}
