import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeViolation } from "../src/contract/finding.ts";
import { checkedOptions } from "./checked-options.ts";
import { preflight } from "./kit/preflight.ts";
import type { Verdict } from "./kit/verdict.ts";
import { realSleep } from "./kit/weather.ts";
import { assertKnownPrefixes } from "./known-prefixes.ts";
import type { CheckResult, Report } from "./results/report.ts";
import { type Run, startRun } from "./run/run.ts";
import { selectChecks } from "./run/selection.ts";
import { type ConformanceOptions, openTarget, runOptionsOf } from "./run-conformance.ts";
import { loadSuite } from "./suites.ts";

export type { ConformanceOptions } from "./run-conformance.ts";

/** As for `runConformance()`, but for what vitest itself decides: order, filters and when to end. */
export interface DescribeOptions extends Omit<ConformanceOptions, "concurrency" | "signal" | "onStart" | "onResult"> {
  /** Time for one check with all its requests, in milliseconds; two minutes unless given. */
  readonly checkTimeoutMs?: number;
}

/**
 * Registers the suite of one API as vitest tests, one a check and named by its id, and a last one that fails if anything
 * was left undecided or left behind, or if a waiver has lapsed. A check without a verdict is shown as skipped, with the reason.
 *
 * vitest shares files out, not tests: to use its `--shard`, write several files, one an API, or each with its own `shard`.
 */
export function describeConformance({ checkTimeoutMs = 120_000, ...given }: DescribeOptions): void {
  const options = checkedOptions(given);
  // Whatever order or repetition the project asks of its own tests: a run is one sequence, and its end comes last.
  const asOneRun = { concurrent: false, shuffle: false, retry: 0, repeats: 0, timeout: checkTimeoutMs };
  describe(options.api, asOneRun, async () => {
    const suite = await loadSuite(options.api);
    const { strict = false } = options;
    let run: Run | undefined;
    let close: (() => Promise<void>) | undefined;
    let report: Promise<Report> | undefined;
    const begun = () => {
      if (run === undefined) throw new Error("the run has not begun");
      return run;
    };
    const finish = () => {
      report ??= begun().finish();
      return report;
    };

    beforeAll(async () => {
      const opened = await openTarget(options);
      close = opened.close;
      await preflight(suite, opened.target, realSleep);
      run = startRun({ ...runOptionsOf(options), suite, target: opened.target });
    }, checkTimeoutMs);
    // Also where vitest was told to run some of the tests: what these have created is removed.
    afterAll(async () => {
      if (run) await finish();
      await close?.();
    }, checkTimeoutMs);

    await assertKnownPrefixes(suite, options.only);
    const checks = selectChecks(suite.checks, options);
    // One by one, since vitest cuts long ids where it puts them into a title itself.
    for (const check of checks) {
      test(check.id, async ({ skip }) => {
        const result = begun().keep(await begun().runCheck(check));
        if (!judged.includes(result.verdict)) skip(`${result.verdict}: ${result.reason}`);
        const accepted: readonly Verdict[] = strict ? ["pass"] : ["pass", "warn"];
        if (!accepted.includes(result.verdict)) expect.fail(explain(result));
      });
    }

    test("leaves nothing undecided and nothing behind", async () => {
      const { conclusion, leftovers, checks, notRun, waivers } = await finish();
      const open = checks.filter(({ verdict }) => verdict === "unverified" || verdict === "inconclusive");
      const undecided = open.map(({ id, verdict, reason }) => `${id}: ${verdict}: ${reason}`);
      if (notRun > 0) undecided.push(`checks that were not run: ${notRun}`);
      const lapsed = waivers.filter(({ state }) => state === "stale" || state === "expired");
      // What failed has been told by the tests before.
      const left = { undecided: conclusion === "incomplete" ? undecided : [], leftovers, lapsed };
      expect(left, remedy).toEqual({ undecided: [], leftovers: [], lapsed: [] });
    });
  });
}

const remedy = '"fixtures" and "without" (POOLPROOF_FIXTURES, POOLPROOF_WITHOUT) say what the target has';

/** Verdicts that say something of the server. */
const judged: readonly Verdict[] = ["pass", "warn", "fail", "error"];

function explain({ title, level, verdict, reason, findings }: CheckResult): string {
  const lines = findings.map((finding) =>
    [
      `${finding.requirement ?? ""} (${finding.level}): ${finding.text ?? ""}`,
      `  ${describeViolation(finding)}`,
      `  ${finding.curl ?? ""}`,
    ].join("\n"),
  );
  return [`${verdict}: The server ${level} ${title}.`, ...(lines.length > 0 ? lines : [reason])].join("\n");
}
