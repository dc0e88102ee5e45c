import { endReason } from "../kit/end-reason.ts";
import type { CheckResult } from "../results/report.ts";
import { mostInconclusive } from "./schedule.ts";

export interface RunEnd {
  readonly signal?: AbortSignal | undefined;
  /** Requests that were allowed, and that are still left: less than none if one was held back. */
  readonly maxRequests?: number | undefined;
  readonly requestsLeft?: number | undefined;
  /** The check after which the others were given up. */
  readonly givenUpAfter?: CheckResult | undefined;
}

/** Why a run ended before it was through, and what to do about it, as half a sentence; undefined if nothing ended it. */
export function whyEnded({ signal, maxRequests, requestsLeft = 0, givenUpAfter }: RunEnd): string | undefined {
  if (signal?.aborted) return endReason(signal);
  // What came to no verdict for want of requests is no weather.
  if (requestsLeft < 0) return `the ${maxRequests} requests allowed are used up; --max-requests N allows more`;
  if (givenUpAfter === undefined) return undefined;
  const last = `the last one as ${givenUpAfter.reason}`;
  return `${mostInconclusive} checks in a row came to no verdict, ${last}; run again when the server answers, or slower with --rate N`;
}
