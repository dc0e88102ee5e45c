import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shown } from "../../conformance/proof/alterations.ts";
import type { ReportDocument } from "../../conformance/results/report.ts";
import { poolproof } from "../packed/command.ts";
import { recordRun } from "./record-run.ts";
import { serveTestTarget } from "./test-target.ts";

/* What is done with results by the command as a process: shards put together, reports compared, failures waived. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-results-"));
  await recordRun("agentsmesh", at("sound.json"), {});
  await recordRun("agentsmesh", at("faulty.json"), { alteration: renamingKeys });
});
afterAll(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const read = async (name: string): Promise<ReportDocument> => JSON.parse(await readFile(at(name), "utf8"));
const renamingKeys = shown<unknown>("listRunnerPods", (body) => {
  for (const pod of body.pods ?? []) {
    pod.pod_key = pod.key;
    delete pod.key;
  }
  return body;
});
const failed = "agentsmesh/listRunnerPods/answers-as-documented";

describe("shards", () => {
  test("put together are the whole run", async () => {
    await recordRun("agentsmesh", at("one.json"), { flags: ["--shard", "1/2"] });
    await recordRun("agentsmesh", at("two.json"), { flags: ["--shard", "2/2"] });
    // Of one address, as shards are in earnest; each of these had a server of its own.
    const { runs } = await read("one.json");
    const second = JSON.parse((await readFile(at("two.json"), "utf8")).replaceAll(/127\.0\.0\.1:\d+/g, hostOf(runs)));
    await writeFile(at("two.json"), JSON.stringify(second));
    const outcome = await poolproof(["merge", at("one.json"), at("two.json"), "--report", `json=${at("both.json")}`]);
    expect(outcome).toMatchObject({ code: 0, stdout: expect.stringContaining("conforms") });
    const ids = async (name: string) => (await read(name)).runs.flatMap(({ checks }) => checks.map(({ id }) => id));
    expect(await ids("both.json")).toEqual(await ids("sound.json"));
  });

  test("of which one is missing leave the whole open", async () => {
    const { code, stdout } = await poolproof(["merge", at("one.json"), "--report", `json=${at("half.json")}`]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/2 of 2|shard 2|2\/2/);
  });
});

describe("two reports", () => {
  test("of which the later fails where the earlier did not", async () => {
    const { code, stdout } = await poolproof(["diff", at("sound.json"), at("faulty.json")]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/newly fail/i);
    expect(stdout).toContain(failed);
  });

  test("of which the later mends the earlier", async () => {
    const { code, stdout } = await poolproof(["diff", at("faulty.json"), at("sound.json")]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/fixed/i);
  });

  test("of which one is none", async () => {
    await writeFile(at("other.json"), "[]");
    const { code, stderr } = await poolproof(["diff", at("sound.json"), at("other.json")]);
    expect({ code, lines: stderr.trim().split("\n").length }).toEqual({ code: 2, lines: 1 });
  });
});

describe("a waiver", () => {
  const runWith = async (waiver: string, flags: readonly string[] = []) => {
    const target = await serveTestTarget("agentsmesh", { alteration: renamingKeys });
    await writeFile(at("waivers.yaml"), waiver);
    try {
      const words = [...target.words, "--only", failed, "--waivers", at("waivers.yaml"), ...flags];
      return await poolproof(words, { env: { ...target.env, POOLPROOF_STATE: folder } });
    } finally {
      await target.close();
    }
  };

  test("accepts a failure for its time", async () => {
    const waiver = `- { id: ${failed}, reason: renamed with version 2, expires: 2999-12-31 }`;
    const { code, stdout } = await runWith(waiver, ["--report", `json=${at("waived.json")}`]);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("renamed with version 2") });
    const [run] = (await read("waived.json")).runs;
    expect(run?.checks.map(({ id, verdict }) => ({ id, verdict }))).toContainEqual({ id: failed, verdict: "waived" });
  });

  test("whose time is over accepts nothing", async () => {
    const { code, stdout } = await runWith(`- { id: ${failed}, reason: for a while, expires: 2020-01-31 }`);
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining("expired waiver") });
  });

  test("that nothing needs fails the run, though the server conforms", async () => {
    const target = await serveTestTarget("agentsmesh");
    await writeFile(at("waivers.yaml"), `- { id: ${failed}, reason: was renamed, expires: 2999-12-31 }`);
    const words = [...target.words, "--only", failed, "--waivers", at("waivers.yaml")];
    const { code, stdout } = await poolproof(words, { env: { ...target.env, POOLPROOF_STATE: folder } });
    await target.close();
    expect(code).toBe(1);
    expect(stdout).toContain("stale waiver");
    expect(stdout).toMatch(/^ {2}conforms.*waiver has to be looked at/m);
  });
});

function hostOf(runs: ReportDocument["runs"]): string {
  return new URL(runs[0]?.target.url ?? "").host;
}
