import { readFileSync } from "node:fs";

/** In the order in which they bind. The colours are those of the report, so that both look like one product. */
const sheets = [
  "../../report/html/style/colours",
  "base",
  "head",
  "text",
  "tables",
  "rows",
  "landing",
  "comparison",
  "search",
  "reference",
  "print",
] as const;

/** The site's style sheet. */
export function siteStyle(): string {
  return sheets.map((name) => readFileSync(new URL(`./${name}.css`, import.meta.url), "utf8")).join("\n");
}
