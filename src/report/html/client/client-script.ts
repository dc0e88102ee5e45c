import { readFileSync } from "node:fs";
import { printable } from "../../printable.ts";
import { visibleText } from "../visible-text.ts";

/** Modules of the browser's script: what another one needs at once stands before it. */
const modules = [
  "element",
  "exchange-packs",
  "format-json",
  "body-view",
  "exchange-view",
  "check-opening",
  "page-state",
  "check-list",
  "filters",
  "copying",
  "colours",
  "keyboard",
  "start",
] as const;

/**
 * The browser's script as one module without imports. The two functions that make texts of a server visible are those
 * that the page is made with, so that nothing looks different in the browser.
 */
export function clientScript(): string {
  return [printable.toString(), visibleText.toString(), ...modules.map(read)].join("\n");
}

function read(name: string): string {
  const text = readFileSync(new URL(`./${name}.js`, import.meta.url), "utf8");
  return text
    .replaceAll(/^import [^;]*;$/gm, "")
    .replaceAll(/^export (?=(?:async )?function|const)/gm, "")
    .trim();
}
