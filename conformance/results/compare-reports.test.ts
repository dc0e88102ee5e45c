import { describe, expect, test } from "vitest";
import { sampleDocument } from "../../src/report/sample-document.ts";
import { compareReports } from "./compare-reports.ts";
import type { Report, ReportDocument } from "./report.ts";

const [sample] = sampleDocument.runs;
if (!sample) throw new Error("the sample document has no run");
const whole: Report = { ...sample, notRun: 0 };

const documentWith = (...runs: readonly Report[]): ReportDocument => ({ ...sampleDocument, runs });

/** What changed between two runs of one API. */
function compareOne(before: Report, after: Report) {
  const [comparison] = compareReports(documentWith(before), documentWith(after)).comparisons;
  if (!comparison) throw new Error("the two have no counterpart");
  return comparison;
}

test("finds nothing between a report and itself", () => {
  const { comparisons, absent } = compareReports(sampleDocument, sampleDocument);
  expect(comparisons.map(({ api }) => api)).toEqual(["terraform", "scalr", "pulumi", "agentsmesh"]);
  for (const comparison of comparisons) {
    expect(comparison).toMatchObject({
      circumstances: [],
      changes: [],
      leftOut: 0,
      drift: { appeared: [], gone: [] },
      observations: { appeared: [], gone: [] },
    });
  }
  expect(absent).toEqual({ appeared: [], gone: [] });
});

test.each<{ what: string; given: Partial<Report>; before: string; after: string }>([
  {
    what: "target",
    given: { target: { ...whole.target, url: "http://b/api" } },
    before: "http://127.0.0.1:8080/api/v2",
    after: "http://b/api",
  },
  {
    what: "data",
    given: { target: { ...whole.target, data: { organization: "b" } } },
    before: "organization acme",
    after: "organization b",
  },
  { what: "profile", given: { target: { ...whole.target, profile: "mock" } }, before: "full", after: "mock" },
  {
    what: "--without",
    given: { target: { ...whole.target, without: [] } },
    before: "other-tenant, several-pools",
    after: "none",
  },
  {
    what: "fixtures",
    given: { target: { ...whole.target, fixtures: { busyAgent: ["x"], idleAgent: [] } } },
    before: "busyAgent, poolWithAgents",
    after: "busyAgent",
  },
  { what: "--strict", given: { isStrict: true }, before: "no", after: "yes" },
  { what: "--only", given: { only: ["terraform/"] }, before: "all checks", after: "terraform/" },
  { what: "shard", given: { shard: { index: 2, of: 3 } }, before: "all of them", after: "2/3" },
  {
    what: "spec",
    given: { digests: { ...whole.digests, spec: "a".repeat(64) } },
    before: "5".repeat(12),
    after: "a".repeat(12),
  },
  {
    what: "suite",
    given: { digests: { ...whole.digests, suite: "b".repeat(64) } },
    before: "6".repeat(12),
    after: "b".repeat(12),
  },
])("tells that the $what is not the same", ({ what, given, before, after }) => {
  expect(compareOne(whole, { ...whole, ...given }).circumstances).toEqual([{ what, before, after }]);
});

test("tells another version of Poolproof, and not another order of what was given", () => {
  const { comparisons } = compareReports(documentWith(whole), {
    ...documentWith({ ...whole, target: { ...whole.target, without: whole.target.without.toReversed() } }),
    poolproof: "9.0.0",
  });
  expect(comparisons[0]?.circumstances).toEqual([
    { what: "version of Poolproof", before: sampleDocument.poolproof, after: "9.0.0" },
  ]);
});

describe("checks that the later run does not have", () => {
  const few = whole.checks.filter(({ id }) => id.startsWith("terraform/listAgentPools/"));
  const others = whole.checks.length - few.length;

  test.each<{ what: string; given: Partial<Report>; leftOut: number; changes: number }>([
    { what: "left out by --only", given: { only: ["terraform/listAgentPools/"] }, leftOut: others, changes: 0 },
    { what: "left to other shards", given: { shard: { index: 1, of: 2 } }, leftOut: others, changes: 0 },
    { what: "missing from the suite", given: {}, leftOut: 0, changes: others },
    { what: "not come to", given: { notRun: others, only: ["terraform/"] }, leftOut: 0, changes: others },
  ])("are counted if $what: $leftOut left out, $changes changed", ({ given, leftOut, changes }) => {
    const comparison = compareOne(whole, { ...whole, checks: few, ...given });
    expect([comparison.leftOut, comparison.changes.length]).toEqual([leftOut, changes]);
  });

  test("are missed in the same shard", () => {
    const shard = { index: 1, of: 2 };
    expect(compareOne({ ...whole, shard }, { ...whole, shard, checks: few }).leftOut).toBe(0);
  });

  test("are no longer decided if the run was cut short", () => {
    const { changes } = compareOne(whole, { ...whole, checks: few, notRun: others });
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(["no longer decided", "removed"]));
  });
});

test("tells drift and observations that are new or gone, whatever their count", () => {
  const [drift, ...otherDrift] = whole.drift;
  const [observation, ...otherObservations] = whole.observations;
  if (!drift || !observation) throw new Error("the sample shows no drift or observation");
  const comparison = compareOne(whole, {
    ...whole,
    drift: [{ ...drift, at: "/elsewhere" }, ...otherDrift.map((each) => ({ ...each, count: each.count + 1 }))],
    observations: [{ ...observation, count: 1 }, ...otherObservations, { ...observation, text: "something else" }],
  });
  expect(comparison.drift).toEqual({ appeared: [{ ...drift, at: "/elsewhere" }], gone: [drift] });
  expect(comparison.observations).toEqual({ appeared: [{ ...observation, text: "something else" }], gone: [] });
});

describe("the counterpart of a run", () => {
  const at = (url: string, requests: number): Report => ({ ...whole, target: { ...whole.target, url }, requests });

  test("is the one at the same URL, or else the one that is left", () => {
    const before = documentWith(at("http://a", 1), at("http://b", 2), at("http://c", 3));
    const after = documentWith(at("http://d", 1), at("http://b", 2), at("http://a", 3));
    const { comparisons, absent } = compareReports(before, after);
    expect(comparisons.map(({ circumstances }) => circumstances)).toEqual([
      [{ what: "target", before: "http://c", after: "http://d" }],
      [],
      [],
    ]);
    expect(absent).toEqual({ appeared: [], gone: [] });
  });

  test("may be missing on either side", () => {
    const [, scalr, pulumi] = sampleDocument.runs;
    if (!scalr || !pulumi) throw new Error("the sample has too few runs");
    const { comparisons, absent } = compareReports(documentWith(whole, scalr), documentWith(whole, pulumi));
    expect(comparisons).toHaveLength(1);
    expect(absent).toEqual({
      appeared: [{ api: "pulumi", url: pulumi.target.url }],
      gone: [{ api: "scalr", url: scalr.target.url }],
    });
  });
});
