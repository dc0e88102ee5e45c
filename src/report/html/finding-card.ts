import type { Cause } from "../causes.ts";
import { copyable } from "./copyable.ts";
import { type Markup, markup, multiline } from "./markup.ts";

const mostCharacters = 600;

export interface FindingCardOptions {
  readonly cause: Cause;
  readonly hasExchanges: boolean;
}

/** One finding: what is asked for and where it stands, what was sent, and what came instead; less if another check tells it. */
export function findingCard({ cause, hasExchanges }: FindingCardOptions): Markup {
  const { finding, count, toldBy } = cause;
  const { level, place, pointer, expected, got, curl, sent, difference, exchange } = finding;
  const isLinked = hasExchanges && exchange !== undefined;
  const isTold = toldBy === undefined;
  return markup`<article class="finding finding-${level}"${isLinked && markup` data-exchange="${exchange}" data-place="${place}" data-pointer="${pointer}"`}>
${isTold && demand(cause)}
<dl class="facts">
${sent !== undefined && (isTold || place === "status") && markup`<div><dt>Sent</dt><dd><code>${multiline(beginning(sent))}</code></dd></div>`}
${isTold && difference && difference.length > 0 && markup`<div><dt>Differs from the request that succeeded</dt><dd>${difference.map((line) => markup`<code class="line">${line}</code>`)}</dd></div>`}
<div><dt>Where</dt><dd>${placeWords[place] ?? place} <code>${pointer}</code>${count > 1 && markup` <span class="soft">and ${count - 1} more alike</span>`}</dd></div>
<div class="expected"><dt>Expected</dt><dd>${beginning(expected)}</dd></div>
<div class="got"><dt>Got</dt><dd>${beginning(got)}</dd></div>
</dl>
${isLinked && markup`<button type="button" class="action to-exchange" hidden>Show the exchange</button>`}
${isTold && curl !== undefined && copyable({ label: "Send the same request", text: curl })}
</article>`;
}

function demand({ finding: { requirement, section, text, level } }: Cause): Markup {
  return markup`<p class="asked"><b class="level-word">${level}</b> ${text ?? "The answer is as documented."}</p>
${(requirement !== undefined || section !== undefined) && markup`<p class="soft">${section !== undefined && markup`Section “${section}”`}${requirement !== undefined && markup` <code>${requirement}</code>`}</p>`}`;
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
