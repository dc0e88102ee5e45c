import { type Markup, markup, multiline } from "./markup.ts";

export interface CopyableOptions {
  readonly label: string;
  readonly text: string;
}

/** A command to take along. The button comes to life where scripts run, and takes exactly what is shown. */
export function copyable({ label, text }: CopyableOptions): Markup {
  return markup`<div class="copyable"><h5>${label}</h5><pre tabindex="0" role="group" aria-label="${label}"><code>${multiline(text)}</code></pre><button type="button" class="copy" hidden>Copy</button></div>`;
}
