import { describe, expect, test } from "vitest";
import { sampleDocument } from "../../src/report/sample-document.ts";
import { conclude } from "../kit/verdict.ts";
import { countVerdicts } from "../run/run-report.ts";
import { digestChecks } from "./digests.ts";
import { mergeReports } from "./merge-reports.ts";
import type { CheckResult, Report } from "./report.ts";

const [sample] = sampleDocument.runs;
if (!sample) throw new Error("the sample document has no run");

const check = (id: string, verdict: CheckResult["verdict"] = "pass"): CheckResult => ({
  id,
  operation: "op",
  title: "do as it says",
  level: "MUST",
  requirements: ["op.row"],
  verdict,
  reason: "",
  findings: [],
});

/** The report of one shard. */
function shardOf(index: number, of: number, checks: readonly CheckResult[], further: Partial<Report> = {}): Report {
  const { only: _, ...base } = sample as Report;
  return {
    ...base,
    shard: { index, of },
    checks,
    counts: countVerdicts(checks),
    conclusion: conclude(checks),
    notRun: 0,
    waivers: [],
    observations: [],
    coverage: [],
    drift: [],
    leftovers: [],
    requests: 10 * index,
    digests: { ...base.digests, checks: digestChecks(checks) },
    ...further,
  };
}

const files = (...reports: readonly Report[]) =>
  reports.map((report, index) => ({ file: `${"abcd"[index]}.json`, report }));
const unknown = () => undefined;

/** The one report that comes of some. */
function mergeOne(reports: readonly Report[], ids?: readonly string[]) {
  const [merged, ...others] = mergeReports(files(...reports), () => ids);
  expect(others).toEqual([]);
  if (!merged) throw new Error("nothing came of it");
  return merged;
}

const first = shardOf(1, 2, [check("t/op/a"), check("t/op/c")]);
const second = shardOf(2, 2, [check("t/op/b"), check("t/op/d", "skipped")]);

test("puts all shards together as one run would have them", () => {
  const { report, missing } = mergeOne([second, first], ["t/op/a", "t/op/b", "t/op/c", "t/op/d"]);
  expect(missing).toEqual([]);
  expect(report.checks.map(({ id }) => id)).toEqual(["t/op/a", "t/op/b", "t/op/c", "t/op/d"]);
  expect(report.counts).toMatchObject({ pass: 3, skipped: 1, fail: 0 });
  expect(report).toMatchObject({ conclusion: "conforms", notRun: 0, requests: 30 });
  expect(report).not.toHaveProperty("shard");
  expect(report.digests.checks).toBe(digestChecks(report.checks));
});

describe("the conclusion", () => {
  const ids = ["t/op/a", "t/op/b", "t/op/c", "t/op/d", "t/op/e"];
  test.each([
    { given: [first], ids, missing: [2], want: "incomplete", notRun: 3 },
    { given: [first], ids: undefined, missing: [2], want: "incomplete", notRun: 1 },
    { given: [second], ids, missing: [1], want: "incomplete", notRun: 3 },
    { given: [first, { ...second, notRun: 1 }], ids, missing: [], want: "incomplete", notRun: 1 },
    { given: [first, { ...second, notRun: 2 }], ids: undefined, missing: [], want: "incomplete", notRun: 2 },
    { given: [shardOf(1, 2, [check("t/op/a", "fail")])], ids, missing: [2], want: "does not conform", notRun: 4 },
    {
      given: [first, shardOf(2, 2, [check("t/op/b", "fail")])],
      ids: undefined,
      missing: [],
      want: "does not conform",
      notRun: 0,
    },
    {
      given: [first, shardOf(2, 2, [check("t/op/b", "unverified")])],
      ids: undefined,
      missing: [],
      want: "incomplete",
      notRun: 0,
    },
    {
      given: [first, shardOf(2, 2, [check("t/op/b", "error")])],
      ids: undefined,
      missing: [],
      want: "error",
      notRun: 0,
    },
    { given: [first, shardOf(2, 2, [])], ids: undefined, missing: [], want: "conforms", notRun: 0 },
    {
      given: [shardOf(3, 4, [check("t/op/a")]), shardOf(1, 4, [])],
      ids: undefined,
      missing: [2, 4],
      want: "incomplete",
      notRun: 2,
    },
  ] as const)(
    "is $want with $notRun checks not run and shards $missing missing",
    ({ given, ids, missing, want, notRun }) => {
      const merged = mergeOne(given, ids);
      expect(merged.missing).toEqual(missing);
      expect(merged.report).toMatchObject({ conclusion: want, notRun });
    },
  );

  test("minds only what the run was limited to", () => {
    const only = { only: ["t/op/"] };
    const merged = mergeOne(
      [
        { ...first, ...only },
        { ...second, ...only },
      ],
      ["t/op/a", "t/op/b", "t/op/c", "t/op/d", "t/other/e"],
    );
    expect(merged.report).toMatchObject({ conclusion: "conforms", notRun: 0, only: ["t/op/"] });
  });

  test("minds warnings where the run was strict", () => {
    const warned = shardOf(2, 2, [check("t/op/b", "warn")], { isStrict: true });
    expect(mergeOne([{ ...first, isStrict: true }, warned]).report.conclusion).toBe("does not conform");
  });
});

