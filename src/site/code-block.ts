import { type Markup, markup, multiline } from "../report/html/markup.ts";

/** Lines of code with a button that copies them. */
export function codeBlock(text: string, label: string): Markup {
  return markup`<div class="copyable"><pre tabindex="0" aria-label="${label}"><code>${multiline(text)}</code></pre><button type="button" class="copy" hidden>Copy</button></div>`;
}
