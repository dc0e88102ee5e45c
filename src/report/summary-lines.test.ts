import { describe, expect, test } from "vitest";
import type { Report } from "../../conformance/results/report.ts";
import { countVerdicts } from "../../conformance/run/run-report.ts";
import { createPaint } from "./paint.ts";
import { checkOf } from "./sample-checks.ts";
import { sampleDocument } from "./sample-document.ts";
import { summaryLines } from "./summary-lines.ts";

const sample = sampleDocument.runs[3];
const id = "agentsmesh/listRunners/answers-as-documented";

const options = { paint: createPaint(false), command: "npx poolproof" };

function linesOf(further: Partial<Report>): string[] {
  if (!sample) throw new Error("the sample document has no run");
  const { checks = sample.checks } = further;
  return summaryLines({ ...sample, counts: countVerdicts(checks), ...further }, options);
}

const observation = { kind: "reading", pointer: "", text: "answered 404", count: 1 } as const;

test("tells in a few lines what came of a run that conforms", () => {
  expect(linesOf({ requests: 3 })).toEqual([
    "",
    "AgentsMesh  http://127.0.0.1:8081/api/v1/ext/orgs/acme  profile full",
    "  1 pass; 3 requests",
    "  answered with success: 0 of 0 operations, with 0 of 0 documented members",
    "  conforms",
  ]);
});

describe("the last line", () => {
  const open = [
    checkOf({ id, verdict: "pass" }),
    checkOf({ id, verdict: "unverified", lacks: "runner" }),
    checkOf({ id, verdict: "inconclusive" }),
  ];
  const failed = checkOf({ id, verdict: "fail", reason: "no" });
  const warned = checkOf({ id, verdict: "warn", reason: "hm" });
  const stale = [{ id, reason: "known", expires: "2027-01-01", state: "stale", checks: [] }] as const;

  test.each<{ given: Partial<Report>; want: string }>([
    { given: { conclusion: "conforms" }, want: "  conforms" },
    { given: { conclusion: "conforms", only: [id] }, want: "  conforms, of what was run" },
    { given: { conclusion: "conforms", shard: { index: 1, of: 2 } }, want: "  conforms, of what was run" },
    { given: { conclusion: "conforms", waivers: stale }, want: "  conforms, but a waiver has to be looked at first" },
    {
      given: { conclusion: "conforms", checks: [warned] },
      want: "  conforms, with 1 warning; 1) tells why",
    },
    {
      given: { conclusion: "does not conform", checks: [failed, ...open] },
      want: "  does not conform: 1 of 4 checks failed; 1) tells why; 2 could not be decided",
    },
    {
      given: {
        conclusion: "does not conform",
        checks: [failed, { ...failed }, { ...failed }, warned],
        isStrict: false,
      },
      want: "  does not conform: 3 of 4 checks failed; 1) to 3) tell why",
    },
    {
      given: { conclusion: "does not conform", checks: [failed, warned], isStrict: true, notRun: 3 },
      want: "  does not conform: 2 of 2 checks failed; 1) and 2) tell why; ended early, with 3 checks not run",
    },
    {
      given: { conclusion: "error", checks: [checkOf({ id, verdict: "error" })] },
      want: "  error: a fault of Poolproof; 1) tells why; please report it",
    },
    { given: { conclusion: "incomplete", notRun: 1 }, want: "  incomplete: ended early, with 1 check not run" },
    { given: { conclusion: "incomplete", notRun: 4 }, want: "  incomplete: ended early, with 4 checks not run" },
    { given: { conclusion: "incomplete", checks: [] }, want: "  incomplete: no check came to a verdict" },
    {
      given: { conclusion: "incomplete", checks: open },
      want: '  incomplete: nothing failed, but 2 checks could not be decided; see "to decide more", and pass --without runner for what it has not',
    },
    {
      given: { conclusion: "incomplete", checks: open.slice(2) },
      want: "  incomplete: nothing failed, but one check could not be decided",
    },
  ])("is $want", ({ given, want }) => {
    expect(linesOf(given).at(-1)).toBe(want);
  });
});

