import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isWeather, realSleep, waitFor } from "./weather.ts";

const now = Date.parse("2026-01-01T00:00:00Z");

test.each([
  { given: "seconds", header: "2", want: 2000 },
  { given: "many seconds", header: "10", want: 10_000 },
  { given: "no second", header: "0", want: 0 },
  { given: "what only ends in seconds", header: "in 20", want: 400 },
  { given: "what only begins with seconds", header: "20 apples", want: 400 },
  { given: "a date", header: "Thu, 01 Jan 2026 00:00:03 GMT", want: 3000 },
  { given: "a date with an offset", header: "Thu, 01 Jan 2026 01:00:03 +0100", want: 3000 },
  { given: "a date without its day", header: "01 Jan 2026 00:00:03 GMT", want: 3000 },
  { given: "a date that has passed", header: "Thu, 01 Jan 2015 00:00:00 GMT", want: 0 },
  { given: "an absurd time", header: "86400", want: 10_000 },
  { given: "nonsense", header: "soon", want: 400 },
  { given: "less than nothing", header: "-5", want: 400 },
  { given: "parts of a second", header: "1.5", want: 400 },
  { given: "a number that no clock counts to", header: "9".repeat(400), want: 10_000 },
  { given: "nothing", header: undefined, want: 400 },
])("waits as Retry-After says, given $given", ({ header, want }) => {
  const headers = new Headers(header === undefined ? {} : { "retry-after": header });
  expect(waitFor({ headers }, 1, now)).toBe(want);
});

test("waits longer each time where it is not told", () => {
  const headers = new Headers();
  expect([1, 2, 3].map((attempt) => waitFor({ headers }, attempt, now))).toEqual([400, 800, 1600]);
});

test.each([
  { status: 429, want: true },
  { status: 502, want: true },
  { status: 503, want: true },
  { status: 504, want: true },
  { status: 500, want: false },
  { status: 404, want: false },
])("tells whether $status is weather", ({ status, want }) => {
  expect(isWeather(status)).toBe(want);
});

describe("realSleep", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Whether the sleeper is awake by now. */
  async function isAwake(sleep: Promise<void>) {
    let isOver = false;
    void sleep.then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    return isOver;
  }

  test.each([{ signal: undefined }, { signal: new AbortController().signal }])(
    "wakes after its time",
    async ({ signal }) => {
      const sleep = realSleep(1000, signal);
      await vi.advanceTimersByTimeAsync(999);
      expect(await isAwake(sleep)).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(await isAwake(sleep)).toBe(true);
    },
  );

  test("wakes when it is told to, and leaves no timer behind", async () => {
    const ending = new AbortController();
    const sleep = realSleep(1000, ending.signal);
    expect(await isAwake(sleep)).toBe(false);
    ending.abort();
    expect(await isAwake(sleep)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("does not fall asleep once it was told to wake", async () => {
    expect(await isAwake(realSleep(1000, AbortSignal.abort()))).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
