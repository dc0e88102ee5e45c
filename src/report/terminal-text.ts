/** Gives text the form that a terminal can show: one whose locale is not UTF-8 makes three odd characters of each `…`. */
export function createTerminalText(
  stream: { readonly isTTY?: boolean },
  { LC_ALL: all, LC_CTYPE: characters, LANG: language }: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): (text: string) => string {
  // Node tells Windows in UTF-16; and what is no terminal gets UTF-8, as files have it.
  const takesAll = !stream.isTTY || platform === "win32" || /utf-?8/i.test(all || characters || language || "");
  return takesAll ? (text) => text : (text) => text.replaceAll("…", "...");
}
