import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serve } from "../host/serve.ts";
import { digestToken } from "../ledger/token-digest.ts";
import { leaveBehind, type Written } from "./leave-behind.ts";
import { openTrial } from "./trial.ts";

/** Where nobody is any more. */
const { url: deserted, close } = await serve(() => new Response());
await close();

describe("cleanup removes what is written down", () => {
  test.each<Written & { given: string }>([
    { given: "with a last line that is torn", rest: '{"created":"5eed' },
    { given: "with lines that are none of its own", rest: '17\nnull\n{"created":1}\n{"created":"x","url":"?"}\n' },
    {
      given: "by a process whose number another one has",
      header: { pid: process.pid, startedAt: "2026-01-01T00:00:00Z" },
    },
    { given: "on another machine, long ago", header: { host: "elsewhere", startedAt: "2026-01-01T00:00:00Z" } },
  ])("$given", async (written) => {
    const trial = await openTrial("pulumi");
    const { id, isThere } = await leaveBehind(trial, written);
    const { code, stdout, stderr } = await trial.cleanup();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`removed      ${id}`);
    expect(isThere()).toBe(false);
    expect(await trial.scratch.files()).toEqual([]);
  });
});

describe("cleanup leaves ledger and pool alone", () => {
  test.each<Written & { given: string; env?: Record<string, string>; want: { code: number; says: RegExp } }>([
    {
      given: "of another version",
      header: { version: 2 },
      want: { code: 2, says: /^\S+poolproof-gone1-pulumi\.jsonl is no ledger of this version and was left alone/ },
    },
    {
      given: "whose prefix would fit every pool",
      header: { namePrefix: "" },
      want: { code: 2, says: /is no ledger of this version/ },
    },
    {
      given: "of an API that there is not",
      header: { api: "github" },
      want: { code: 2, says: /is no ledger of this version/ },
    },
    {
      given: "without the token, whose variable it names",
      header: { tokenVariable: "STAGING_TOKEN" },
      want: { code: 2, says: /no token: set the variable STAGING_TOKEN and run poolproof cleanup again$/m },
    },
    {
      given: "whose token is refused",
      header: { tokenDigest: digestToken("fake-token-of-nobody") },
      env: { POOLPROOF_TOKEN: "fake-token-of-nobody" },
      want: { code: 2, says: /the token was refused \(401\)/ },
    },
    {
      given: "whose target is down",
      header: { url: deserted },
      want: { code: 2, says: /no connection \(.*ECONNREFUSED.*\)\. Is the server running/ },
    },
    {
      given: "whose certificates are gone",
      header: { ca: "/no/such/ca.pem" },
      want: { code: 2, says: /--ca \/no\/such\/ca\.pem cannot be used \(there is no such file\)/ },
    },
    {
      given: "of a run on another machine, which may be under way",
      header: { host: "elsewhere" },
      want: { code: 0, says: /still running \(process \d+\), so it is left alone/ },
    },
  ])("$given", async ({ env, want, ...written }) => {
    const trial = await openTrial("pulumi");
    const { isThere, isWritten } = await leaveBehind(trial, written);
    const { code, stdout, stderr } = await trial.cleanup([], env);
    expect(stdout).toMatch(want.says);
    expect(stdout).not.toContain("fake-token-of-nobody");
    expect({ code, stderr, isThere: isThere(), isWritten: isWritten() }).toEqual({
      code: want.code,
      stderr: "",
      isThere: true,
      isWritten: true,
    });
  });
});

test("one ledger that is of no use does not keep the others from their end", async () => {
  const trial = await openTrial("pulumi");
  const { id, isThere } = await leaveBehind(trial);
  await mkdir(join(trial.scratch.state, "poolproof-afold-pulumi.jsonl"));
  await writeFile(join(trial.scratch.state, "poolproof-blank-pulumi.jsonl"), "");
  const { code, stdout, stderr } = await trial.cleanup();
  expect({ code, stderr, isThere: isThere() }).toEqual({ code: 2, stderr: "", isThere: false });
  expect(stdout).toContain(`removed      ${id}`);
  expect(stdout.match(/is no ledger of this version/g)).toHaveLength(2);
  expect((await readdir(trial.scratch.state)).sort()).toEqual([
    "poolproof-afold-pulumi.jsonl",
    "poolproof-blank-pulumi.jsonl",
  ]);
});

test("what cannot be removed is named, stays written down, and goes once the server lets it", async () => {
  const trial = await openTrial("pulumi", {
    meddle: async ({ method }, answer) =>
      method === "DELETE" ? Response.json({ code: 500, message: "no" }, { status: 500 }) : answer(),
  });
  const { id, isThere, isWritten } = await leaveBehind(trial);
  const { code, stdout } = await trial.cleanup();
  expect(stdout).toContain(`left behind  ${id} (deleteAgentPool was answered 500)`);
  expect({ code, isThere: isThere(), isWritten: isWritten() }).toEqual({ code: 1, isThere: true, isWritten: true });
  trial.server.meddleWith(async (_, answer) => answer());
  expect(await trial.cleanup()).toMatchObject({ code: 0 });
  expect(isThere()).toBe(false);
});

test("what is gone already is no trouble", async () => {
  const trial = await openTrial("pulumi");
  const { id } = await leaveBehind(trial);
  trial.server.store.pools.delete(id);
  const { code, stdout } = await trial.cleanup();
  expect({ code, files: await trial.scratch.files() }).toEqual({ code: 0, files: [] });
  expect(stdout).toContain("nothing of it is there any more");
});

test("a run that is under way is left to itself", async () => {
  const trial = await openTrial("pulumi");
  const { server, scratch } = trial;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const created = new Promise<void>((resolve) => {
    server.meddleWith(async (_, answer) => {
      if (!server.changes.some((change) => change.startsWith("+"))) return answer();
      resolve();
      await released;
      return answer();
    });
  });
  const { outcome } = trial.startRun(["--only", "pulumi/deleteAgentPool/answers-as-documented"]);
  await created;
  const [asked, ledgers] = [server.asked.length, scratch.ledgers()];
  expect(await trial.cleanup()).toMatchObject({ code: 0, stdout: expect.stringContaining("still running") });
  expect(server.asked).toHaveLength(asked);
  expect(scratch.ledgers()).toEqual(ledgers);
  release();
  expect(await outcome).toMatchObject({ code: 0 });
  expect(await scratch.files()).toEqual([]);
});

test("a folder for ledgers that is none is told in a line", async () => {
  const trial = await openTrial("pulumi");
  const file = join(trial.scratch.work, "a-file");
  await writeFile(file, "");
  const { code, stdout, stderr } = await trial.cleanup([], { POOLPROOF_STATE: file });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^poolproof: The folder \S+ cannot be read \(ENOTDIR\): name with POOLPROOF_STATE .*\n$/);
});
