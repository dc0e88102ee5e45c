import type { Report, ReportedFinding } from "../../conformance/results/report.ts";
import { describeViolation } from "../contract/finding.ts";
import { type Failure, listFailures, type NumberedCause } from "./failures.ts";
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
const mostSpans = 12;

/** What failed, with all that is needed to see why and to see it again. What several checks found is told in full once. */
export function failureLines(reports: readonly Report[], options: FailureOptions): string[] {
  return listFailures(reports).flatMap(({ heading, failures }) => [
    "",
    options.paint("bold", heading),
    ...failures.flatMap((failure) => ["", ...checkLines(failure, options)]),
  ]);
}

function checkLines({ number, report, check, causes }: Failure, { paint, command }: FailureOptions): string[] {
  const { id, title, level, verdict, reason, findings } = check;
  const shown = causes
    .slice(0, mostShown)
    .flatMap((cause, index) => causeLines(cause, causes[index - 1]?.finding, paint));
  const more =
    causes.length > mostShown
      ? [`   … and ${causes.length - mostShown} more findings; --report json=FILE has them all`]
      : [];
  const why = findings.length === 0 ? [`   ${printable(reason)}`] : [];
  const rerun = rerunCommand(report, id).replace(/^poolproof /, `${command} `);
  return [
    `${number}) ${paint(verdictStyles[verdict], verdict)} ${paint("bold", id)}`,
    `   The server ${verdict === "warn" ? "SHOULD" : level} ${title}.`,
    ...why,
    ...shown,
    ...more,
    `   run it again: ${paint("gray", printable(rerun))}`,
  ];
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
    ...(alsoIn.length > 0 ? [`     the same in ${numberList(alsoIn)}`] : []),
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

/** `2), 5) to 9)` */
function numberList(numbers: readonly number[]): string {
  const spans = [...Map.groupBy(numbers.entries(), ([index, number]) => number - index).values()].map((span) =>
    span.map(([, number]) => `${number})`),
  );
  const shown = spans
    .slice(0, mostSpans)
    .map((span) => (span.length > 2 ? `${span[0]} to ${span.at(-1)}` : span.join(", ")));
  const others = spans.slice(mostSpans).flat().length;
  return `${shown.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}
