import { UsageError } from "../commands/usage-error.ts";
import { createRandom } from "./random.ts";

/** How long answers take, in milliseconds: each some time from the one to the other. */
export interface Latency {
  readonly minMs: number;
  readonly maxMs: number;
}

/** The longest that anything may be delayed, in milliseconds. */
export const longestDelayMs = 60_000;

/**
 * Draws the delay of one answer after the other, in milliseconds; the same ones every time where there is a seed.
 * @throws {UsageError} for times that cannot be
 */
export function createDelays({ minMs, maxMs }: Latency, seed: number | undefined): () => number {
  if (!(0 <= minMs && minMs <= maxMs && maxMs <= longestDelayMs)) {
    throw new UsageError(
      `latency: minMs (${minMs}) and maxMs (${maxMs}) go from low to high, up to ${longestDelayMs}.`,
    );
  }
  const random = seed === undefined ? Math.random : createRandom(`${seed} latency`);
  return () => Math.round(minMs + random() * (maxMs - minMs));
}
