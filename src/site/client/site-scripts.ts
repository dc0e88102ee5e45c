import { readFileSync } from "node:fs";

/** Modules of each script; what another one needs at once stands before it. Those of the report are shared with it. */
const scripts = {
  "kept-colours.js": ["kept-colours"],
  "site.js": [
    "../../report/html/client/element",
    "../../report/html/client/copying",
    "kept-colours",
    "colours",
    "contents",
    "row-filter",
    "search-engine",
    "search-view",
    "search",
    "start",
  ],
  "reference.js": ["reference-names", "reference-fetch", "reference"],
} as const;

/**
 * The scripts of the site by name. Each is one plain script of its own scope, since browsers load no modules from files.
 */
export function siteScripts(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(scripts).map(([name, modules]) => [
      name,
      `(() => {\n"use strict";\n${modules.map(read).join("\n")}\n})();\n`,
    ]),
  );
}

function read(name: string): string {
  return readFileSync(new URL(`./${name}.js`, import.meta.url), "utf8")
    .replaceAll(/^import [^;]*;$/gm, "")
    .replaceAll(/^export (?=(?:async )?function|const)/gm, "")
    .trim();
}
