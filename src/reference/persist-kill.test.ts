import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openPersistFile } from "./persist-file.ts";

const fewestKills = 6;
const mostKills = 40;

/** Keeps one document after the other, as large as a busy mock's, and prints the number of each that is kept. */
const writer = `
import { openPersistFile } from ${JSON.stringify(new URL("persist-file.ts", import.meta.url).href)};
const { kept, keep } = await openPersistFile(process.argv[1]);
let number = kept.poolproof?.given?.terraform?.ids ?? 0;
for (;;) {
  number += 1;
  const pools = Array.from({ length: 2000 + (number % 7) }, (_, index) => "pool-" + number + "-" + index);
  await keep({ terraform: { pools }, poolproof: { given: { terraform: { ids: number, moments: 0 } } } });
  process.stdout.write(number + "\\n");
}`;

test("whenever a writer is killed, the file is whole and has everything that was said to be kept", async () => {
  const folder = await mkdtemp(join(tmpdir(), "poolproof-kill-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "state.json");
  const leftHalfWritten: string[] = [];
  let said = 0;
  // A kill between two writings tries nothing, so there are more until some came in the middle of one.
  for (let kill = 0; kill < mostKills; kill += 1) {
    if (kill >= fewestKills && leftHalfWritten.length >= 2) break;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", writer, file], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "close");
    let count = 0;
    for await (const line of createInterface(child.stdout)) {
      // Numbers go on: nothing was lost by the kill before.
      expect(Number(line)).toBeGreaterThan(said);
      said = Number(line);
      count += 1;
      if (count !== 1 + (kill % 3)) continue;
      // Another moment of the next writing each time.
      for (let turn = 0; turn < kill * 20; turn += 1) await setImmediate();
      child.kill("SIGKILL");
    }
    await ended;
    const { terraform, poolproof } = JSON.parse(await readFile(file, "utf8"));
    const number: number = poolproof.given.terraform.ids;
    expect(number).toBeGreaterThanOrEqual(said);
    expect(terraform.pools).toHaveLength(2000 + (number % 7));
    expect(terraform.pools.at(-1)).toMatch(`pool-${number}-`);
    leftHalfWritten.push(...(await readdir(folder)).filter((name) => name.endsWith(".tmp")));
  }
  expect(leftHalfWritten.length).toBeGreaterThanOrEqual(2);
  await (await openPersistFile(file)).release();
  expect(await readdir(folder)).toEqual(["state.json"]);
});
