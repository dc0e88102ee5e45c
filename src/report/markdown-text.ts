import { safeText } from "./safe-text.ts";

/** What means something in GitHub's Markdown or in HTML, wherever in a line, a table cell or a tag it stands. */
const meaningful = /[&<>|`[\]*_~\\#@$]|:(?=\S)|(?<=www)\./gi;

/** Longer texts tell nothing more in a summary. */
const longestText = 500;

/**
 * Text that stands for itself in a line, a table cell or between tags. Markdown takes no character reference for a mark
 * of its own, so no text can end what it stands in.
 */
export function plain(text: string, longest = longestText): string {
  return safeText(text, longest).replaceAll(meaningful, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text of a fixed width, such as an id. The tag takes what a code span of Markdown cannot hold in a table. */
export function code(text: string): string {
  return `<code>${plain(text)}</code>`;
}

/** Lines as they are, in a fence that is longer than any within. */
export function fenced(lines: readonly string[], language: "text" | "sh"): string {
  const runs = lines.join("\n").match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [`${fence}${language}`, ...lines, fence].join("\n");
}

/** One line of a table; its cells are Markdown already. */
export function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** The first two lines of a table. Numbers, whose columns are named, stand on the right. */
export function tableHead(titles: readonly string[], numbers: readonly string[] = []): string {
  return [row(titles), row(titles.map((title) => (numbers.includes(title) ? "--:" : ":--")))].join("\n");
}
