import type { Report } from "../../../conformance/results/report.ts";
import { wantText } from "../want-text.ts";
import { type Markup, markup } from "./markup.ts";
import { duration, moment, quantity } from "./quantity.ts";
import type { NamedRun } from "./run-names.ts";
import { conclusionWords, verdictsByGravity, verdictWords } from "./verdict-words.ts";

/** One run: its conclusion, target, time and what it rests on. */
export function runCard({ report, key, title }: NamedRun): Markup {
  const { heading, verdict } = conclusionWords[report.conclusion];
  const counts = verdictsByGravity.filter((each) => report.counts[each] > 0);
  return markup`<article class="card" id="run-${key}" aria-labelledby="run-${key}-title">
<header><h2 id="run-${key}-title">${title}</h2><p class="verdict verdict-${verdict}"><span aria-hidden="true">${verdictWords[verdict].sign}</span> ${heading}</p></header>
<p class="url">${report.target.url}</p>
<p class="soft">${counts.map((each) => `${report.counts[each]} ${each}`).join(", ") || "no check was run"}</p>
<p class="soft"><time datetime="${report.startedAt}">${moment(report.startedAt)}</time> · ${duration(report.durationMs)} · ${quantity(report.requests, "request")} · profile ${report.target.profile}</p>
${notes(report).map((note) => markup`<p class="note">${note}</p>`)}
${wantList(report)}
<details class="more"><summary>Target and digests</summary>
<dl class="facts">${facts(report).map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</details>
</article>`;
}

/** What a reader should know before believing the conclusion. */
function notes({ only, shard, notRun, endedEarly, isStrict, target }: Report): string[] {
  return [
    ...(endedEarly === undefined ? [] : [`Ended early: ${endedEarly}.`]),
    ...(notRun > 0 ? [`${quantity(notRun, "check was", "checks were")} not run.`] : []),
    ...(only ? [`Limited to ${only.join(", ")}.`] : []),
    ...(shard ? [`Part ${shard.index} of ${shard.of} of the suite.`] : []),
    ...(isStrict ? ["Strict: warnings fail."] : []),
    ...(target.without.length > 0 ? [`Declared absent: ${target.without.join(", ")}.`] : []),
  ];
}

function wantList({ wants = [] }: Report): Markup | undefined {
  if (wants.length === 0) return undefined;
  return markup`<div class="note">To decide more:<ul class="wants">${wants.map((want) => markup`<li>${wantText(want)}</li>`)}</ul></div>`;
}

function facts({ target, namePrefix, digests }: Report): (readonly [string, string])[] {
  return [
    ...Object.entries(target.data),
    ...Object.entries(target.fixtures).map(([name, ids]) => [name, ids.join(", ")] as const),
    ...(target.authorization === undefined ? [] : [["form of the token", target.authorization] as const]),
    ...(target.tokens.length === 0 ? [] : [["further tokens", target.tokens.join(", ")] as const]),
    ["names begin with", namePrefix],
    ["digest of the spec", digests.spec],
    ["digest of the suite", digests.suite],
    ["digest of the checks", digests.checks],
  ];
}
