import type { Report } from "../../../conformance/results/report.ts";
import { describeViolation } from "../../contract/finding.ts";
import { countOf } from "../count-of.ts";
import { type Failure, listFailures } from "../failures.ts";
import { followsText } from "../follows-text.ts";
import { type Markup, markup } from "./markup.ts";
import { checkAnchor, type NamedRun } from "./run-names.ts";

/** More than can be read at a glance are found among the checks. */
const mostShown = 10;
const longestFinding = 240;

/** What failed, or where nothing did what is warned of: each cause once, with the way to the check that tells it. */
export function whatIsWrong(runs: readonly NamedRun[]): Markup | undefined {
  const groups = listFailures(runs.map(({ report }) => report));
  const grave = groups.filter(({ verdict }) => verdict !== "warn");
  const failures = (grave.length > 0 ? grave : groups).flatMap((group) => group.failures);
  if (failures.length === 0) return undefined;
  const named = new Map(runs.map((run) => [run.report, run]));
  const more = failures.length - mostShown;
  return markup`<div class="wrong"><h2 id="wrong-title">${grave.length > 0 ? "What is wrong" : "What could be better"}</h2>
<ol aria-labelledby="wrong-title">${failures.slice(0, mostShown).map((failure) => item(failure, named))}</ol>${
    more > 0 && markup`<p class="soft">and ${more} more below</p>`
  }</div>`;
}

function item({ report, check, causes, earlier }: Failure, named: ReadonlyMap<Report, NamedRun>): Markup | undefined {
  const run = named.get(report);
  if (!run) return undefined;
  const { id, operation, reason, title } = check;
  const follows = earlier.length === 0 ? undefined : markup`<span class="soft">${followsText(earlier)}</span>`;
  const [told] = causes.filter(({ toldIn }) => toldIn === undefined);
  const what = told === undefined ? reason : describeViolation(told.finding);
  const { size } = new Set(causes.flatMap(({ alsoIn }) => alsoIn));
  return markup`<li><a href="#${checkAnchor(run, id)}"><b>${operation}</b> is to ${title}</a><span class="found">${beginning(what)}</span>${follows}${
    size > 0 && markup`<span class="soft">the same in ${countOf(size, "more check")}</span>`
  }</li>
`;
}

const beginning = (text: string) => (text.length <= longestFinding ? text : `${text.slice(0, longestFinding - 1)}…`);
