import type { ApiId } from "../../src/apis/index.ts";
import type { Observation, Place } from "../../src/contract/finding.ts";
import type { Level } from "../../src/requirement.ts";
import type { Coverage } from "../coverage/coverage.ts";
import type { Drift } from "../coverage/drift.ts";
import type { ProfileName } from "../kit/capability.ts";
import type { Leftover } from "../kit/ledger.ts";
import type { RecordedExchange } from "../kit/recorded-exchange.ts";
import type { Conclusion, Verdict } from "../kit/verdict.ts";
import type { Shard } from "../run/shard.ts";
import type { AppliedWaiver } from "./waiver.ts";
import type { Want } from "./wants.ts";

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
  /** What was sent: method and path with query, body included where there is one. */
  readonly sent?: string;
  /** What was different about the request that succeeded, in the check's own control; a line each. */
  readonly difference?: readonly string[];
  /** Index of the exchange that shows it in `exchanges` of the check, where these are kept. */
  readonly exchange?: number;
}

/** What came of one check. */
export interface CheckResult {
  readonly id: string;
  readonly operation: string;
  readonly title: string;
  readonly level: Level;
  readonly requirements: readonly string[];
  readonly verdict: Verdict;
  /** Why, in a sentence; empty for a pass. */
  readonly reason: string;
  readonly findings: readonly ReportedFinding[];
  /** Fixture or kind of data for want of which nothing was judged. */
  readonly lacks?: string;
  /** Fixtures and tokens that were not named, with which a check that passed would have looked at more. */
  readonly wants?: readonly string[];
  /** How often weather was waited out or an answer was lost on the way to the verdict; absent if never. */
  readonly retries?: number;
  /** Why a failure is accepted, for the verdict `waived`. */
  readonly waiver?: string;
  readonly durationMs?: number;
  /** Everything that was said, in the order of the requests, where the run was told to keep it. */
  readonly exchanges?: readonly RecordedExchange[];
  /** The random parts of the names that the check used, in order, and how they began, where exchanges are kept. */
  readonly ids?: readonly string[];
  readonly namePrefix?: string;
}

export interface ReportedObservation extends Observation {
  readonly operation: string;
  /** How often it was made. */
  readonly count: number;
}

/** SHA-256 in hexadecimal of what a report rests on, by which accidental change is noticed. */
export interface Digests {
  /** Of the bundle that was the judge. */
  readonly spec: string;
  /** Of the ids, levels and requirements of all checks of the suite. */
  readonly suite: string;
  /** Of the checks of this report with their exchanges. */
  readonly checks: string;
}

/** What came of running one suite. */
export interface Report {
  readonly api: ApiId;
  readonly target: {
    /** Name in `poolproof.yaml`, if the target has one. */
    readonly name?: string;
    readonly url: string;
    /** It was a server of Poolproof's own, which ended with the run. */
    readonly isEmbedded?: true;
    readonly profile: ProfileName;
    readonly without: readonly string[];
    /** Organization, account, environment. */
    readonly data: Readonly<Record<string, string>>;
    readonly fixtures: Readonly<Record<string, readonly string[]>>;
    readonly authorization?: string;
    /** Which tokens beside the first there were. */
    readonly tokens: readonly ("other" | "limited")[];
  };
  /** How the names of everything that the run created began. */
  readonly namePrefix: string;
  /** ISO 8601, in UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly isStrict: boolean;
  /** Beginnings of ids that the run was limited to. */
  readonly only?: readonly string[];
  readonly shard?: Shard;
  readonly checks: readonly CheckResult[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly conclusion: Conclusion;
  readonly waivers: readonly AppliedWaiver[];
  /** Checks that were not come to, because the run was ended early. */
  readonly notRun: number;
  /** Why the run was ended before it was through, and what to do about it; absent if it was not. */
  readonly endedEarly?: string;
  readonly observations: readonly ReportedObservation[];
  readonly coverage: readonly Coverage[];
  readonly drift: readonly Drift[];
  readonly leftovers: readonly Leftover[];
  /** What was not named or not there, by which more would be decided; absent from reports of older versions. */
  readonly wants?: readonly Want[];
  readonly requests: number;
  readonly digests: Digests;
}

/** A report as it is written to a file: one run, of one suite or of several. */
export interface ReportDocument {
  readonly $schema: string;
  /** Version of Poolproof. */
  readonly poolproof: string;
  /** The gravest of the runs' conclusions. */
  readonly conclusion: Conclusion;
  /** Whether the command ended with 0: the target conforms, and no waiver is stale or expired. */
  readonly passed: boolean;
  readonly runs: readonly Report[];
}
