import { lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { poolproof } from "./command.ts";
import { createConsumer } from "./consumer.ts";
import { packedFolder } from "./packed-folder.ts";

let empty: string;
beforeAll(async () => {
  empty = await mkdtemp(join(tmpdir(), "poolproof-empty-"));
});
afterAll(() => rm(empty, { recursive: true }));

test("tells its version", async () => {
  const outcome = await poolproof(["--version"], { cwd: empty });
  expect(outcome).toEqual({ code: 0, signal: null, stdout: `${packageJson.version}\n`, stderr: "" });
});

describe("in an empty folder, which it leaves empty,", () => {
  test.each([
    { args: ["run", "pulumi", "--only", "pulumi/getAgentPool/"], says: /^Pulumi Cloud .*http:.*\n[\s\S]*\bconforms\b/ },
    { args: ["checks", "agentsmesh"], says: /^agentsmesh\/listRunnerPods\/answers-as-documented$/m },
  ])("$args.0 works", async ({ args, says }) => {
    const { code, stdout } = await poolproof(args, { cwd: empty });
    expect(stdout).toMatch(says);
    expect(code).toBe(0);
    expect(await readdir(empty)).toEqual([]);
  });
});

test("writes nothing into node_modules, whatever is run", async () => {
  const before = await listing(packedFolder());
  for (const args of [["--help"], ["checks"], ["run", "agentsmesh"], ["run", "scalr", "--profile", "mock"]]) {
    expect(await poolproof(args, { cwd: empty })).toMatchObject({ code: 0 });
  }
  expect(before.length).toBeGreaterThan(100);
  expect(await listing(packedFolder())).toEqual(before);
});

test("a Node that is too old is told so", async () => {
  const consumer = await createConsumer({
    "old.js": `Object.defineProperty(process.versions, "node", { value: "22.0.0" });`,
  });
  const { code, stdout, stderr } = await consumer.node([
    "--import",
    "./old.js",
    "node_modules/poolproof/bin/poolproof.js",
    "--version",
  ]);
  await consumer.remove();
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/this is Node 22\.0\.0, and 24 or later is needed/);
  expect(stderr).not.toMatch(/npm ci|\bat /);
});

/** Every file under a folder with size and time, links unfollowed. */
async function listing(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return Promise.all(
    names.sort().map(async (name) => {
      const { size, mtimeMs } = await lstat(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
}
