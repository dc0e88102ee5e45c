import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Verdict } from "../../conformance/kit/verdict.ts";
import type { CheckResult, Report } from "../../conformance/results/report.ts";
import { jsonReport } from "../report/json.ts";
import { checkOf } from "../report/sample-checks.ts";
import { sampleDocument } from "../report/sample-document.ts";
import { diff } from "./diff.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "poolproof-diff-"));
});
afterAll(() => rm(directory, { recursive: true }));
afterEach(() => void vi.restoreAllMocks());

const [sample, scalr, pulumi] = sampleDocument.runs;
if (!sample || !scalr || !pulumi) throw new Error("the sample document has too few runs");

const runWith = (checks: readonly CheckResult[], further: Partial<Report> = {}): Report => {
  return { ...sample, notRun: 0, checks, ...further };
};

async function filed(name: string, ...runs: readonly Report[]): Promise<string> {
  const file = join(directory, name);
  await writeFile(file, jsonReport({ ...sampleDocument, runs }));
  return file;
}

/** Runs the command and tells what it printed. */
async function diffOf(before: readonly Report[], after: readonly Report[], flags: { readonly json?: boolean } = {}) {
  const files = [await filed("old.json", ...before), await filed("new.json", ...after)] as const;
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const code = await diff(...files, flags);
  return { code, stdout: write.mock.calls.map(([text]) => text).join("") };
}

const check = (verdict: Verdict, further: Partial<CheckResult> = {}) =>
  checkOf({ id: "terraform/showAgent/a", verdict, reason: verdict === "pass" ? "" : "something differs", ...further });

describe("the exit code", () => {
  test.each<{ before: CheckResult; after: CheckResult; want: number }>([
    { before: check("pass"), after: check("pass"), want: 0 },
    { before: check("fail"), after: check("fail"), want: 0 },
    { before: check("fail"), after: check("pass"), want: 0 },
    { before: check("unverified"), after: check("pass"), want: 0 },
    { before: check("pass"), after: check("warn"), want: 0 },
    { before: check("pass"), after: check("fail"), want: 1 },
    { before: check("unverified"), after: check("fail"), want: 1 },
    { before: check("waived"), after: check("fail"), want: 1 },
    { before: check("pass"), after: check("unverified"), want: 3 },
    { before: check("fail"), after: check("unverified"), want: 3 },
    { before: check("pass", { level: "SHOULD" }), after: check("unverified", { level: "SHOULD" }), want: 0 },
  ])("is $want if $before.verdict becomes $after.verdict ($after.level)", async ({ before, after, want }) => {
    expect((await diffOf([runWith([before])], [runWith([after])])).code).toBe(want);
  });

  test("is 1 if something fails beside what is no longer decided", async () => {
    const other = (verdict: Verdict) => check(verdict, { id: "terraform/showAgent/b" });
    const { code } = await diffOf(
      [runWith([check("pass"), other("pass")])],
      [runWith([check("unverified"), other("fail")])],
    );
    expect(code).toBe(1);
  });

  test("is 3 if a whole run is missing, and 0 if one came to it", async () => {
    const [one, other] = [runWith([check("pass")]), scalr];
    expect((await diffOf([one, other], [one])).code).toBe(3);
    expect((await diffOf([one], [one, other])).code).toBe(0);
  });

  test("is 0 if checks are missing that the new run was told to leave out", async () => {
    const before = runWith([check("pass"), check("pass", { id: "terraform/listAgents/b" })]);
    const after = runWith([check("pass")], { only: ["terraform/showAgent/"] });
    const { code, stdout } = await diffOf([before], [after]);
    expect(code).toBe(0);
    expect(stdout).toContain("1 check of the old report was left out of the new run");
  });
});

