import { createRequire } from "node:module";

/** File of Prism's command: that of the variable PRISM_CLI, or of the installed package; undefined where there is none. */
export function prismCommand(): string | undefined {
  if (process.env.PRISM_CLI) return process.env.PRISM_CLI;
  try {
    return createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  } catch {
    return undefined;
  }
}
