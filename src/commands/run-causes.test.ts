import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { specimens } from "../../conformance/proof/specimens.ts";
import type { ReportDocument } from "../../conformance/results/report.ts";
import { poolproof } from "../packed/command.ts";
import { serveTestTarget } from "./test-target.ts";

/** Runs the command against a server of AgentsMesh with one fault. Answers what it printed and its reports. */
async function runAgainst(mutant: string, only: string) {
  const alteration = specimens.agentsmesh.mutants.find(({ id }) => id === mutant)?.alteration;
  if (!alteration) throw new Error(`there is no mutant ${mutant}`);
  const target = await serveTestTarget("agentsmesh", { alteration });
  const folder = await mkdtemp(join(tmpdir(), "poolproof-causes-"));
  onTestFinished(async () => {
    await target.close();
    await rm(folder, { recursive: true });
  });
  const reports = ["html", "markdown", "json"].flatMap((format) => ["--report", `${format}=${format}`]);
  const { code, stdout } = await poolproof([...target.words, "--only", only, "--concurrency", "8", ...reports], {
    env: { ...target.env, POOLPROOF_STATE: folder },
    cwd: folder,
  });
  const [html = "", markdown = "", json = ""] = await Promise.all(
    ["html", "markdown", "json"].map((format) => readFile(join(folder, format), "utf8")),
  );
  const [report] = (JSON.parse(json) as ReportDocument).runs;
  if (!report) throw new Error("there is no run in the report");
  return { code, stdout, html, markdown, report };
}

const count = (text: string, part: string) => text.split(part).length - 1;

test("one fault that fails many checks is told in full once, on the console and in the reports", async () => {
  const { code, stdout, html, markdown, report } = await runAgainst(
    "calls-the-key-pod-key",
    "agentsmesh/listRunnerPods/",
  );
  expect(code).toBe(1);
  const { fail } = report.counts;
  expect(fail).toBeGreaterThan(10);
  // What follows from it is not accused on its own.
  const findings = report.checks.flatMap((check) => check.findings);
  expect([...new Set(findings.map(({ requirement }) => requirement))]).toEqual(["pod.key"]);

  expect(count(stdout, "\n   pod.key (MUST, ")).toBe(1);
  expect(stdout).toContain(`     the same in ${fail - 1} more checks: listRunnerPods/`);
  expect(stdout.match(/^\d+\) fail/gm)).toEqual(["1) fail"]);
  expect(stdout).toContain(`  does not conform: ${fail} of ${report.checks.length} checks failed; 1) tells why\n`);

  expect(count(markdown, "\npod.key (MUST, ")).toBe(1);
  expect(markdown).toContain(`The same fails ${fail - 1} more checks: <code>`);
  expect(count(markdown, ` (and ${fail - 1} more checks)</summary>`)).toBe(1);

  expect(count(html, `<h5>The same fails ${fail - 1} more checks</h5>`)).toBe(1);
  expect(
    count(html, '<p class="also">The same as in <a href="#agentsmesh/listRunnerPods/answers-as-documented">'),
  ).toBe(fail - 1);
});

test("a warning does not stand among the failures where the server conforms", async () => {
  const { code, stdout, html, markdown, report } = await runAgainst("labels-json-as-html", "agentsmesh/listRunners/");
  expect([code, report.conclusion]).toEqual([0, "conforms"]);
  const heading = "Warnings: a SHOULD is not met, which does not keep a server from conforming";
  expect(stdout).toContain(`\n${heading}\n\n1) warn agentsmesh/listRunners/`);
  expect(markdown).toContain(`\n### ${heading}\n`);
  expect(html).toContain("<small>a SHOULD is not met, which does not keep a server from conforming</small>");
  for (const text of [stdout, markdown]) expect(text).not.toContain("Failures\n");
});
