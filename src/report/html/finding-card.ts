import type { AlikeFindings } from "./alike-findings.ts";
import { copyable } from "./copyable.ts";
import { type Markup, markup, multiline } from "./markup.ts";

const mostCharacters = 600;

/** One finding: what is asked for and where it stands, what was sent, and what came instead. */
export function findingCard({
  finding,
  count,
  hasExchanges,
}: AlikeFindings & { readonly hasExchanges: boolean }): Markup {
  const { requirement, section, text, level, place, pointer, expected, got, curl, sent, difference, exchange } =
    finding;
  const isLinked = hasExchanges && exchange !== undefined;
  return markup`<article class="finding finding-${level}"${isLinked && markup` data-exchange="${exchange}" data-place="${place}" data-pointer="${pointer}"`}>
<p class="asked"><b class="level-word">${level}</b> ${text ?? "The answer is as documented."}</p>
${(requirement !== undefined || section !== undefined) && markup`<p class="soft">${section !== undefined && markup`Section “${section}”`}${requirement !== undefined && markup` <code>${requirement}</code>`}</p>`}
<dl class="facts">
${sent !== undefined && markup`<div><dt>Sent</dt><dd><code>${multiline(beginning(sent))}</code></dd></div>`}
${difference && difference.length > 0 && markup`<div><dt>Different in the request that succeeded</dt><dd>${difference.map((line) => markup`<code class="line">${line}</code>`)}</dd></div>`}
<div><dt>Where</dt><dd>${placeWords[place] ?? place} <code>${pointer}</code>${count > 1 && markup` <span class="soft">and ${count - 1} more alike</span>`}</dd></div>
<div class="expected"><dt>Expected</dt><dd>${beginning(expected)}</dd></div>
<div class="got"><dt>Got</dt><dd>${beginning(got)}</dd></div>
</dl>
${isLinked && markup`<button type="button" class="to-exchange" hidden>Show the exchange</button>`}
${curl !== undefined && copyable({ label: "Send the same request", text: curl })}
</article>`;
}

/** A body of thousands of characters says no more than its beginning; the exchange has all of it. */
function beginning(text: string): string {
  return text.length <= mostCharacters
    ? text
    : `${text.slice(0, mostCharacters)}… (${text.length.toLocaleString("en")} characters)`;
}

const placeWords: Readonly<Record<string, string>> = {
  status: "status",
  "media-type": "content-type",
  header: "header",
  body: "body",
  parameter: "parameter",
};
