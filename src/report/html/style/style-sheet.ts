import { readFileSync } from "node:fs";

/** In the order in which they bind. */
const sheets = [
  "colours",
  "page",
  "header",
  "summary",
  "filters",
  "checks",
  "findings",
  "commands",
  "exchanges",
  "tables",
  "coverage",
  "print",
] as const;

/** The page's style sheet. */
export function styleSheet(): string {
  return sheets.map((name) => readFileSync(new URL(`./${name}.css`, import.meta.url), "utf8")).join("\n");
}
