import { describe, expect, test } from "vitest";
import { createCoverage } from "../coverage/coverage.ts";
import { resultOf } from "../kit/outcome.ts";
import type { Target } from "../kit/target.ts";
import type { Verdict } from "../kit/verdict.ts";
import { digestChecks } from "../results/digests.ts";
import { createSmallSuite, smallCheck, smallTarget } from "../self/small-suite.ts";
import { countVerdicts, type RunFacts, reportOf } from "./run-report.ts";

const checks = ["a", "b", "c"].map((name) => smallCheck({ id: `pulumi/listBoxes/${name}` }));
const suite = createSmallSuite({ checks });

function reportFor(verdicts: readonly Verdict[], facts: Partial<RunFacts> = {}, target: Partial<Target> = {}) {
  const results = verdicts.flatMap((verdict, index) => {
    const check = checks[index];
    return check ? [resultOf(check, verdict, "")] : [];
  });
  return reportOf({
    options: { suite, target: smallTarget(target), wanted: checks },
    startedAt: new Date("2026-11-24T09:30:00Z"),
    results,
    waivers: [],
    coverage: createCoverage(suite.contract),
    namePrefix: "poolproof-k3v9x-",
    durationMs: 5,
    observations: [],
    drift: [],
    leftovers: [],
    requests: 7,
    ...facts,
  });
}

describe("the conclusion", () => {
  test.each<{ given: Verdict[]; want: string }>([
    { given: ["pass", "pass", "pass"], want: "conforms" },
    { given: ["pass", "pass"], want: "incomplete" },
    { given: ["pass", "fail"], want: "does not conform" },
    { given: ["pass", "error"], want: "error" },
    { given: [], want: "incomplete" },
  ])("of $given of three checks is $want", ({ given, want }) => {
    expect(reportFor(given)).toMatchObject({ conclusion: want, notRun: 3 - given.length });
  });
});

test("puts the checks into the order of the suite, whichever ended first", () => {
  const results = [2, 0, 1].flatMap((index) => (checks[index] ? [resultOf(checks[index], "pass", "")] : []));
  const report = reportFor([], { results });
  expect(report.checks.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
  expect(report.digests.checks).toBe(digestChecks(report.checks));
});

test("counts every verdict, also those that no check came to", () => {
  expect(countVerdicts(reportFor(["pass", "fail", "pass"]).checks)).toEqual({
    pass: 2,
    fail: 1,
    warn: 0,
    waived: 0,
    skipped: 0,
    unverified: 0,
    inconclusive: 0,
    error: 0,
  });
});

test("says which tokens there were, and none of them", () => {
  const report = reportFor(["pass"], {}, { token: "fake-token-1", otherToken: "fake-token-2" });
  expect(report.target.tokens).toEqual(["other"]);
  expect(JSON.stringify(report)).not.toMatch(/fake-token/);
});

test("holds nothing of a token that a member was named after and that was cut off", () => {
  const token = `fake-token-${"x".repeat(300)}`;
  const found = `not ${token}`.slice(0, 200);
  const drift = [{ operation: "listBoxes", kind: "undocumented", at: "", found, count: 1 }] as const;
  expect(reportFor(["pass"], { drift }, { token }).drift[0]?.found).toBe("not $POOLPROOF_TOKEN");
});

test("holds no token that stands in an address, a name or a member of an answer", () => {
  const token = "fake-token/1";
  const report = reportFor(
    ["pass"],
    { drift: [{ operation: "listBoxes", kind: "undocumented", at: "", found: token, count: 1 }] },
    {
      token,
      baseUrl: `http://boxes.test/${encodeURIComponent(token)}/api`,
      data: { organization: token },
      fixtures: { busyAgent: ["agent-1", token] },
    },
  );
  expect(report).toMatchObject({
    target: {
      url: "http://boxes.test/$POOLPROOF_TOKEN/api",
      data: { organization: "$POOLPROOF_TOKEN" },
      fixtures: { busyAgent: ["agent-1", "$POOLPROOF_TOKEN"] },
    },
    drift: [{ found: "$POOLPROOF_TOKEN" }],
  });
});
