import { type Markup, markup } from "../../report/html/markup.ts";

/** Text in which words in backticks are code. */
export function inCode(text: string): readonly (Markup | string)[] {
  return text.split("`").map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : part));
}
