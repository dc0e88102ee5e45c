import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

/** A pace with a clock of its own, on which sleepers wake at their time. */
function createClock(rate?: number) {
  let nowMs = 0;
  const slept: number[] = [];
  const sleep = async (ms: number) => {
    slept.push(ms);
  };
  const pace = createPace({ sleep, now: () => nowMs, ...(rate !== undefined && { rate }) });
  return {
    pace,
    slept,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

test("lets requests go at once where no rate is given", async () => {
  const { pace, slept } = createClock();
  for (let count = 0; count < 5; count += 1) await pace.turn();
  expect(slept).toEqual([]);
});

test("lets those who ask at once go one after the other", async () => {
  const { pace, slept } = createClock(20);
  await Promise.all([pace.turn(), pace.turn(), pace.turn(), pace.turn()]);
  expect(slept).toEqual([50, 100, 150]);
});

test("saves up nothing while nobody asks", async () => {
  const { pace, slept, pass } = createClock(2);
  await pace.turn();
  pass(10_000);
  await pace.turn();
  await pace.turn();
  expect(slept).toEqual([500]);
});

test("holds everybody as long as it is told to, and no longer for being told less later", async () => {
  const { pace, slept, pass } = createClock();
  pace.hold(1000);
  pace.hold(200);
  await pace.turn();
  expect(slept).toEqual([1000]);
  pass(1000);
  await pace.turn();
  expect(slept).toEqual([1000]);
});

test("keeps to its rate after it was held", async () => {
  const { pace, slept } = createClock(10);
  pace.hold(1000);
  await Promise.all([pace.turn(), pace.turn(), pace.turn()]);
  expect(slept).toEqual([1000, 1100, 1200]);
});

test("hands on the signal that ends the wait", async () => {
  const ending = new AbortController();
  const signals: (AbortSignal | undefined)[] = [];
  const sleep = async (_ms: number, signal?: AbortSignal) => {
    signals.push(signal);
  };
  const pace = createPace({ sleep, now: () => 0 });
  pace.hold(5);
  await pace.turn(ending.signal);
  expect(signals).toEqual([ending.signal]);
});
