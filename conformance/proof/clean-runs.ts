import type { Check } from "../kit/check.ts";

/** Ways to run a suite that must not matter. */
export const cleanRuns = [
  { id: "in order, one at a time", concurrency: 1, arrange: undefined },
  { id: "in order, eight at once", concurrency: 8, arrange: undefined },
  { id: "shuffled, one at a time", concurrency: 1, arrange: (checks: readonly Check[]) => shuffle(checks, 7) },
  { id: "shuffled, eight at once", concurrency: 8, arrange: (checks: readonly Check[]) => shuffle(checks, 11) },
] as const;

/** Another order that is the same every time: sorted by a hash of id and seed (FNV-1a). */
function shuffle(checks: readonly Check[], seed: number): readonly Check[] {
  const hash = (text: string) =>
    [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619) >>> 0, 2_166_136_261 ^ seed);
  return checks.toSorted((a, b) => hash(a.id) - hash(b.id));
}
