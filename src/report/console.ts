import type { CheckResult, Report } from "../../conformance/results/report.ts";
import { failureLines } from "./failure-lines.ts";
import { createPaint, verdictStyles } from "./paint.ts";
import { printable } from "./printable.ts";
import { summaryLines } from "./summary-lines.ts";

export interface ConsoleOptions {
  readonly colour: boolean;
  /** How the command is called here, for the commands that are shown: `poolproof`. */
  readonly command: string;
}

const longestReason = 120;

/** Turns results into lines for people. */
export function createConsoleLines({ colour, command }: ConsoleOptions) {
  const paint = createPaint(colour);
  return {
    /** `pass  terraform/showAgent/answers-as-documented`, with the reason where there is one. */
    resultLine: ({ id, verdict, reason, retries = 0 }: CheckResult): string => {
      const mark = retries === 0 ? "" : `  (flaky: ${describeRetries(retries)})`;
      const why = reason && `  ${paint("gray", printable(shorten(reason)))}`;
      return `${paint(verdictStyles[verdict], verdict.padEnd(12))} ${id}${why}${paint("gray", mark)}`;
    },
    failureLines: (reports: readonly Report[]) => failureLines(reports, { paint, command }),
    summaryLines: (report: Report) => summaryLines(report, paint),
  };
}

/** What weather did to a check whose verdict stands all the same. */
export function describeRetries(retries: number): string {
  return retries === 1 ? "one request had to be sent again" : `${retries} requests had to be sent again`;
}

function shorten(text: string): string {
  return text.length <= longestReason ? text : `${text.slice(0, longestReason - 1)}…`;
}
