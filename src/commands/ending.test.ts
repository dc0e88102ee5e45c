import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { interruptedExitCode, RunEnded, watchForEnding } from "./ending.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const listeners = () => ["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => process.listenerCount(signal));

describe("a run is told to end", () => {
  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("by %s, which its user gets to see", (signal) => {
    const ending = watchForEnding();
    expect([ending.signal.aborted, ending.wasInterrupted()]).toEqual([false, false]);
    process.emit(signal);
    expect([ending.signal.aborted, ending.wasInterrupted()]).toEqual([true, true]);
    expect(process.stderr.write).toHaveBeenCalledWith(expect.stringContaining("removing what this run has created"));
    ending.close();
  });

  test.each([
    { minutes: 1, says: "the run took longer than a minute; --max-minutes N allows more" },
    { minutes: 2.5, says: "the run took longer than 2.5 minutes; --max-minutes N allows more" },
    { minutes: undefined, says: "the run took longer than 60 minutes; --max-minutes N allows more" },
  ])("after $minutes minutes, which is no interrupt", ({ minutes, says }) => {
    const ending = watchForEnding(minutes);
    vi.advanceTimersByTime((minutes ?? 60) * 60_000 - 1);
    expect(ending.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(ending.signal.aborted).toBe(true);
    expect(ending.signal.reason).toEqual(new RunEnded(says));
    expect(ending.wasInterrupted()).toBe(false);
    ending.close();
  });
});

test("a time that no timer can hold does not end a run at once", () => {
  const ending = watchForEnding(1e9);
  vi.advanceTimersByTime(24 * 60 * 60_000);
  expect(ending.signal.aborted).toBe(false);
  ending.close();
});

test("a second interrupt ends the process at once", () => {
  const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
  const ending = watchForEnding();
  process.emit("SIGINT");
  expect(exit).not.toHaveBeenCalled();
  process.emit("SIGTERM");
  expect(exit).toHaveBeenCalledWith(interruptedExitCode);
  ending.close();
});

test("leaves signals and time alone once it is closed", () => {
  const before = listeners();
  const ending = watchForEnding();
  expect(listeners()).toEqual(before.map((count) => count + 1));
  ending.close();
  expect(listeners()).toEqual(before);
  expect(vi.getTimerCount()).toBe(0);
});
