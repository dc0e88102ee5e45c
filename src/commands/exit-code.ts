import { exitCodes } from "../../conformance/kit/verdict.ts";
import type { ReportDocument } from "../../conformance/results/report.ts";
import { interruptedExitCode } from "./ending.ts";

/** What became of a run beside what its reports say. */
export interface RunFate {
  readonly wasInterrupted: boolean;
  /** Suites that were to be run and were not begun. */
  readonly unreached: number;
}

/** The exit code of a run. What was not looked at does not conform for that. */
export function exitCodeOf(
  { conclusion, passed }: Pick<ReportDocument, "conclusion" | "passed">,
  { wasInterrupted, unreached }: RunFate,
): number {
  if (wasInterrupted) return interruptedExitCode;
  if (conclusion !== "conforms") return exitCodes[conclusion];
  if (unreached > 0) return exitCodes.incomplete;
  // It conforms, but a waiver has lapsed.
  return passed ? exitCodes.conforms : exitCodes["does not conform"];
}
