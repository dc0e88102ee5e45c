import type { Check } from "../kit/check.ts";
import type { Journal } from "../kit/journal.ts";
import type { Suite } from "../kit/suite.ts";
import type { Target } from "../kit/target.ts";
import type { Sleep } from "../kit/weather.ts";
import type { CheckResult } from "../results/report.ts";
import type { Waiver } from "../results/waiver.ts";
import type { Shard } from "./shard.ts";

/** What a run is told beside its suite and target. */
export interface RunOptions {
  readonly suite: Suite;
  readonly target: Target;
  /** Name that the target goes by in reports. */
  readonly targetName?: string;
  /** Whether it is a server of our own that ends with the run. */
  readonly isEmbedded?: boolean;
  /** Ids or beginnings of ids; all checks unless given. */
  readonly only?: readonly string[];
  /** The part of the suite that this run is to do. */
  readonly shard?: Shard;
  /** Checks under way at once; one after the other unless given. */
  readonly concurrency?: number;
  /** Requests a second at most. */
  readonly rate?: number;
  /** Requests that checks may send in all; removing what was made is not counted. */
  readonly maxRequests?: number;
  /** A SHOULD that is not met counts as a failure. */
  readonly strict?: boolean;
  readonly waivers?: readonly Waiver[];
  /** Whether the report is to hold everything that was said. */
  readonly keepExchanges?: boolean;
  /** Ends the run early; what it created is removed all the same. */
  readonly signal?: AbortSignal;
  readonly onResult?: (result: CheckResult) => void;
  /** Told how many requests have been sent so far, after each. */
  readonly onRequest?: (count: number) => void;
  /** Makes the record of what is created, given how its names begin. */
  readonly openJournal?: (namePrefix: string) => Journal;
  readonly sleep?: Sleep;
  /** Makes the part of a name that nobody else has; random unless given. */
  readonly newId?: (length?: number) => string;
  readonly now?: () => Date;
  /** Puts the checks into another order than that of the suite. */
  readonly arrange?: (checks: readonly Check[]) => readonly Check[];
}
