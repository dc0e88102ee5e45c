import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { conclude, type Verdict } from "../../conformance/kit/verdict.ts";
import { digestSuite } from "../../conformance/results/digests.ts";
import type { CheckResult, Report, ReportDocument } from "../../conformance/results/report.ts";
import { countVerdicts } from "../../conformance/run/run-report.ts";
import { isInShard } from "../../conformance/run/shard.ts";
import { loadSuite } from "../../conformance/suites.ts";
import { jsonReport } from "../report/json.ts";
import { readReport } from "../report/read-report.ts";
import { checkOf } from "../report/sample-checks.ts";
import { sampleDocument } from "../report/sample-document.ts";
import { merge } from "./merge.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "poolproof-merge-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(directory, { recursive: true });
});

const suite = await loadSuite("pulumi");

/** What a run of one shard of the suite would have written, with every check that it has. */
function shardOf(index: number, of: number, verdictOf: (id: string) => Verdict = () => "pass"): Report {
  const [sample] = sampleDocument.runs;
  if (!sample) throw new Error("the sample document has no run");
  const own = suite.checks.filter((check) => isInShard(check.id, { index, of }, check));
  const checks: CheckResult[] = own.map(({ id, level }) => checkOf({ id, level, verdict: verdictOf(id) }));
  return {
    ...sample,
    api: "pulumi",
    shard: { index, of },
    checks,
    counts: countVerdicts(checks),
    conclusion: conclude(checks),
    notRun: 0,
    waivers: [],
    digests: { ...sample.digests, suite: digestSuite(suite.checks) },
  };
}

async function filed(name: string, runs: readonly Report[], further: Partial<ReportDocument> = {}): Promise<string> {
  const file = join(directory, name);
  await writeFile(file, jsonReport({ ...sampleDocument, runs, ...further }));
  return file;
}

/** Runs the command and tells what it printed and wrote. */
async function mergeOf(files: readonly string[]) {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const file = join(directory, "merged.json");
  const code = await merge(files, { report: [`json=${file}`] });
  return { code, stdout: write.mock.calls.map(([text]) => text).join(""), document: await readReport(file) };
}

test("makes of all shards the report of the whole suite", async () => {
  const files = [
    await filed("b.json", [shardOf(2, 3)]),
    await filed("c.json", [shardOf(3, 3)]),
    await filed("a.json", [shardOf(1, 3)]),
  ];
  const { code, stdout, document } = await mergeOf(files);
  expect(code).toBe(0);
  expect(document).toMatchObject({ conclusion: "conforms", passed: true, poolproof: sampleDocument.poolproof });
  expect(document.runs.map((run) => run.checks.map(({ id }) => id))).toEqual([suite.checks.map(({ id }) => id)]);
  expect(stdout).toMatch(new RegExp(`^pulumi {2}\\S+: conforms\\n {2}${suite.checks.length} pass; \\d+ requests\\n$`));
});

describe("the exit code", () => {
  test("is 3 while shards are missing, which are named", async () => {
    const { code, stdout, document } = await mergeOf([await filed("a.json", [shardOf(2, 4)])]);
    expect(code).toBe(3);
    expect(stdout).toContain("  missing: shards 1, 3 and 4 of 4; name the report of each run with --shard N/4\n");
    const [run] = document.runs;
    expect((run?.notRun ?? 0) + (run?.checks.length ?? 0)).toBe(suite.checks.length);
  });

  test("is 1 if a check failed in any shard, whatever is missing", async () => {
    const files = [await filed("a.json", [shardOf(2, 4)]), await filed("b.json", [shardOf(1, 4, () => "fail")])];
    const { code } = await mergeOf(files);
    expect(code).toBe(1);
  });

  test("is 1 if a waiver is stale, though the target conforms", async () => {
    const waiver = { id: "pulumi/getAgentPool/", reason: "known", expires: "2027-01-01", checks: [] };
    const parts = [1, 2].map((index) => ({ ...shardOf(index, 2), waivers: [{ ...waiver, state: "idle" as const }] }));
    const { code, stdout, document } = await mergeOf([await filed("a.json", parts)]);
    expect(code).toBe(1);
    expect(stdout).toContain("  stale waiver: pulumi/getAgentPool/\n");
    expect(document).toMatchObject({ conclusion: "conforms", passed: false });
  });
});

test("puts reports of several APIs into one", async () => {
  const { code, document } = await mergeOf([
    await filed("a.json", [shardOf(1, 1)]),
    await filed("b.json", sampleDocument.runs.slice(3)),
  ]);
  expect(code).toBe(0);
  expect(document.runs.map(({ api }) => api)).toEqual(["pulumi", "agentsmesh"]);
});

test("keeps stdout for a report that goes there", async () => {
  const [out, err] = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write").mockReturnValue(true));
  await merge([await filed("a.json", [shardOf(1, 1)])], { report: ["json"] });
  expect(JSON.parse(out?.mock.calls.map(([text]) => text).join("") ?? "")).toMatchObject({ conclusion: "conforms" });
  expect(err?.mock.calls.map(([text]) => text).join("")).toContain("pulumi  ");
});

describe("refuses, and writes nothing:", () => {
  test.each([
    { what: "no place for the report", report: [], want: /say where to, as in --report json=FILE/ },
    { what: "an unknown format", report: ["pdf=x"], want: /no report format "pdf"/ },
  ])("$what", async ({ report, want }) => {
    const files = [await filed("a.json", [shardOf(1, 1)])];
    await expect(merge(files, { report })).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringMatching(want),
    });
  });

  test.each<{ what: string; second: () => Promise<string>; want: RegExp }>([
    {
      what: "another version",
      second: () => filed("b.json", [shardOf(2, 2)], { poolproof: "0.0.9" }),
      want: /0\.1\.0 \(.*a\.json\) and 0\.0\.9 \(.*b\.json\)/,
    },
    {
      what: "another division",
      second: () => filed("b.json", [shardOf(2, 3)]),
      want: /a\.json and .*b\.json differ in the number of shards/,
    },
    {
      what: "a second run",
      second: () => filed("b.json", [{ ...shardOf(1, 2), requests: 1 }]),
      want: /two runs of shard 1\/2/,
    },
    {
      what: "a file that is missing",
      second: async () => join(directory, "b.json"),
      want: /There is no file .*b\.json/,
    },
  ])("$what", async ({ second, want }) => {
    const files = [await filed("a.json", [shardOf(1, 2)]), await second()];
    const target = join(directory, "merged.json");
    await expect(merge(files, { report: [`json=${target}`] })).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringMatching(want),
    });
    await expect(readFile(target)).rejects.toMatchObject({ code: "ENOENT" });
  });
});
