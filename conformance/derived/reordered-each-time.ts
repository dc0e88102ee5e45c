import { canonical } from "./canonical.ts";
import { isShuffled } from "./is-shuffled.ts";

/** One of several answers to the same request: the ids in their order, and all that is told of the things. */
export interface Reading {
  readonly ids: readonly string[];
  readonly items: readonly unknown[];
}

const fewReadings = 6;
const manyReadings = 10;
/** Of few things chance brings the same order again now and then. */
const mostAlike = 1;

/**
 * Whether it can only be the server that puts a list into another order, for the same request sent again at once: no
 * order has anything in common with the one before; or, as where a list begins at any place each time, no two are alike
 * many times in a row, while nothing that is told of any item changes. Where something moves an item now and then, most
 * keep their order, and many readings are as the one before.
 */
export async function isReorderedEachTime(read: () => Promise<Reading>): Promise<boolean> {
  const readings: Reading[] = [];
  const readUpTo = async (count: number) => {
    while (readings.length < count) readings.push(await read());
  };
  const turns = (isTurn: (one: Reading, other: Reading) => boolean) =>
    readings.slice(1).filter((reading, index) => isTurn(readings[index] ?? reading, reading)).length;

  await readUpTo(fewReadings);
  if (turns((one, other) => isShuffled(one.ids, other.ids)) >= fewReadings - 1 - mostAlike) return true;
  if (turns(isTurned) < fewReadings - 1) return false;
  await readUpTo(manyReadings);
  return turns(isTurned) === manyReadings - 1;
}

/** Another order, or another part of many, in which nothing has changed that is shown both times. */
function isTurned(one: Reading, other: Reading): boolean {
  const before = new Map(one.ids.map((id, index) => [id, canonical(one.items[index])]));
  const hasChanged = other.ids.some((id, index) => before.has(id) && before.get(id) !== canonical(other.items[index]));
  return !hasChanged && one.ids.join() !== other.ids.join();
}
