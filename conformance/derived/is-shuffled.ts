/**
 * Whether two readings of the same things have no order in common. Where few moved, as the last one at work does to the
 * front, the rest keep theirs; of a part of many, those that are shown both times count.
 */
export function isShuffled(one: readonly string[], other: readonly string[]): boolean {
  const places = new Map(one.map((key, place) => [key, place]));
  const kept = longestRise(other.flatMap((key) => places.get(key) ?? []));
  const most = Math.max(one.length, other.length);
  return most > 1 && kept <= most / 2;
}

/** How many numbers can be picked, from left to right, so that each is greater than the one before. */
function longestRise(numbers: readonly number[]): number {
  const lengths: number[] = [];
  for (const [index, number] of numbers.entries()) {
    const before = lengths.filter((_, earlier) => (numbers[earlier] ?? number) < number);
    lengths[index] = 1 + Math.max(0, ...before);
  }
  return Math.max(0, ...lengths);
}
