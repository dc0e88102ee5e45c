import type { CheckResult } from "./report.ts";

/** A failure that is accepted for a time. */
export interface Waiver {
  /**
   * Id of a check, or the beginning of several: one that ends with `/` or `-`, or is followed by a `/` in the ids. So the
   * id of one check never waives another that merely begins alike, such as `…/sorts-by-name-descending`.
   */
  readonly id: string;
  readonly reason: string;
  /** Last day on which it holds, `2026-12-31`, in UTC. */
  readonly expires: string;
}

/** A waiver and what came of it. */
export interface AppliedWaiver extends Waiver {
  /** `stale`: nothing that it speaks of failed. `idle`: not all of that came to a verdict this time, so nothing can be said. */
  readonly state: "used" | "stale" | "expired" | "idle";
  /** Ids of the checks whose failure it accepts. */
  readonly checks: readonly string[];
}

export interface WaiverOptions {
  /** `2026-11-24`, in UTC. */
  readonly today: string;
  /** Whether a warning fails, and so can be waived. */
  readonly isStrict: boolean;
  /** Ids of further checks of the suite, which were left to other runs or not come to. */
  readonly notRun?: readonly string[];
}

/**
 * Turns failures that are accepted into `waived`. Where several waivers speak of a check, the one with the longest id has
 * it alone; of two with the same id the first. An expired one has none.
 */
export function applyWaivers(
  results: readonly CheckResult[],
  waivers: readonly Waiver[],
  { today, isStrict, notRun = [] }: WaiverOptions,
): { readonly results: readonly CheckResult[]; readonly waivers: readonly AppliedWaiver[] } {
  const holding = waivers.filter(({ expires }) => expires >= today);
  const isFailure = ({ verdict }: CheckResult) => verdict === "fail" || (isStrict && verdict === "warn");
  return {
    results: results.map((result) => {
      const waiver = isFailure(result) ? waiverOf(result.id, holding) : undefined;
      return waiver ? { ...result, verdict: "waived", waiver: waiver.reason } : result;
    }),
    waivers: waivers.map((waiver) => {
      if (!holding.includes(waiver)) return { ...waiver, state: "expired", checks: [] };
      const own = results.filter(({ id }) => waiverOf(id, holding) === waiver);
      const checks = own.filter(isFailure).map(({ id }) => id);
      const isDecided = own.every(isSettled) && !notRun.some((id) => waiverOf(id, holding) === waiver);
      if (checks.length > 0) return { ...waiver, state: "used", checks };
      return { ...waiver, state: isDecided && own.some(isMet) ? "stale" : "idle", checks };
    }),
  };
}

/** Whether a waiver speaks of a check. */
export function speaksOf(waiver: Pick<Waiver, "id">, checkId: string): boolean {
  if (waiver.id === "" || !checkId.startsWith(waiver.id)) return false;
  return checkId === waiver.id || /[/-]$/.test(waiver.id) || checkId[waiver.id.length] === "/";
}

function waiverOf(checkId: string, waivers: readonly Waiver[]): Waiver | undefined {
  return waivers.filter((waiver) => speaksOf(waiver, checkId)).toSorted((a, b) => b.id.length - a.id.length)[0];
}

function isMet({ verdict }: CheckResult): boolean {
  return verdict === "pass" || verdict === "warn";
}

/** What is open may have hidden the failure. What is skipped will not fail until something else is asked of the run. */
function isSettled({ verdict }: CheckResult): boolean {
  return verdict !== "unverified" && verdict !== "inconclusive" && verdict !== "error";
}
