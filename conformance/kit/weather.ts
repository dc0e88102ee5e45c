import type { Answer } from "../../src/contract/judge-response.ts";

/** Statuses that tell of the state of things between us and the server rather than of the server (429 and gateways). */
const weatherStatuses = new Set([429, 502, 503, 504]);
const longestWaitMs = 10_000;

export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export function isWeather(status: number): boolean {
  return weatherStatuses.has(status);
}

/** How long to wait before the next attempt, in milliseconds: Retry-After in either form (RFC 9110, 10.2.3), within bounds. */
export function waitFor({ headers }: Pick<Answer, "headers">, attempt: number, now = Date.now()): number {
  const wish = headers.get("retry-after");
  const asked = wish === null ? Number.NaN : /^\d+$/.test(wish) ? Number(wish) * 1000 : momentOf(wish) - now;
  const wait = Number.isNaN(asked) ? 200 * 2 ** attempt : asked;
  return Math.min(Math.max(wait, 0), longestWaitMs);
}

/** Date.parse finds a date in numbers too: -5 would be a day of 2001. */
function momentOf(text: string): number {
  return /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
}

/** Waits, unless told to end. */
export const realSleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const wake = () => {
      clearTimeout(timer);
      resolve();
    };
    if (signal?.aborted) wake();
    signal?.addEventListener("abort", wake, { once: true });
  });
