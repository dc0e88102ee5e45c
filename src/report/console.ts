import type { CheckResult, Report } from "../../conformance/results/report.ts";
import { failureLines } from "./failure-lines.ts";
import { createPaint, verdictStyles } from "./paint.ts";
import { printable } from "./printable.ts";
import { summaryLines } from "./summary-lines.ts";
import { undecidedLines } from "./undecided-lines.ts";

export interface ConsoleOptions {
  readonly colour: boolean;
  /** How the command is called here, for the commands that are shown: `poolproof`. */
  readonly command: string;
  /** Columns of the terminal; undefined where there is none. */
  readonly width?: number | undefined;
}

const longestReason = 120;
/** A reason of which less can be shown says nothing. */
const shortestReason = 24;
/** Of a verdict, padded, with the spaces around the id, and of the two further dots where there is no `…`. */
const verdictWidth = 17;

/** Turns results into lines for people. */
export function createConsoleLines({ colour, command, width }: ConsoleOptions) {
  const paint = createPaint(colour);
  return {
    /** `pass  terraform/showAgent/answers-as-documented`, with the reason where there is one. */
    resultLine: ({ id, verdict, reason, retries = 0 }: CheckResult): string => {
      const mark = retries === 0 ? "" : `  (flaky: ${describeRetries(retries)})`;
      // All of it is told in the end; one line each is quicker to look through than what a terminal breaks.
      const room = width === undefined ? longestReason : Math.min(longestReason, width - verdictWidth - id.length);
      const why = reason && room >= shortestReason ? `  ${paint("gray", printable(shorten(reason, room)))}` : "";
      return `${paint(verdictStyles[verdict], verdict.padEnd(12))} ${id}${why}${paint("gray", mark)}`;
    },
    failureLines: (reports: readonly Report[]) => [
      ...failureLines(reports, { paint, command }),
      ...undecidedLines(reports, paint),
    ],
    summaryLines: (report: Report, reports?: readonly Report[]) =>
      summaryLines(report, { paint, command, ...(reports && { reports }) }),
  };
}

/** What weather did to a check whose verdict stands all the same. */
export function describeRetries(retries: number): string {
  return retries === 1 ? "one request had to be sent again" : `${retries} requests had to be sent again`;
}

function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
