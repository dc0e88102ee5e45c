import { joinSheets } from "../../../style/join-sheets.ts";

/** In the order in which they bind. */
const sheets = [
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

/** The report's style sheet. */
export function styleSheet(): string {
  return joinSheets(new URL("./", import.meta.url), sheets);
}
