import type { Report, ReportedFinding } from "../../conformance/results/report.ts";
import { describeViolation } from "../contract/finding.ts";
import { checkNames } from "./check-names.ts";
import { countOf } from "./count-of.ts";
import { type Failure, listFailures, type NumberedCause } from "./failures.ts";
import { followsText } from "./follows-text.ts";
import { type Paint, verdictStyles } from "./paint.ts";
import { printable } from "./printable.ts";
import { rerunCommand } from "./rerun.ts";

export interface FailureOptions {
  readonly paint: Paint;
  readonly command: string;
}

/** Of findings alike no more than this are shown; the JSON report has all. */
const mostShown = 8;
const mostDifferences = 5;
/** A command that is longer is shown once; after that only what changes of it. */
const longestRepeated = 120;

/** What failed, with all that is needed to see why and to see it again. What several checks found is told in full once. */
export function failureLines(reports: readonly Report[], options: FailureOptions): string[] {
  const groups = listFailures(reports);
  const all = groups.flatMap(({ failures }) => failures);
  return groups.flatMap(({ heading, failures }) => [
    "",
    options.paint("bold", heading),
    ...failures.flatMap((failure) => {
      const first = all.find(({ report }) => report === failure.report) ?? failure;
      return ["", ...checkLines(failure, first, options)];
    }),
  ]);
}

function checkLines(failure: Failure, first: Failure, { paint, command }: FailureOptions): string[] {
  const { number, verdict, check, causes, earlier } = failure;
  const { id, title, level, reason, findings } = check;
  const shown = causes
    .slice(0, mostShown)
    .flatMap((cause, index) => causeLines(cause, causes[index - 1]?.finding, paint));
  const others = causes.length - mostShown;
  const more =
    others > 0 ? [`   … and ${countOf(others, "more finding", "more findings")}; --report json=FILE has them all`] : [];
  const why = findings.length === 0 ? [`   ${printable(reason)}`] : [];
  return [
    `${number}) ${paint(verdictStyles[verdict], verdict)} ${paint("bold", id)}`,
    `   The server ${check.verdict === "warn" ? "SHOULD" : level} ${title}.`,
    ...(earlier.length === 0 ? [] : [`   ${paint("magenta", printable(followsText(earlier)))}`]),
    ...why,
    ...shown,
    ...more,
    `   run it again: ${paint("gray", printable(rerunText(failure, first, command)))}`,
  ];
}

function rerunText({ report, check, number }: Failure, first: Failure, command: string): string {
  const full = rerunCommand(report, check.id, command);
  return number === first.number || full.length <= longestRepeated
    ? full
    : `as in ${first.number}), but with --only ${check.id}`;
}

/** What would only repeat the finding before it is left out. */
function causeLines(cause: NumberedCause, before: ReportedFinding | undefined, paint: Paint): string[] {
  const { finding, count, toldIn, alsoIn } = cause;
  const { requirement, section, text, level, curl, sent, place, difference = [] } = finding;
  const alike = count > 1 ? `  (${count} times)` : "";
  const what = `     ${paint("red", printable(describeViolation(finding)))}${alike}`;
  const sentLines = sent === undefined || sent === before?.sent ? [] : [`     sent: ${printable(sent)}`];
  // Of an answer that is wrong as a whole it matters what was asked.
  if (toldIn !== undefined) return [...(place === "status" ? sentLines : []), `${what}  as in ${toldIn})`];
  const row =
    requirement === undefined || requirement === before?.requirement
      ? []
      : [`   ${requirement} (${level}, "${section}"): ${text}`];
  return [
    ...row,
    ...sentLines,
    ...differenceLines(difference),
    what,
    ...(alsoIn.length > 0
      ? [`     the same in ${countOf(alsoIn.length, "more check", "more checks")}: ${checkNames(alsoIn)}`]
      : []),
    ...(curl === undefined || curl === before?.curl ? [] : [`     ${paint("gray", printable(curl))}`]),
  ];
}

function differenceLines(difference: readonly string[]): readonly string[] {
  if (difference.length === 0) return [];
  const others = difference.length - mostDifferences;
  return [
    "       differs from the request that succeeded:",
    ...difference.slice(0, mostDifferences).map((line) => `         ${printable(line)}`),
    ...(others > 0 ? [`         … and ${others} more differences`] : []),
  ];
}
