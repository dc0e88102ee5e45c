import { checkNames } from "../check-names.ts";
import { countOf } from "../count-of.ts";
import { listUndecided, type Undecided } from "../undecided.ts";
import { type Markup, markup } from "./markup.ts";
import type { NamedRun } from "./run-names.ts";

/** More than can be read at a glance are found among the checks. */
const mostShown = 8;

/** Why checks could not be decided, each reason once, as it says what to do. */
export function whatIsOpen(runs: readonly NamedRun[]): Markup | undefined {
  const reasons = listUndecided(runs.map(({ report }) => report));
  if (reasons.length === 0) return undefined;
  const more = reasons.length - mostShown;
  return markup`<div class="wrong"><h2 id="open-title">What could not be decided</h2>
<ol aria-labelledby="open-title">${reasons.slice(0, mostShown).map(item)}</ol>${
    more > 0 && markup`<p class="soft">and for ${countOf(more, "more reason")}, see below</p>`
  }</div>`;
}

function item({ reason, checks }: Undecided): Markup {
  return markup`<li>${reason}<span class="soft">${countOf(checks.length, "check")}: ${checkNames(checks, 4)}</span></li>
`;
}
