import { readFileSync } from "node:fs";

/** What all pages of Poolproof share, in the order in which the sheets bind. */
const shared = ["colours", "basics", "controls", "tables", "preferences"] as const;

/**
 * The style sheet of a page: what all share, then its own sheets in their order.
 * @param folder URL of the folder of its own sheets, with a slash at the end
 */
export function joinSheets(folder: URL, own: readonly string[]): string {
  const files = [
    ...shared.map((name) => new URL(`./${name}.css`, import.meta.url)),
    ...own.map((name) => new URL(`${name}.css`, folder)),
  ];
  return files.map((file) => readFileSync(file, "utf8")).join("\n");
}
