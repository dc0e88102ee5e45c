import type { Check } from "../kit/check.ts";
import type { Verdict } from "../kit/verdict.ts";
import type { CheckResult } from "../results/report.ts";
import { createTurns } from "./turns.ts";

/** In a row; then the target is gone, and every further check would only wait for it. */
export const mostInconclusive = 3;

/** Skipped as well: a target that is declared to be without several things at once may have room for one of them now. */
const openVerdicts: ReadonlySet<Verdict> = new Set(["unverified", "inconclusive", "skipped"]);

export interface ScheduleOptions {
  /** Checks that may be under way at once. */
  readonly concurrency: number;
  readonly signal?: AbortSignal;
  readonly runCheck: (check: Check) => Promise<CheckResult>;
  /** Told each result once, when it is final. */
  readonly onResult: (result: CheckResult) => void;
}

/**
 * Runs checks side by side. One that came to no verdict beside others is run again when it is alone: a server may have
 * had room for one pool only, or a list may have moved by what another check did. Answers what the checks after it were
 * given up for, if they were.
 */
export async function schedule(
  checks: readonly Check[],
  options: ScheduleOptions,
): Promise<{ readonly givenUpAfter: CheckResult | undefined }> {
  const { concurrency, signal, runCheck, onResult } = options;
  const turns = createTurns();
  const queue = [...checks];
  const again: Check[] = [];
  let underWay = 0;
  let started = 0;
  let inconclusive = 0;
  let givenUpAfter: CheckResult | undefined;
  const isEnding = () => signal?.aborted || givenUpAfter !== undefined;

  const conclude = (result: CheckResult) => {
    inconclusive = result.verdict === "inconclusive" ? inconclusive + 1 : 0;
    if (inconclusive >= mostInconclusive) givenUpAfter ??= result;
    onResult(result);
  };

  const runNext = async (check: Check) => {
    const startedBefore = started;
    started += 1;
    underWay += 1;
    const wasAccompanied = underWay > 1;
    const result = await runCheck(check);
    underWay -= 1;
    const hadCompany = wasAccompanied || started > startedBefore + 1;
    if (openVerdicts.has(result.verdict) && hadCompany && !isEnding()) again.push(check);
    else conclude(result);
  };

  const work = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      const next = check;
      if (isEnding()) return;
      await turns.take(next.isAlone ?? false, () => runNext(next));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work));
  for (const check of again) {
    if (isEnding()) break;
    conclude(await runCheck(check));
  }
  return { givenUpAfter };
}
