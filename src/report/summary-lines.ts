import type { Drift } from "../../conformance/coverage/drift.ts";
import type { Verdict } from "../../conformance/kit/verdict.ts";
import type { Report } from "../../conformance/results/report.ts";
import { apis } from "../apis/index.ts";
import type { Observation } from "../contract/finding.ts";
import { countOf } from "./count-of.ts";
import { conclusionStyles, type Paint, verdictStyles } from "./paint.ts";
import { printable } from "./printable.ts";
import { wantText } from "./want-text.ts";

/** Of observations and drift no more than this are shown; the reports in files have all. */
const mostShown = 8;

/** Things left behind that are named one by one. */
const mostLeftoversShown = 10;

/** What came of one suite. */
export function summaryLines(report: Report, paint: Paint): string[] {
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
    ...(flaky > 0 ? [`  ${flaky} flaky: weather was waited out, or an answer was lost and asked for again`] : []),
    ...skippedLines(report),
    ...wantLines(report),
    ...driftLines(report),
    ...observationLines(report),
    ...waiverLines(report, paint),
    ...leftoverLines(report),
    ...(report.endedEarly === undefined
      ? []
      : [`  ${paint("magenta", "ended early")}: ${printable(report.endedEarly)}`]),
    `  ${paint(conclusionStyles[conclusion], conclusion)}${explain(report)}`,
  ];
}

function coverageLine({ coverage }: Report): string {
  const statuses = coverage.flatMap((operation) => operation.statuses);
  const seen = statuses.filter((status) => status.seen > 0).length;
  const unprovokable = statuses.filter((status) => status.unprovokable !== undefined).length;
  // Error objects have many members that hardly any service uses.
  const members = coverage.flatMap(({ properties }) => properties.filter(({ status }) => status.startsWith("2")));
  const seenMembers = members.filter((member) => member.seen > 0).length;
  const others = unprovokable === 0 ? "" : `, ${unprovokable} of the others cannot be provoked by a client`;
  return `${coverage.length} operations; seen: ${seen} of ${statuses.length} documented statuses${others}; ${seenMembers} of ${members.length} documented members of successful answers`;
}

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

/** Members that answers lack or have beside what is documented, what belongs together in one line. */
function driftLines({ drift }: Report): readonly string[] {
  const lines = [...Map.groupBy(drift, driftText)].map(([text, group]) => {
    const where = group.length > 2 ? `${group.length} operations` : group.map(({ operation }) => operation).join(", ");
    return `  drift     ${where}: ${printable(text)}`;
  });
  return shortList(lines, "members that differ from the documentation");
}

function driftText({ kind, at, documented, found }: Drift): string {
  const place = at === "" ? "" : ` in ${at}`;
  if (kind === "renamed") return `documented ${documented} missing, undocumented ${found} present${place}`;
  return kind === "missing" ? `documented ${documented} missing${place}` : `undocumented ${found} present${place}`;
}

/** What is not documented at all is more than which of the fair answers was given. */
const kinds = ["undocumented-status", "range-status", "reading"] as const satisfies readonly Observation["kind"][];

/** Members are told as drift; what was seen at several operations is told once. */
function observationLines({ observations }: Report): readonly string[] {
  const others = kinds.flatMap((kind) => observations.filter((observation) => observation.kind === kind));
  const lines = [...Map.groupBy(others, ({ text }) => text)].map(([text, group]) => {
    const where = group.length > 2 ? `${group.length} operations` : group.map(({ operation }) => operation).join(", ");
    const count = group.reduce((sum, observation) => sum + observation.count, 0);
    return `  observed  ${where}: ${printable(text)}${count > group.length ? ` (${count} times)` : ""}`;
  });
  return shortList(lines, "observations");
}

function shortList(lines: readonly string[], what: string): readonly string[] {
  if (lines.length <= mostShown) return lines;
  return [
    ...lines.slice(0, mostShown),
    `  … and ${lines.length - mostShown} more ${what}; --report html=FILE has them all`,
  ];
}

/** Of many the first, so that the conclusion stays in sight. */
function leftoverLines({ leftovers }: Report): readonly string[] {
  if (leftovers.length === 0) return [];
  const more = leftovers.length - mostLeftoversShown;
  return [
    ...leftovers
      .slice(0, mostLeftoversShown)
      .map(({ what, reason }) => `  left behind: ${printable(what)} (${printable(reason)})`),
    ...(more > 0 ? [`  … and ${more} more left behind; --report html=FILE or json=FILE names all`] : []),
    "  `poolproof cleanup` tries again to remove what was left behind",
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

function explain({ conclusion, checks, notRun, waivers, only, shard }: Report): string {
  if (notRun > 0) return `: ended early, with ${countOf(notRun, "check")} not run`;
  const isBarred = waivers.some(({ state }) => state === "stale" || state === "expired");
  const part = only || shard ? ", of what was run" : "";
  if (conclusion === "conforms") return isBarred ? `${part}, but a waiver has to be looked at first` : part;
  if (conclusion !== "incomplete") return "";
  const open = checks.filter(({ verdict }) => verdict === "unverified" || verdict === "inconclusive").length;
  if (open === 0) return ": no check came to a verdict";
  // Of what is skipped nothing is open, and of tokens nothing can be declared.
  const lacking = [
    ...new Set(checks.flatMap(({ verdict, lacks = [] }) => (verdict === "skipped" ? [] : lacks))),
  ].filter((name) => !name.endsWith("Token"));
  const remedy =
    lacking.length === 0 ? "" : `; see "to decide more", and pass --without ${lacking.join()} for what it has not`;
  return `: nothing failed, but ${open === 1 ? "one check" : `${open} checks`} could not be decided${remedy}`;
}