test("tells what changed, the worst first", async () => {
  const before = runWith([
    check("fail", { id: "terraform/showAgent/mended" }),
    check("pass", { id: "terraform/showAgent/broken" }),
    check("pass", { id: "terraform/showAgent/lost" }),
    check("warn", { id: "terraform/showAgent/gone" }),
  ]);
  const after = runWith(
    [
      check("pass", { id: "terraform/showAgent/mended" }),
      check("fail", { id: "terraform/showAgent/broken", reason: "status: expected 200, got 500" }),
      check("unverified", { id: "terraform/showAgent/lost", reason: "the list was empty" }),
      check("pass", { id: "terraform/showAgent/new" }),
    ],
    { isStrict: true, drift: sample.drift.slice(1), observations: sample.observations.slice(0, -1) },
  );
  const { stdout } = await diffOf([before], [after]);
  expect(stdout.split("\n")).toEqual([
    "Terraform Cloud",
    "  not the same --strict: no before, yes now",
    "  newly failing      terraform/showAgent/broken  pass → fail: status: expected 200, got 500",
    "  no longer decided  terraform/showAgent/lost  pass → unverified: the list was empty",
    "  fixed              terraform/showAgent/mended  fail → pass",
    "  added              terraform/showAgent/new  not run → pass",
    "  removed            terraform/showAgent/gone  warn → not run: something differs",
    "  drift, gone: showAgent: key is now pod_key in /data/attributes",
    expect.stringMatching(/^ {2}observed, gone: listAgentPools: an empty sort: answered 400 /),
    "",
    "1 newly failing, 1 no longer decided, 1 fixed, 1 added, 1 removed",
    "",
  ]);
});

test("says that nothing changed", async () => {
  const { code, stdout } = await diffOf(sampleDocument.runs, sampleDocument.runs);
  expect(code).toBe(0);
  expect(stdout.match(/ {2}nothing changed/g)).toHaveLength(4);
  expect(stdout).toMatch(/\nNo check changed\.\n$/);
});

test("names runs that are in one report only", async () => {
  const { stdout } = await diffOf([sample, scalr], [sample, pulumi]);
  expect(stdout).toContain("Scalr  https://scalr.example/api/iacp/v3: only in the old report\n");
  expect(stdout).toContain("https://pulumi.example/api: only in the new report\n");
});

test("shows all that newly fails, and the beginning of what is less grave", async () => {
  const many = (verdict: Verdict) =>
    Array.from({ length: 30 }, (_, at) => check(verdict, { id: `terraform/showAgent/${at}` }));
  const failing = await diffOf([runWith(many("pass"))], [runWith(many("fail"))]);
  expect(failing.stdout.match(/newly failing {6}/g)).toHaveLength(30);
  const fixed = await diffOf([runWith(many("fail"))], [runWith(many("pass"))]);
  expect(fixed.stdout.match(/fixed {14}/g)).toHaveLength(20);
  expect(fixed.stdout).toContain("  … and 10 more checks fixed; --json has them all\n");
});

test("makes what a server sent harmless", async () => {
  const evil = check("fail", { reason: "got \u001b[2J\u202e\nfixed  everything" });
  const { stdout } = await diffOf([runWith([check("pass")])], [runWith([evil])]);
  expect(stdout).toContain("got \\u001b[2J\\u202e\\u000afixed  everything");
});

test("gives all of it as JSON", async () => {
  const { code, stdout } = await diffOf([runWith([check("pass")]), scalr], [runWith([check("fail")])], { json: true });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    exitCode: 1,
    comparisons: [
      {
        api: "terraform",
        circumstances: [],
        changes: [
          {
            id: "terraform/showAgent/a",
            level: "MUST",
            kind: "newly failing",
            before: "pass",
            after: "fail",
            reason: "something differs",
          },
        ],
        leftOut: 0,
        drift: { appeared: [], gone: [] },
        observations: { appeared: [], gone: [] },
      },
    ],
    absent: { appeared: [], gone: [{ api: "scalr", url: "https://scalr.example/api/iacp/v3" }] },
  });
});

test("refuses reports of different APIs", async () => {
  await expect(diffOf([scalr], [pulumi])).rejects.toMatchObject({
    name: "UsageError",
    message: expect.stringMatching(/old\.json and .*new\.json have no API in common/),
  });
});
