import type { ApiId } from "../../src/apis/index.ts";
import type { Observation, Place } from "../../src/contract/finding.ts";
import type { Level } from "../../src/requirement.ts";
import type { ProfileName } from "./capability.ts";
import type { Coverage } from "./coverage.ts";
import type { Leftover } from "./ledger.ts";
import type { Conclusion, Verdict } from "./verdict.ts";

/** One violation as a report shows it. */
export interface ReportedFinding {
  readonly requirement: string | undefined;
  /** Heading of the page under which the requirement stands. */
  readonly section: string | undefined;
  /** The requirement in words. */
  readonly text: string | undefined;
  readonly level: Level;
  readonly place: Place;
  readonly pointer: string;
  readonly expected: string;
  readonly got: string;
  /** A command that sends the same request; its token is `$POOLPROOF_TOKEN`. */
  readonly curl: string | undefined;
}

/** What came of one check. */
export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly requirements: readonly string[];
  readonly verdict: Verdict;
  /** Why, in a sentence; empty for a pass. */
  readonly reason: string;
  readonly findings: readonly ReportedFinding[];
  /** Fixture or kind of data for want of which nothing was judged. */
  readonly lacks?: string;
}

export interface ReportedObservation extends Observation {
  readonly operation: string;
  /** How often it was made. */
  readonly count: number;
}

/** What came of running one suite. */
export interface Report {
  readonly api: ApiId;
  readonly target: { readonly url: string; readonly profile: ProfileName; readonly without: readonly string[] };
  readonly checks: readonly CheckResult[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly conclusion: Conclusion;
  /** Checks that were not come to, because the run was ended early. */
  readonly notRun: number;
  readonly observations: readonly ReportedObservation[];
  readonly coverage: readonly Coverage[];
  readonly leftovers: readonly Leftover[];
  readonly requests: number;
}
