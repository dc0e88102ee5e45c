import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportDocument } from "../../conformance/results/report.ts";
import { type CommandOutcome, poolproof } from "../packed/command.ts";
import { serveTestTarget, type TestTarget } from "./test-target.ts";

describe("a run with a token that nobody has and a fixture that names nothing", () => {
  let folder: string;
  let target: TestTarget;
  let outcome: CommandOutcome;
  let document: ReportDocument;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "poolproof-wrong-"));
    target = await serveTestTarget("agentsmesh");
    const json = join(folder, "report.json");
    const words = ["run", "agentsmesh", "--url", target.url, "--fixture", "runner=999", "--report", `json=${json}`];
    const env = {
      POOLPROOF_TOKEN: target.env.POOLPROOF_TOKEN ?? "",
      POOLPROOF_OTHER_TOKEN: "fake-token-of-nobody",
      POOLPROOF_STATE: join(folder, "state"),
    };
    outcome = await poolproof([...words, "--concurrency", "8"], { env, cwd: folder });
    document = JSON.parse(await readFile(json, "utf8"));
  });
  afterAll(async () => {
    await target.close();
    await rm(folder, { recursive: true });
  });

  test("accuses a sound server of nothing, and is incomplete", () => {
    expect(outcome.code).toBe(3);
    expect(document.runs[0]?.counts).toMatchObject({ fail: 0, warn: 0, error: 0 });
  });

  test("tells what was set wrongly", () => {
    expect(outcome.stdout).toContain("the fixture runner=999 names nothing on this server (GET ");
    expect(outcome.stdout).toContain("the token in POOLPROOF_OTHER_TOKEN cannot be told from a made-up one: GET ");
    expect(outcome.stdout).not.toContain("fake-token-of-nobody");
  });

  test("names once all that would decide more, and how many checks", () => {
    const wants = document.runs[0]?.wants?.map(({ name, remedy }) => [name, remedy]);
    expect(Object.fromEntries(wants ?? [])).toEqual({
      runner: "--fixture runner=ID",
      otherToken: "POOLPROOF_OTHER_TOKEN",
      limitedToken: "POOLPROOF_LIMITED_TOKEN",
      foreignRunner: "--fixture foreignRunner=ID",
      unavailableRunner: "--fixture unavailableRunner=ID",
    });
    expect(outcome.stdout).toMatch(/^ {2}to decide more: --fixture runner=ID: \d+ checks could be decided$/m);
    expect(outcome.stdout.match(/POOLPROOF_LIMITED_TOKEN/g)).toHaveLength(1);
  });
});
