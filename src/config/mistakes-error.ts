import { UsageError } from "../commands/usage-error.ts";
import type { PlacedMistake } from "./mistake.ts";

/** More would push the first ones off the screen. */
const mostShown = 50;

/** One error for all mistakes of a file: a line each as editors and CI take them, then what to do. */
export function mistakesError(file: string, mistakes: readonly PlacedMistake[]): UsageError {
  const sorted = mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const lines = new Set(sorted.map(({ line, column, text }) => `${file}:${line}:${column}: ${text}`));
  const shown = [...lines].slice(0, mostShown);
  const count = lines.size === 1 ? "a mistake" : `${lines.size} mistakes`;
  const rest = lines.size > shown.length ? [`… and ${lines.size - shown.length} more`] : [];
  const advice = `Mend ${lines.size === 1 ? "it" : "them"} and run the command again; nothing was sent.`;
  return new UsageError([`${file} has ${count}:`, ...shown, ...rest, advice].join("\n"));
}
