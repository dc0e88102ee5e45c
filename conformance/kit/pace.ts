import type { Sleep } from "./weather.ts";

/** Keeps requests to so many a second, and stops all of them while the server asks for it. */
export interface Pace {
  /** Waits until the next request may be sent. */
  readonly turn: (signal?: AbortSignal) => Promise<void>;
  /** Lets nobody send anything for so many milliseconds. */
  readonly hold: (ms: number) => void;
}

export interface PaceOptions {
  /** Requests a second; as many as there are unless given. */
  readonly rate?: number;
  readonly sleep: Sleep;
  /** Milliseconds from any fixed moment. */
  readonly now?: () => number;
}

export function createPace({ rate, sleep, now = () => performance.now() }: PaceOptions): Pace {
  const intervalMs = rate === undefined ? 0 : 1000 / rate;
  let nextAtMs = 0;
  let heldUntilMs = 0;
  return {
    turn: async (signal) => {
      const at = now();
      const startAtMs = Math.max(at, nextAtMs, heldUntilMs);
      // Taken at once, so that those who ask meanwhile queue up behind.
      nextAtMs = startAtMs + intervalMs;
      if (startAtMs > at) await sleep(startAtMs - at, signal);
    },
    hold: (ms) => {
      heldUntilMs = Math.max(heldUntilMs, now() + ms);
    },
  };
}
