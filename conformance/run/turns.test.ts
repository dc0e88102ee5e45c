import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

/** Something that ends when it is told to, and writes down when it began and ended. */
function createPlay() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const play = (name: string) => async () => {
    log.push(`+${name}`);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    log.push(`-${name}`);
    return name;
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { log, play, end };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("lets many go side by side", async () => {
  const { take } = createTurns();
  const { log, play, end } = createPlay();
  const both = [take(false, play("a")), take(false, play("b"))];
  await settled();
  expect(log).toEqual(["+a", "+b"]);
  await end("a");
  await end("b");
  expect(await Promise.all(both)).toEqual(["a", "b"]);
});

test("lets one go alone: after those before it, and before those after it", async () => {
  const { take } = createTurns();
  const { log, play, end } = createPlay();
  const all = [take(false, play("a")), take(true, play("alone")), take(false, play("b"))];
  await settled();
  expect(log).toEqual(["+a"]);
  await end("a");
  expect(log).toEqual(["+a", "-a", "+alone"]);
  await end("alone");
  expect(log).toEqual(["+a", "-a", "+alone", "-alone", "+b"]);
  await end("b");
  await Promise.all(all);
});

test("goes on after one that failed", async () => {
  const { take } = createTurns();
  const fail = async () => {
    throw new Error("no");
  };
  const failures = [take(false, fail), take(true, fail)];
  await expect(take(true, async () => "alone")).resolves.toBe("alone");
  await expect(take(false, async () => "beside")).resolves.toBe("beside");
  for (const failure of failures) await expect(failure).rejects.toThrow("no");
});