test.each([
  { given: [undefined, undefined], want: undefined },
  { given: ["the time was up", undefined], want: "the time was up" },
  { given: ["the time was up", "the time was up"], want: "the time was up" },
  { given: ["the time was up", "the run was interrupted"], want: "the time was up; the run was interrupted" },
])("tells why shards were ended early: $want", ({ given, want }) => {
  const reports = given.map((endedEarly, index) => {
    const { endedEarly: _, ...report } = shardOf(index + 1, 2, [check(`op/${index}`)]);
    return { ...report, ...(endedEarly !== undefined && { endedEarly }) };
  });
  expect(mergeOne(reports).report.endedEarly).toBe(want);
});

test("adds up what was observed, drifted and left behind", () => {
  const observation = { kind: "reading", pointer: "", text: "answered 400", operation: "op", count: 2 } as const;
  const drift = { operation: "op", kind: "missing", at: "", documented: "links", count: 3 } as const;
  const leftover = { what: "apool-1", reason: "answered 503" };
  const { report } = mergeOne([
    { ...first, observations: [observation], drift: [drift], leftovers: [leftover] },
    {
      ...second,
      observations: [
        { ...observation, count: 1 },
        { ...observation, text: "answered 422" },
      ],
      drift: [drift, { ...drift, at: "/data" }],
      leftovers: [leftover, { what: "apool-2", reason: "answered 503" }],
    },
  ]);
  expect(report.observations.map(({ text, count }) => [text, count])).toEqual([
    ["answered 400", 3],
    ["answered 422", 2],
  ]);
  expect(report.drift.map(({ at, count }) => [at, count])).toEqual([
    ["", 6],
    ["/data", 3],
  ]);
  expect(report.leftovers.map(({ what }) => what)).toEqual(["apool-1", "apool-2"]);
});

test("lasts from the first start to the last end, and knows the fixtures of all machines", () => {
  const { report } = mergeOne([
    {
      ...first,
      startedAt: "2026-11-24T09:00:10.000Z",
      durationMs: 5000,
      target: { ...first.target, fixtures: { a: ["1"], b: ["2"] } },
    },
    {
      ...second,
      startedAt: "2026-11-24T09:00:00.000Z",
      durationMs: 8000,
      target: { ...first.target, fixtures: { a: ["3", "1"] } },
    },
  ]);
  expect(report).toMatchObject({ startedAt: "2026-11-24T09:00:00.000Z", durationMs: 15_000 });
  expect(report.target.fixtures).toEqual({ a: ["1", "3"], b: ["2"] });
});

test("keeps reports of several APIs, and of several targets, apart", () => {
  const elsewhere = { ...first, target: { ...first.target, url: "https://other.example" } };
  const merged = mergeReports(files(first, elsewhere, second, ...sampleDocument.runs.slice(1, 2)), unknown);
  expect(merged.map(({ report, missing }) => [report.api, report.target.url, missing])).toEqual([
    ["terraform", first.target.url, []],
    ["terraform", "https://other.example", [2]],
    ["scalr", "https://scalr.example/api/iacp/v3", []],
  ]);
});

test("leaves a run that is whole as it is", () => {
  expect(mergeOne([sample]).report).toEqual(sample);
});

test("counts a report once that is handed over twice", () => {
  expect(mergeOne([first, second, structuredClone(first)]).report.requests).toBe(30);
});

test.each([
  { given: { ...second, digests: { ...second.digests, spec: "7".repeat(64) } }, want: "the digest of the spec" },
  { given: { ...second, digests: { ...second.digests, suite: "7".repeat(64) } }, want: "the digest of the suite" },
  { given: { ...second, shard: { index: 2, of: 3 } }, want: "the number of shards" },
  { given: { ...second, isStrict: true }, want: "--strict" },
  { given: { ...second, only: ["t/"] }, want: "--only" },
  { given: { ...second, target: { ...second.target, profile: "mock" as const } }, want: "the profile" },
  { given: { ...second, target: { ...second.target, data: { organization: "b" } } }, want: "the organization" },
  { given: { ...second, waivers: sample.waivers }, want: "the waivers" },
  { given: { ...first, requests: 11 }, want: "two runs of shard 1/2" },
  { given: shardOf(2, 2, [check("t/op/a", "fail")]), want: "different things of t/op/a" },
])("refuses what does not belong together, and says why: $want", ({ given, want }) => {
  const act = () => mergeReports(files(first, given), unknown);
  expect(act).toThrow(expect.objectContaining({ name: "UsageError", message: expect.stringContaining(want) }));
  expect(act).toThrow(/a\.json and b\.json/);
});

test("takes a check that two shards have alike", () => {
  const { report } = mergeOne([first, shardOf(2, 2, [check("t/op/a"), check("t/op/b")])]);
  expect(report.checks.map(({ id }) => id)).toEqual(["t/op/a", "t/op/c", "t/op/b"]);
});
