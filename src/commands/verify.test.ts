import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { digestChecks } from "../../conformance/results/digests.ts";
import type { CheckResult, Report, ReportDocument } from "../../conformance/results/report.ts";
import { countVerdicts } from "../../conformance/run/run-report.ts";
import { poolproof } from "../packed/command.ts";
import type { Alteration } from "../reference/alteration.ts";
import { recordRun } from "./record-run.ts";
import { verify } from "./verify.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-verify-"));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
});

const file = () => join(folder, "report.json");

/** What the command says of a document. */
async function verificationOf(document: ReportDocument) {
  await writeFile(file(), JSON.stringify(document));
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const code = await verify(file());
  const stdout = write.mock.calls.map(([text]) => text).join("");
  write.mockRestore();
  return { code, stdout };
}

const sound = {
  code: 0,
  stdout: expect.stringMatching(/^ {2}as reported: (?:conforms|does not conform|incomplete)$/m),
};

describe("a report that was changed", () => {
  const id = "agentsmesh/listRunnerPods/answers-as-documented";
  let original: ReportDocument;
  beforeAll(async () => {
    const fault: Alteration<unknown> = {
      front: (handle) => async (request) => {
        const response = await handle(request);
        const isList = request.method === "GET" && request.url.includes("/pods") && response.ok;
        return isList ? Response.json({ ...(await response.json()), total: "7" }) : response;
      },
    };
    const flags = ["--only", "agentsmesh/listRunnerPods/,agentsmesh/listRunners/"];
    original = await recordRun("agentsmesh", file(), { alteration: fault as Alteration<never>, flags });
  });

  const withRun = (change: (run: Report) => Partial<Report>): ReportDocument => ({
    ...original,
    runs: original.runs.map((run) => ({ ...run, ...change(run) })),
  });

  const withCheck = (change: (check: CheckResult) => Partial<CheckResult>): ReportDocument =>
    withRun(({ checks }) => ({
      checks: checks.map((check) => (check.id === id ? { ...check, ...change(check) } : check)),
    }));

  /** As somebody would do it who wants it to look right: counts, conclusions and digest follow. */
  function tidied(document: ReportDocument): ReportDocument {
    const runs = document.runs.map((run) => ({
      ...run,
      counts: countVerdicts(run.checks),
      digests: { ...run.digests, checks: digestChecks(run.checks) },
    }));
    return { ...document, runs };
  }

  const answered = (text: string, status = 200) =>
    withCheck(({ exchanges = [] }) => ({
      exchanges: exchanges.map((exchange) =>
        exchange.response && exchange.role === "judge"
          ? { ...exchange, response: { ...exchange.response, status, text } }
          : exchange,
      ),
    }));

  test("is wrong only then", async () => {
    expect(original.conclusion).toBe("does not conform");
    expect(await verificationOf(original)).toMatchObject(sound);
    expect(await verificationOf(tidied(original))).toMatchObject(sound);
  });

  test.each<{ change: string; make: () => ReportDocument; says: RegExp }>([
    {
      change: "a verdict",
      make: () => withCheck(() => ({ verdict: "pass" })),
      says: new RegExp(`wrong: ${id} is fail`),
    },
    {
      change: "a verdict, with counts and digest to match",
      make: () => tidied(withCheck(() => ({ verdict: "pass" }))),
      says: new RegExp(`wrong: ${id} is fail by its exchanges, and pass is reported`),
    },
    {
      change: "a finding that was taken out",
      make: () => tidied(withCheck(({ findings }) => ({ findings: findings.slice(1) }))),
      says: new RegExp(`wrong: ${id} has other findings`),
    },
    {
      change: "a finding that was reworded",
      make: () =>
        tidied(withCheck(({ findings }) => ({ findings: findings.map((each) => ({ ...each, got: "nothing" })) }))),
      says: new RegExp(`wrong: ${id} has other findings`),
    },
    {
      change: "a body",
      make: () => tidied(answered('{"pods":[],"total":0}')),
      says: new RegExp(`wrong: ${id} (?:is|has) `),
    },
    { change: "a status", make: () => tidied(answered("{}", 500)), says: new RegExp(`wrong: ${id} (?:is|has) `) },
    {
      change: "what decides nothing",
      make: () => withCheck(() => ({ title: "do something else" })),
      says: /wrong: the checks are not those whose digest is given/,
    },
    {
      change: "a check that was taken out",
      make: () => withRun(({ checks }) => ({ checks: checks.slice(1) })),
      says: /wrong: the checks are not those whose digest is given/,
    },
    {
      change: "a count",
      make: () => withRun(({ counts }) => ({ counts: { ...counts, fail: 0 } })),
      says: /wrong: \d+ checks are fail, and it says otherwise/,
    },
    {
      change: "the conclusion",
      make: () => withRun(() => ({ conclusion: "conforms" })),
      says: /wrong: the conclusion is "conforms", and "does not conform" follows from the verdicts/,
    },
    {
      change: "the digest",
      make: () => withRun(({ digests }) => ({ digests: { ...digests, checks: "0".repeat(64) } })),
      says: /wrong: the checks are not those whose digest is given/,
    },
  ])("is wrong: $change", async ({ make, says }) => {
    const { code, stdout } = await verificationOf(make());
    expect(code).toBe(1);
    expect(stdout).toMatch(says);
    expect(stdout).not.toContain("as reported");
  });

  test.each<{ change: string; further: Partial<ReportDocument> }>([
    { change: "the conclusion of the whole", further: { conclusion: "conforms" } },
    { change: "whether it has passed", further: { passed: true } },
  ])("is wrong as a whole: $change", async ({ further }) => {
    const { code, stdout } = await verificationOf({ ...original, ...further });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^wrong: the whole is said to be /m);
  });

  test.each<{ given: string; make: () => ReportDocument; says: RegExp }>([
    {
      given: "of other checks",
      make: () => withRun(({ digests }) => ({ digests: { ...digests, suite: "0".repeat(64) } })),
      says: /not verified: it was judged by Poolproof \S+ with another spec or other checks/,
    },
    {
      given: "by another spec",
      make: () => withRun(({ digests }) => ({ digests: { ...digests, spec: "0".repeat(64) } })),
      says: /not verified: it was judged by Poolproof \S+ with another spec or other checks/,
    },
    {
      given: "without exchanges",
      make: () =>
        tidied(withRun(({ checks }) => ({ checks: checks.map(({ exchanges: _, ids: __, ...check }) => check) }))),
      says: /not verified: it holds no exchanges: write it with --report json=FILE/,
    },
    {
      given: "with an exchange too few",
      make: () => tidied(withCheck(({ exchanges = [] }) => ({ exchanges: exchanges.slice(1) }))),
      says: new RegExp(`not verified: ${id}: `),
    },
  ])("cannot be verified: one $given", async ({ make, says }) => {
    const { code, stdout } = await verificationOf(make());
    expect(code).toBe(2);
    expect(stdout).toMatch(says);
    expect(stdout).not.toContain("as reported");
  });

  test("is found out by the command itself", async () => {
    await writeFile(file(), JSON.stringify(withCheck(() => ({ verdict: "pass" }))));
    const { code, stdout, stderr } = await poolproof(["verify", file()]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain(`  wrong: ${id} is fail by its exchanges, and pass is reported\n`);
  });
});
