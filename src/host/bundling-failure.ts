import { stripVTControlCharacters } from "node:util";

/** A place and what is wrong there, in the two forms in which Redocly's bundler tells it. */
const placedBefore = /^\[\d+\] (\S+:\d+:\d+)(?: at \S+)?\n+(.+)$/gm;
const placedBehind = /^ *- (.+) in "([^"]+)" \((\d+:\d+)\)$/gm;

/**
 * What the bundler has to say, a line for each mistake: `specs/x/openapi.yaml:39:1: deficient indentation`.
 * @param output its stderr
 * @param root folder that paths are told from
 */
export function describeBundlingFailure(output: string, root: string): string {
  const text = stripVTControlCharacters(output);
  const before = [...text.matchAll(placedBefore)].map(([, place, what]) => `${place}: ${what}`);
  const behind = [...text.matchAll(placedBehind)].map(
    ([, what, file = "", place]) => `${file.startsWith(root) ? file.slice(root.length) : file}:${place}: ${what}`,
  );
  const found = [...new Set([...behind, ...before])];
  return found.length > 0 ? found.join("\n") : text.trim();
}
