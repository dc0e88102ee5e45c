import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { apiIds } from "../apis/index.ts";
import { poolproof } from "../packed/command.ts";
import { serveTestTarget, type TestTarget } from "./test-target.ts";

let folder: string;
let target: TestTarget | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-plan-"));
});
afterEach(async () => {
  await target?.close();
  target = undefined;
  await rm(folder, { recursive: true });
});

function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const state = join(folder, "state");
  return poolproof(words, { env: { ...target?.env, POOLPROOF_STATE: state, ...env }, cwd: folder });
}

const plans = [
  ...apiIds.map((api) => ({ api, profile: "full" })),
  ...(["pulumi", "agentsmesh", "scalr"] as const).map((api) => ({ api, profile: "read-only" })),
] as const;

test.each(plans)(
  "a plan for $api under $profile sends one request that reads, and tells what a run then sends",
  async ({ api, profile }) => {
    target = await serveTestTarget(api);
    const words = [...target.words, "--profile", profile, "--concurrency", "8"];
    const { code, stdout } = await run([...words, "--plan"]);
    expect(code).toBe(0);
    expect(target.asked.map(({ method }) => method)).toEqual(["GET"]);
    expect(await readdir(folder)).toEqual([]);

    const ran = await run(words);
    expect(ran.code).toBe(0);
    const sent = target.asked.length - 1;
    const planned = Number(/about (\d+) requests/.exec(stdout)?.[1]);
    expect(planned / sent).toBeGreaterThan(0.75);
    expect(planned / sent).toBeLessThan(1.25);
    const writes = target.asked.filter(({ method }) => !["GET", "HEAD", "OPTIONS"].includes(method)).length;
    const plannedWrites = Number(/About (\d+) of the requests write/.exec(stdout)?.[1]);
    expect(Math.abs(plannedWrites - writes)).toBeLessThanOrEqual(writes / 4);
  },
);

describe("a plan is refused", () => {
  test.each<{ given: string; change: (words: string[]) => string[]; env?: Record<string, string>; says: RegExp }>([
    { given: "a wrong token", change: (words) => words, env: { POOLPROOF_TOKEN: "fake-token-1" }, says: /refused/ },
    { given: "no token", change: (words) => words, env: { POOLPROOF_TOKEN: "" }, says: /^poolproof: No token/ },
    {
      given: "a wrong address",
      change: (words) => words.map((word) => word.replace(/\/api$/, "/other")),
      says: /answered 404/,
    },
    {
      given: "nobody there",
      change: (words) => words.map((word) => word.replace(/^http:.*$/, "http://127.0.0.1:9/api")),
      says: /no connection/,
    },
    { given: "checks that there are not", change: (words) => [...words, "--only", "pulumi/none"], says: /No check/ },
  ])("for $given", async ({ change, env, says }) => {
    target = await serveTestTarget("pulumi");
    const { code, stdout, stderr } = await run([...change([...target.words]), "--plan"], env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect(target.asked.every(({ method }) => method === "GET")).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });
});
