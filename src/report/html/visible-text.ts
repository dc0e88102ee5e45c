/**
 * Text of several lines, each part of it made visible by `visible`, but for ends of lines and tabs, which show by themselves.
 * It leans on nothing else, since the page's script takes it over as it is.
 */
export function visibleText(text: string, visible: (part: string) => string): string {
  return text
    .split(/([\n\t])/)
    .map((part) => (part === "\n" || part === "\t" ? part : visible(part)))
    .join("");
}
