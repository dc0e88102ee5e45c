import { conclude } from "../../conformance/kit/verdict.ts";
import { digestBundle, digestChecks, digestSuite } from "../../conformance/results/digests.ts";
import type { CheckResult, Report } from "../../conformance/results/report.ts";
import { applyWaivers } from "../../conformance/results/waiver.ts";
import { type Replayed, replay } from "../../conformance/run/replay.ts";
import { countVerdicts } from "../../conformance/run/run-report.ts";
import { selectChecks } from "../../conformance/run/selection.ts";
import { loadSuite } from "../../conformance/suites.ts";
import packageJson from "../../package.json" with { type: "json" };
import { countOf } from "../report/count-of.ts";
import { documentOf } from "../report/document.ts";
import { printable } from "../report/printable.ts";
import { readReport } from "../report/read-report.ts";

/** What is wrong with a report, or why nothing can be said of it. */
interface Verification {
  readonly faults: readonly string[];
  /** What could not be verified; the rest was. */
  readonly open: readonly string[];
  readonly judged: number;
}

/**
 * `poolproof verify`: judges the recorded exchanges again and compares. Answers the exit code: 0 if the report is right,
 * 1 if it is not, 2 if that cannot be found out.
 */
export async function verify(file: string): Promise<number> {
  const document = await readReport(file);
  let code = 0;
  for (const report of document.runs) {
    const { faults, open, judged } = await verifyRun(report, document.poolproof);
    const exchanges = report.checks.reduce((sum, check) => sum + (check.exchanges?.length ?? 0), 0);
    print(`${report.api}  ${printable(report.target.url)}  ${report.startedAt}`);
    print(
      `  ${judged} of ${countOf(report.checks.length, "check")} judged again, from ${countOf(exchanges, "exchange")}`,
    );
    for (const line of faults) print(`  wrong: ${printable(line)}`);
    for (const line of open) print(`  not verified: ${printable(line)}`);
    if (faults.length > 0) code = 1;
    else if (open.length > 0) code = Math.max(code, code === 1 ? 1 : 2);
    else print(`  as reported: ${report.conclusion}`);
  }
  const { conclusion, passed } = documentOf(document.runs);
  if (conclusion !== document.conclusion || passed !== document.passed) {
    const describe = (word: string, hasPassed: boolean) => `"${word}" and ${hasPassed ? "passed" : "not passed"}`;
    const [said, is] = [describe(document.conclusion, document.passed), describe(conclusion, passed)];
    print(`wrong: the whole is said to be ${said}, and is ${is}`);
    code = 1;
  }
  return code;
}

async function verifyRun(report: Report, version: string): Promise<Verification> {
  const { checks, digests } = report;
  const suite = await loadSuite(report.api);
  const changed = digestChecks(checks) === digests.checks ? [] : ["the checks are not those whose digest is given"];
  const summary = summaryFaults(report);
  const isOtherSuite =
    digests.spec !== digestBundle(suite.contract.bundle) || digests.suite !== digestSuite(suite.checks);
  if (isOtherSuite) {
    const line = `it was judged by Poolproof ${version} with another spec or other checks than those of this ${packageJson.version}: verify it with that version`;
    return { faults: [...changed, ...summary], open: [line], judged: 0 };
  }
  if (!checks.some(({ exchanges }) => exchanges !== undefined)) {
    const line = "it holds no exchanges: write it with --report json=FILE";
    return { faults: [...changed, ...summary], open: [line], judged: 0 };
  }
  const missing = selectChecks(suite.checks, report).length - checks.length;
  if (missing !== report.notRun)
    summary.push(
      `${countOf(missing, "check of the suite is", "checks of the suite are")} not in it, and it tells of ${report.notRun}`,
    );
  const replayed = await replay(suite, report);
  const found = replayed.map((each) => compare(each, report));
  const faults = found.flatMap(({ fault = [] }) => fault);
  const open = found.flatMap(({ trouble = [] }) => trouble);
  return { faults: [...changed, ...summary, ...faults], open, judged: checks.length - open.length };
}

/** Counts and conclusion follow from the verdicts. */
function summaryFaults({ checks, counts, conclusion, isStrict, notRun }: Report): string[] {
  const recounted = countVerdicts(checks);
  const miscounted = Object.entries(recounted).filter(
    ([verdict, count]) => counts[verdict as keyof typeof counts] !== count,
  );
  const concluded = conclude(checks, isStrict);
  const expected = notRun > 0 && concluded === "conforms" ? "incomplete" : concluded;
  return [
    ...miscounted.map(
      ([verdict, count]) => `${countOf(count, "check is", "checks are")} ${verdict}, and it says otherwise`,
    ),
    ...(conclusion === expected
      ? []
      : [`the conclusion is "${conclusion}", and "${expected}" follows from the verdicts`]),
  ];
}

function compare({ id, result, trouble }: Replayed, report: Report): { fault?: string; trouble?: string } {
  const recorded = report.checks.find((check) => check.id === id);
  if (!result || !recorded) return { trouble: `${id}: ${trouble}` };
  const today = report.startedAt.slice(0, 10);
  const [waived = result] = applyWaivers([result], report.waivers, { today, isStrict: report.isStrict }).results;
  if (waived.verdict !== recorded.verdict)
    return { fault: `${id} is ${waived.verdict} by its exchanges, and ${recorded.verdict} is reported` };
  if (findingsText(waived) !== findingsText(recorded))
    return { fault: `${id} has other findings by its exchanges than those reported` };
  return {};
}

function findingsText({ findings }: CheckResult): string {
  return JSON.stringify(
    findings.map(({ place, pointer, expected, got, level }) => [place, pointer, expected, got, level]),
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
