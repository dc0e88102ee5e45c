import { describe, expect, test } from "vitest";
import type { CheckResult, Report, ReportedFinding } from "../../conformance/results/report.ts";
import { failureLines } from "./failure-lines.ts";
import { createPaint } from "./paint.ts";
import { checkOf } from "./sample-checks.ts";
import { sampleDocument } from "./sample-document.ts";

const [, , , sample] = sampleDocument.runs;

const target: Report["target"] = {
  url: "http://127.0.0.1:8080/api",
  profile: "full",
  without: [],
  data: {},
  fixtures: {},
  authorization: "api-key",
  tokens: [],
};

const finding: ReportedFinding = {
  requirement: "runner.status",
  section: "GET /runners",
  text: "Tells the status of a runner.",
  level: "MUST",
  place: "body",
  pointer: "/runners/0/status",
  expected: "string",
  got: "number 7",
  curl: `curl -i -H "Authorization: Bearer $POOLPROOF_TOKEN" 'http://127.0.0.1:8080/runners'`,
  sent: "GET /runners",
};

function linesOf(checks: readonly CheckResult[], further: Partial<Report> = {}): string[] {
  if (!sample) throw new Error("the sample document has no run");
  const report: Report = { ...sample, target, isStrict: false, checks, ...further };
  return failureLines([report], { paint: createPaint(false), command: "poolproof" });
}

const failing = (findings: readonly ReportedFinding[], given: Partial<CheckResult> = {}) =>
  checkOf({ id: "agentsmesh/listRunners/answers-as-documented", verdict: "fail", reason: "why", findings, ...given });

test("shows everything that is needed to see a failure and to see it again", () => {
  const difference = ['header Authorization: none instead of "Bearer …"'];
  const [check] = [failing([{ ...finding, difference }])];
  expect(linesOf([check])).toEqual([
    "",
    "Failures",
    "",
    "1) fail agentsmesh/listRunners/answers-as-documented",
    "   The server MUST answer a valid listRunners as documented.",
    '   runner.status (MUST, "GET /runners"): Tells the status of a runner.',
    "     sent: GET /runners",
    "       differs from the request that succeeded:",
    '         header Authorization: none instead of "Bearer …"',
    "     body /runners/0/status: expected string, got number 7",
    `     curl -i -H "Authorization: Bearer $POOLPROOF_TOKEN" 'http://127.0.0.1:8080/runners'`,
    "   run it again: poolproof run agentsmesh --url http://127.0.0.1:8080/api --auth api-key --only agentsmesh/listRunners/answers-as-documented",
  ]);
});

test.each([
  { verdict: "fail", isTold: true },
  { verdict: "warn", isTold: true },
  { verdict: "error", isTold: true },
  { verdict: "pass", isTold: false },
  { verdict: "waived", isTold: false },
  { verdict: "skipped", isTold: false },
  { verdict: "unverified", isTold: false },
  { verdict: "inconclusive", isTold: false },
] as const)("tells of $verdict: $isTold", ({ verdict, isTold }) => {
  expect(linesOf([failing([finding], { verdict })]).length > 0).toBe(isTold);
});

test("says SHOULD of a warning", () => {
  expect(linesOf([failing([finding], { verdict: "warn" })])[4]).toMatch(/^ {3}The server SHOULD answer/);
});

test("gives the reason where there is no finding", () => {
  expect(linesOf([failing([], { verdict: "error", reason: "TypeError: \u0007" })])).toContain(
    String.raw`   TypeError: \u0007`,
  );
});

test("leaves out what is not known of a finding", () => {
  const bare: ReportedFinding = { ...finding, requirement: undefined, curl: undefined };
  const { sent: _, ...bareFinding } = bare;
  expect(linesOf([failing([bareFinding])]).slice(5, -1)).toEqual([
    "     body /runners/0/status: expected string, got number 7",
  ]);
});

