import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiId, apiIds } from "../src/apis/index.ts";
import { readRunFlags } from "../src/commands/run-options.ts";
import { describeViolation } from "../src/contract/finding.ts";
import { preflight } from "./kit/preflight.ts";
import type { CheckResult } from "./kit/report.ts";
import { type Run, startRun } from "./kit/run.ts";
import { realSleep } from "./kit/weather.ts";
import { openTarget } from "./run-conformance.ts";
import { loadSuite } from "./suites.ts";

/*
 * The suites as vitest tests, against the embedded reference servers or against a target that the environment names:
 * POOLPROOF_API, POOLPROOF_URL, POOLPROOF_TOKEN, POOLPROOF_ORGANIZATION, POOLPROOF_ACCOUNT, POOLPROOF_ENVIRONMENT,
 * POOLPROOF_PROFILE, POOLPROOF_FIXTURES (NAME=ID[,ID…] by spaces), POOLPROOF_WITHOUT, POOLPROOF_ONLY, POOLPROOF_AUTH.
 */
const { env } = process;
const flags = {
  url: env.POOLPROOF_URL,
  organization: env.POOLPROOF_ORGANIZATION,
  account: env.POOLPROOF_ACCOUNT,
  environment: env.POOLPROOF_ENVIRONMENT,
  profile: env.POOLPROOF_PROFILE,
  fixture: env.POOLPROOF_FIXTURES?.split(" ").filter(Boolean),
  without: env.POOLPROOF_WITHOUT,
  only: env.POOLPROOF_ONLY,
  auth: env.POOLPROOF_AUTH,
};
const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value));
const runs = readRunFlags(env.POOLPROOF_API || undefined, given, env);
const suites = new Map(
  await Promise.all(
    apiIds.map(async (id): Promise<[ApiId, Awaited<ReturnType<typeof loadSuite>>]> => [id, await loadSuite(id)]),
  ),
);

describe.each(runs.map((options) => ({ api: options.api, options })))("$api", ({ api, options }) => {
  const suite = suites.get(api);
  if (!suite) throw new Error(`no suite of ${api}`);
  let run: Run;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const opened = await openTarget(options);
    close = opened.close;
    await preflight(suite, opened.target, realSleep);
    run = startRun({ suite, target: opened.target });
  });
  afterAll(() => close?.());

  const checks = suite.checks.filter(({ id }) => !options.only || options.only.some((prefix) => id.startsWith(prefix)));
  test.for(checks.map((check) => ({ id: check.id, check })))("$id", async ({ check }, context) => {
    const result = await run.runCheck(check);
    run.keep(result);
    // What was left open is named by vitest as skipped, and the last test fails for it.
    if (!["pass", "warn", "fail", "error"].includes(result.verdict))
      context.skip(`${result.verdict}: ${result.reason}`);
    expect(isAccepted(result), explain(result)).toBe(true);
  });

  test("leaves nothing undecided and nothing behind", async () => {
    const { conclusion, leftovers, checks } = await run.finish();
    const open = checks.filter(({ verdict }) => verdict === "unverified" || verdict === "inconclusive");
    const reasons = open.map(({ id, reason }) => `${id}: ${reason}`).join("\n");
    const remedy = `POOLPROOF_FIXTURES and POOLPROOF_WITHOUT say what the target has:\n${reasons}`;
    expect({ conclusion, leftovers }, remedy).toEqual({ conclusion: "conforms", leftovers: [] });
  });
});

function isAccepted({ verdict }: CheckResult): boolean {
  return !["fail", "error"].includes(verdict);
}

function explain({ title, level, verdict, reason, findings }: CheckResult): string {
  const lines = findings.map((finding) => {
    const what = describeViolation(finding);
    return [
      `${finding.requirement ?? ""} (${finding.level}): ${finding.text ?? ""}`,
      `  ${what}`,
      `  ${finding.curl ?? ""}`,
    ].join("\n");
  });
  return [`${verdict}: The server ${level} ${title}.`, ...(lines.length > 0 ? lines : [reason])].join("\n");
}
