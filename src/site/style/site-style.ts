import { joinSheets } from "../../style/join-sheets.ts";

/** In the order in which they bind. */
const sheets = [
  "base",
  "head",
  "text",
  "contents",
  "tables",
  "filter",
  "rows",
  "landing",
  "comparison",
  "search",
  "reference",
  "print",
] as const;

/** The site's style sheet. */
export function siteStyle(): string {
  return joinSheets(new URL("./", import.meta.url), sheets);
}