describe("what is alike", () => {
  test("is told once for many items of a list", () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...finding, pointer: `/runners/${index}/status` }));
    const told = linesOf([failing(many)]).filter((line) => line.includes("expected string"));
    expect(told).toEqual(["     body /runners/0/status: expected string, got number 7  (30 times)"]);
  });

  test("is told in full once for several checks, which are named there", () => {
    const same = { ...finding, got: "number 8" };
    const others = ["listRunners/b", "getRunner/c"].map((name) =>
      failing([same], { id: `agentsmesh/${name}`, operation: name.split("/")[0] ?? "" }),
    );
    const told = linesOf([failing([finding]), ...others]).slice(7);
    expect(told).toEqual([
      "     body /runners/0/status: expected string, got number 7",
      "     the same in 2 more checks: listRunners/b; getRunner/c",
      expect.stringMatching(/^ {5}curl /),
      expect.stringMatching(/^ {3}run it again: /),
    ]);
  });

  test("is referred to by a check that found something else too", () => {
    const other = failing(
      [
        { ...finding, got: "number 8" },
        { ...finding, pointer: "/runners/0/name" },
      ],
      {
        id: "agentsmesh/listRunners/b",
      },
    );
    expect(linesOf([failing([finding]), other]).slice(11)).toEqual([
      "",
      "2) fail agentsmesh/listRunners/b",
      "   The server MUST answer a valid listRunners as documented.",
      "     body /runners/0/status: expected string, got number 8  as in 1)",
      "     body /runners/0/name: expected string, got number 7",
      expect.stringMatching(/^ {3}run it again: /),
    ]);
  });
});

test("repeats neither requirement nor request nor command of the finding before", () => {
  const told = linesOf([failing([finding, { ...finding, pointer: "/runners/0/name" }])]);
  expect(told.filter((line) => line.includes("runner.status (MUST"))).toHaveLength(1);
  expect(told.filter((line) => line.includes("sent: GET /runners"))).toHaveLength(1);
  expect(told.filter((line) => line.includes("curl -i"))).toHaveLength(1);
});

test("tells of a wrong status what was sent, also where the cause is told elsewhere", () => {
  const refusal = { ...finding, place: "status", pointer: "", expected: "a refusal (4xx)", got: "200" } as const;
  const other = failing([{ ...refusal, sent: "GET /runners?limit=x" }, finding], { id: "agentsmesh/listRunners/b" });
  expect(linesOf([failing([refusal]), other])).toContain("     sent: GET /runners?limit=x");
});

test("names no more checks of one cause than can be read", () => {
  const checks = Array.from({ length: 20 }, (_, index) =>
    failing([finding], { id: `agentsmesh/listRunners/c${index}` }),
  );
  const names = Array.from({ length: 12 }, (_, index) => `c${index + 1}`).join(", ");
  expect(linesOf(checks)).toContain(`     the same in 19 more checks: listRunners/${names} and 7 more`);
});

describe("the line that runs a check again", () => {
  const two = [failing([finding]), failing([{ ...finding, pointer: "/name" }], { id: "agentsmesh/listRunners/b" })];
  const again = (further: Partial<Report>) =>
    linesOf(two, further).flatMap((line) => /^ {3}run it again: (.*)/.exec(line)?.[1] ?? []);

  test("is told once in full, and after that by what differs, where it is long", () => {
    const fixtures = { runner: ["r".repeat(80)] };
    expect(again({ target: { ...target, fixtures } })).toEqual([
      expect.stringMatching(
        /^poolproof run agentsmesh --url .* --only agentsmesh\/listRunners\/answers-as-documented$/,
      ),
      "as in 1), but with --only agentsmesh/listRunners/b",
    ]);
  });

  test("is told in full each time where it is short", () => {
    expect(again({ target: { ...target, name: "staging" } })).toEqual([
      "poolproof run agentsmesh --target staging --only agentsmesh/listRunners/answers-as-documented",
      "poolproof run agentsmesh --target staging --only agentsmesh/listRunners/b",
    ]);
  });
});

test("shows no more findings and differences than can be read, and says how many more there are", () => {
  const difference = Array.from({ length: 9 }, (_, index) => `difference ${index}`);
  const many = Array.from({ length: 20 }, (_, index) => ({ ...finding, pointer: `/member${index}x`, difference }));
  const told = linesOf([failing(many)]);
  expect(told.filter((line) => line.includes("expected string"))).toHaveLength(8);
  expect(told).toContain("   … and 12 more findings; --report json=FILE has them all");
  expect(told.filter((line) => line.includes("… and 4 more differences"))).toHaveLength(8);
});

test("numbers the failures of several runs through", () => {
  if (!sample) throw new Error("the sample document has no run");
  const runs = [1, 2].map(() => ({ ...sample, target, checks: [failing([finding])] }));
  const options = { paint: createPaint(false), command: "npm run poolproof --" };
  const told = failureLines(runs, options);
  expect(told.filter((line) => /^\d\)/.test(line)).map((line) => line.slice(0, 2))).toEqual(["1)", "2)"]);
  expect(told.at(-1)).toMatch(/^ {3}run it again: npm run poolproof -- run agentsmesh --url/);
});
