import type { Incoming } from "./incoming.ts";

/** Waits, but not for a client that is gone. Tells whether it is still there. */
export function wait(ms: number, { signal }: Incoming): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const leave = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", leave);
      resolve(true);
    }, ms);
    signal.addEventListener("abort", leave, { once: true });
  });
}
