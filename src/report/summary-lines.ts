import type { Drift } from "../../conformance/coverage/drift.ts";
import type { Verdict } from "../../conformance/kit/verdict.ts";
import type { Report } from "../../conformance/results/report.ts";
import { apis } from "../apis/index.ts";
import type { Observation } from "../contract/finding.ts";
import { conclusionText } from "./conclusion-text.ts";
import { countOf } from "./count-of.ts";
import { conclusionStyles, type Paint, verdictStyles } from "./paint.ts";
import { printable } from "./printable.ts";
import { wantText } from "./want-text.ts";

/** Of observations and drift no more than this are shown; the reports in files have all. */
const mostShown = 8;

/** Undocumented members that are named. */
const mostNamed = 12;

/** Things left behind that are named one by one. */
const mostLeftoversShown = 10;

export interface SummaryOptions {
  readonly paint: Paint;
  /** How the command is called here. */
  readonly command: string;
  /** All reports of the run, whose failures are numbered through. */
  readonly reports?: readonly Report[];
}

/** What came of one suite: the conclusion last, where a terminal ends. */
export function summaryLines(report: Report, { paint, command, reports = [report] }: SummaryOptions): string[] {
  const { api, counts, conclusion, requests, target, checks } = report;
  const numbers = Object.entries(counts).filter(([, count]) => count > 0);
  const total = numbers
    .map(([verdict, count]) => paint(verdictStyles[verdict as Verdict], `${count} ${verdict}`))
    .join(", ");
  const flaky = checks.filter(({ retries = 0 }) => retries > 0).length;
  return [
    "",
    `${paint("bold", apis[api].title)}  ${target.url}  profile ${target.profile}`,
    `  ${total}; ${countOf(requests, "request")}`,
    `  ${coverageLine(report)}`,
    ...(flaky > 0
      ? [`  ${flaky} flaky: a rate limit, a gateway or the network was in the way, and the request was sent again`]
      : []),
    ...skippedLines(report),
    ...driftLines(report),
    ...observationLines(report),
    ...wantLines(report),
    ...waiverLines(report, paint),
    ...leftoverLines(report, command),
    ...(report.endedEarly === undefined
      ? []
      : [`  ${paint("magenta", "ended early")}: ${printable(report.endedEarly)}`]),
    `  ${paint(conclusionStyles[conclusion], conclusion)}${conclusionText(report, reports)}`,
  ];
}

/** Not how many statuses were seen: of those that may refuse a request a server uses one, and none of them lacks for that. */
function coverageLine({ coverage }: Report): string {
  const answered = coverage.filter(({ statuses }) =>
    statuses.some(({ status, seen }) => isSuccess(status) && seen > 0),
  );
  if (answered.length === 0 && coverage.length > 0)
    return "no operation was answered with success: see first that the server itself works";
  // Error objects have many members that hardly any service uses.
  const members = coverage.flatMap(({ properties }) => properties.filter(({ status }) => isSuccess(status)));
  const seen = members.filter((member) => member.seen > 0).length;
  return `answered with success: ${answered.length} of ${countOf(coverage.length, "operation")}, with ${seen} of ${members.length} documented members`;
}

const isSuccess = (status: string) => status.startsWith("2");

function skippedLines({ checks }: Report): string[] {
  // For want of what they are is told along with all other wants.
  const skipped = checks.filter(({ verdict, lacks }) => verdict === "skipped" && lacks === undefined);
  return [...Map.groupBy(skipped, ({ reason }) => reason)].map(
    ([reason, alike]) => `  ${alike.length} skipped, as ${printable(reason)}`,
  );
}

function wantLines({ wants = [] }: Report): readonly string[] {
  return wants.map(
    (want, index) => `  ${index === 0 ? "to decide more:" : "               "} ${printable(wantText(want))}`,
  );
}

/** Members that answers lack are told one by one; those beside what is documented together, as they harm nobody. */
function driftLines({ drift }: Report): readonly string[] {
  const lacking = drift.filter(({ kind }) => kind !== "undocumented");
  const lines = [...Map.groupBy(lacking, driftText)].map(
    ([text, group]) => `  drift     ${whereOf(group)}: ${printable(text)}`,
  );
  const extra = [...new Set(drift.flatMap(({ kind, found = "" }) => (kind === "undocumented" ? [found] : [])))];
  const more = extra.length - mostNamed;
  const names = `${extra.slice(0, mostNamed).map(printable).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return [
    ...shortList(lines, "members that differ from the documentation"),
    ...(extra.length === 0 ? [] : [`  undocumented members: ${names}`]),
  ];
}

function driftText({ kind, at, documented, found }: Drift): string {
  const place = at === "" ? "" : ` in ${at}`;
  const missing = `documented ${documented} missing`;
  return `${kind === "renamed" ? `${missing}, undocumented ${found} present` : missing}${place}`;
}

const kinds = ["undocumented-status", "range-status"] as const satisfies readonly Observation["kind"][];

/** What is not documented at all is told; which of the fair answers was given is only counted. */
function observationLines({ observations }: Report): readonly string[] {
  const others = kinds.flatMap((kind) => observations.filter((observation) => observation.kind === kind));
  const lines = [...Map.groupBy(others, ({ text }) => text)].map(([text, group]) => {
    const count = group.reduce((sum, observation) => sum + observation.count, 0);
    return `  observed  ${whereOf(group)}: ${printable(text)}${count > group.length ? ` (${count} times)` : ""}`;
  });
  const readings = new Set(observations.flatMap(({ kind, text }) => (kind === "reading" ? [text] : []))).size;
  return [
    ...shortList(lines, "observations"),
    ...(readings === 0
      ? []
      : [
          `  ${countOf(readings, "answer")} where the page leaves the choice; --report html=FILE lists ${readings === 1 ? "it" : "them"}`,
        ]),
  ];
}

function whereOf(group: readonly { readonly operation: string }[]): string {
  return group.length > 2 ? `${group.length} operations` : group.map(({ operation }) => operation).join(", ");
}

function shortList(lines: readonly string[], what: string): readonly string[] {
  if (lines.length <= mostShown) return lines;
  return [
    ...lines.slice(0, mostShown),
    `  … and ${lines.length - mostShown} more ${what}; --report html=FILE has them all`,
  ];
}

/** Of many the first, so that the conclusion stays in sight. */
function leftoverLines({ leftovers }: Report, command: string): readonly string[] {
  if (leftovers.length === 0) return [];
  const more = leftovers.length - mostLeftoversShown;
  return [
    ...leftovers
      .slice(0, mostLeftoversShown)
      .map(({ what, reason }) => `  left behind: ${printable(what)} (${printable(reason)})`),
    ...(more > 0 ? [`  … and ${more} more left behind; --report html=FILE or json=FILE names all`] : []),
    `  ${command} cleanup tries again to remove what was left behind`,
  ];
}

function waiverLines({ waivers }: Report, paint: Paint): string[] {
  return waivers.flatMap(({ id, state, reason, expires, checks }) => {
    if (state === "used")
      return [
        `  waived    ${id}: ${reason} (until ${expires}; ${countOf(checks.length, "check fails", "checks fail")})`,
      ];
    if (state === "idle") return [];
    const what =
      state === "stale"
        ? "nothing that it speaks of fails any more: take it out"
        : `its last day was ${expires}: renew it or take it out`;
    return [`  ${paint("red", `${state} waiver`)}  ${id}: ${what}`];
  });
}