test.each<{ fact: string; given: Partial<Report>; want: string[] }>([
  {
    fact: "how many checks were flaky",
    given: { checks: [checkOf({ id, verdict: "pass", retries: 2 }), checkOf({ id, verdict: "pass" })] },
    want: ["  1 flaky: a rate limit, a gateway or the network was in the way, and the request was sent again"],
  },
  {
    fact: "what was skipped, by reason",
    given: { checks: ["a", "a", "b"].map((reason) => checkOf({ id, verdict: "skipped", reason })) },
    want: ["  2 skipped, as a", "  1 skipped, as b"],
  },
  {
    fact: "nothing of what was skipped for want of something, but what is wanted",
    given: {
      checks: [checkOf({ id, verdict: "skipped", reason: "no key was given", lacks: "otherToken" })],
      wants: [
        { name: "otherToken", remedy: "OTHER_KEY", checks: 4, inPart: 2 },
        { name: "runner", remedy: "--fixture runner=ID", checks: 1, inPart: 0 },
        { name: "unavailableRunner", remedy: "--fixture unavailableRunner=ID", checks: 0, inPart: 1 },
      ],
    },
    want: [
      "  to decide more: OTHER_KEY: 4 checks could be decided, and 2 would see more",
      "                  --fixture runner=ID: 1 check could be decided",
      "                  --fixture unavailableRunner=ID: 1 check would see more",
    ],
  },
  {
    fact: "what drifted, by likeness",
    given: {
      drift: [
        { operation: "getRunner", kind: "renamed", at: "/runner", documented: "key", found: "pod_key", count: 3 },
        { operation: "listRunners", kind: "renamed", at: "/runner", documented: "key", found: "pod_key", count: 3 },
        { operation: "getRunner", kind: "missing", at: "", documented: "links", count: 1 },
        ...["a", "b", "c"].map((operation) => ({
          operation,
          kind: "undocumented" as const,
          at: "",
          found: "x",
          count: 1,
        })),
      ],
    },
    want: [
      "  drift     getRunner, listRunners: documented key missing, undocumented pod_key present in /runner",
      "  drift     getRunner: documented links missing",
      "  undocumented members: x",
    ],
  },
  {
    fact: "what is not documented, but of what the page leaves open only how much there was",
    given: {
      observations: [
        { ...observation, operation: "getRunner", kind: "undocumented-status", count: 2 },
        { ...observation, operation: "listRunners", kind: "undocumented-status" },
        { ...observation, operation: "getRunner", text: "answered 400" },
        { ...observation, operation: "listRunners", text: "answered 400" },
        { ...observation, operation: "listRunners", kind: "unlisted-member", text: "member" },
      ],
    },
    want: [
      "  observed  getRunner, listRunners: answered 404 (3 times)",
      "  1 answer where the page leaves the choice; --report html=FILE lists it",
    ],
  },
  {
    fact: "what became of waivers",
    given: {
      waivers: [
        { id, reason: "known", expires: "2027-01-01", state: "used", checks: [id] },
        { id, reason: "known", expires: "2027-01-01", state: "idle", checks: [] },
        { id, reason: "known", expires: "2027-01-01", state: "stale", checks: [] },
        { id, reason: "known", expires: "2026-01-01", state: "expired", checks: [] },
      ],
    },
    want: [
      `  waived    ${id}: known (until 2027-01-01; 1 check fails)`,
      `  stale waiver  ${id}: nothing that it speaks of fails any more: take it out`,
      `  expired waiver  ${id}: its last day was 2026-01-01: renew it or take it out`,
    ],
  },
  {
    fact: "why it was ended early, and what to do",
    given: { endedEarly: "the 40 requests allowed are used up; --max-requests N allows more" },
    want: ["  ended early: the 40 requests allowed are used up; --max-requests N allows more"],
  },
  {
    fact: "what was left behind",
    given: { leftovers: [{ what: "pool-1", reason: "answered 503" }] },
    want: [
      "  left behind: pool-1 (answered 503)",
      "  npx poolproof cleanup tries again to remove what was left behind",
    ],
  },
])("tells $fact", ({ given, want }) => {
  expect(linesOf(given).slice(4, -1)).toEqual(want);
});

test("of much that was left behind names the first ten, and says how many more there are", () => {
  const leftovers = Array.from({ length: 67 }, (_, number) => ({ what: `pool-${number}`, reason: "answered 503" }));
  expect(linesOf({ leftovers }).slice(4, -1)).toEqual([
    ...leftovers.slice(0, 10).map(({ what }) => `  left behind: ${what} (answered 503)`),
    "  … and 57 more left behind; --report html=FILE or json=FILE names all",
    "  npx poolproof cleanup tries again to remove what was left behind",
  ]);
  expect(linesOf({ leftovers: leftovers.slice(0, 10) }).join()).not.toContain("more left behind");
});

test("shows no more observations than can be read", () => {
  const observations = Array.from({ length: 20 }, (_, number) => ({
    ...observation,
    kind: "undocumented-status" as const,
    operation: "getRunner",
    text: `fact ${number}`,
  }));
  expect(linesOf({ observations }).at(-2)).toBe("  … and 12 more observations; --report html=FILE has them all");
});

test("names no more undocumented members than can be read", () => {
  const drift = Array.from({ length: 20 }, (_, number) => ({
    operation: "getRunner",
    kind: "undocumented" as const,
    at: "",
    found: `m${number}`,
    count: 1,
  }));
  expect(linesOf({ drift }).at(-2)).toMatch(/^ {2}undocumented members: m0, .*, m11 and 8 more$/);
});

test("counts the operations that answered with success, and what these answers had", () => {
  const [rich] = sampleDocument.runs;
  if (!rich) throw new Error("the sample document has no run");
  expect(summaryLines(rich, options)[3]).toBe(
    "  answered with success: 1 of 2 operations, with 2 of 3 documented members",
  );
});

test("says where nothing works at all that this comes first", () => {
  const [rich] = sampleDocument.runs;
  const coverage = rich?.coverage.map((operation) => ({ ...operation, statuses: [] })) ?? [];
  expect(linesOf({ coverage })).toContain(
    "  no operation was answered with success: see first that the server itself works",
  );
});
