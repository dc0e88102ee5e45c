import { createHash } from "node:crypto";

/** Nothing may be loaded or run but the one style sheet and the one script of ours, known by their digests. */
export function contentPolicy({ style, script }: { readonly style: string; readonly script: string }): string {
  return [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    // No text can become markup in the browser, not even by a mistake of ours.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

const digest = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
