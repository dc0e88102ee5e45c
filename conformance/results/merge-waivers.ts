import type { CheckResult, Report } from "./report.ts";
import { type AppliedWaiver, applyWaivers } from "./waiver.ts";

export interface MergeWaiversOptions {
  /** Whether the report of every shard is there. */
  readonly isComplete: boolean;
  /** Ids of checks of the suite that no shard has run. */
  readonly notRun: readonly string[];
}

/**
 * What came of waivers over all shards, which had the same ones: `expired` and `used` if any says so; otherwise `stale` if
 * all checks that it speaks of show that, whichever shards they were in; while a shard is missing, only if one of the
 * others says so as well.
 * @param checks of all shards
 */
export function mergeWaivers(
  reports: readonly Report[],
  checks: readonly CheckResult[],
  { isComplete, notRun }: MergeWaiversOptions,
): readonly AppliedWaiver[] {
  const [first, ...others] = reports.map(({ waivers }) => waivers);
  const merged = (first ?? []).map((waiver, index) => {
    const parts = [waiver, ...others.flatMap((waivers) => waivers[index] ?? [])];
    return { waiver, says: new Set(parts.map(({ state }) => state)), checks: parts.flatMap((part) => part.checks) };
  });
  const holding = merged.filter(({ says }) => !says.has("expired")).map(({ waiver }) => waiver);
  // What it waived counts no more as a failure there, so that it finds some stale that were used.
  const asOne = applyWaivers(checks, holding, { today: "", isStrict: false, notRun }).waivers;
  return merged.map(({ waiver, says, checks: waived }) => {
    const { id, reason, expires } = waiver;
    const base = { id, reason, expires };
    if (says.has("expired")) return { ...base, state: "expired", checks: [] };
    if (says.has("used")) return { ...base, state: "used", checks: waived };
    const isStale = asOne[holding.indexOf(waiver)]?.state === "stale" && (isComplete || says.has("stale"));
    return { ...base, state: isStale ? "stale" : "idle", checks: [] };
  });
}
