import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ReportDocument } from "../../conformance/results/report.ts";
import { poolproof } from "../packed/command.ts";
import { serveTestTarget, type TestTarget } from "./test-target.ts";

const only = "agentsmesh/listRunners/";

let target: TestTarget;
let folder: string;
beforeAll(async () => {
  target = await serveTestTarget("agentsmesh");
});
afterAll(() => target.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-run-reports-"));
  return () => rm(folder, { recursive: true });
});

function run(...flags: readonly string[]) {
  const words = [...target.words, "--only", only, ...flags];
  return poolproof(words, { env: { ...target.env, POOLPROOF_STATE: join(folder, "state") }, cwd: folder });
}

const isJson = (text: string) => (JSON.parse(text) as ReportDocument).conclusion === "conforms";

test("writes every format at once, each to its file, and says so on stderr", async () => {
  const formats = ["json", "junit", "html", "markdown", "har", "badge"];
  const { code, stdout, stderr } = await run(...formats.flatMap((format) => ["--report", `${format}=r.${format}`]));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ {2}conforms, of what was run$/m);
  expect((await readdir(folder)).filter((name) => name !== "state").toSorted()).toEqual(
    formats.map((format) => `r.${format}`).toSorted(),
  );
  for (const format of formats) {
    expect(stderr).toContain(`${format} report: r.${format}\n`);
    expect((await readFile(join(folder, `r.${format}`), "utf8")).length).toBeGreaterThan(200);
  }
});

describe("to stdout goes nothing but the report:", () => {
  test.each([
    { format: "json", isWhole: isJson },
    { format: "junit", isWhole: (text: string) => /^<\?xml[\s\S]*<\/testsuites>\n$/.test(text) },
    { format: "html", isWhole: (text: string) => /^<!doctype html>[\s\S]*<\/html>\n$/.test(text) },
    { format: "har", isWhole: (text: string) => JSON.parse(text).log.version === "1.2" },
    { format: "badge", isWhole: (text: string) => /^<svg[\s\S]*<\/svg>\n$/.test(text) },
  ])("$format", async ({ format, isWhole }) => {
    const { code, stdout } = await run("--report", format, "--verbose");
    expect(code).toBe(0);
    expect(isWhole(stdout)).toBe(true);
  });

  test("also beside one to a file", async () => {
    const { stdout } = await run("--report", "json", "--report", "junit=r.xml");
    expect(isJson(stdout)).toBe(true);
    expect(await readFile(join(folder, "r.xml"), "utf8")).toMatch(/^<\?xml/);
  });
});

test("a report that was there before is replaced as a whole", async () => {
  await writeFile(join(folder, "r.json"), "x".repeat(1_000_000));
  expect((await run("--report", "json=r.json")).code).toBe(0);
  expect(isJson(await readFile(join(folder, "r.json"), "utf8"))).toBe(true);
});

describe("before anything is sent, and with the old report kept, the command refuses", () => {
  test.each([
    { what: "two reports for one file", reports: ["json=r.json", "html=./r.json"], says: /Two reports would go to/ },
    { what: "two reports for stdout", reports: ["json", "badge"], says: /Two reports would go to stdout/ },
    { what: "a format that there is not", reports: ["pdf=r.json"], says: /There is no report format "pdf"/ },
    { what: "a report without a file", reports: ["json="], says: /names no file/ },
    { what: "a folder", reports: ["json=folder"], says: /folder, which is a folder: name a file in it/ },
    { what: "a folder that there is not", reports: ["json=none/r.json"], says: /\(ENOENT\): name a file in a folder/ },
    { what: "a file in place of a folder", reports: ["json=r.json/r.json"], says: /\(ENOTDIR\): name a file/ },
    {
      what: "one that cannot be written beside one that can",
      reports: ["json=r.json", "html=none/r"],
      says: /\(ENOENT\)/,
    },
  ])("$what", async ({ reports, says }) => {
    await writeFile(join(folder, "r.json"), "old");
    await mkdir(join(folder, "folder"));
    const before = target.asked.length;
    const { code, stdout, stderr } = await run(...reports.flatMap((report) => ["--report", report]));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(target.asked.length).toBe(before);
    expect(await readFile(join(folder, "r.json"), "utf8")).toBe("old");
  });
});
