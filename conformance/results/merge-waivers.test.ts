import { expect, test } from "vitest";
import type { Verdict } from "../kit/verdict.ts";
import { mergeWaivers } from "./merge-waivers.ts";
import type { CheckResult, Report } from "./report.ts";
import type { AppliedWaiver } from "./waiver.ts";

const waiver = { id: "t/op/", reason: "known", expires: "2027-01-01" };

const check = (id: string, verdict: Verdict): CheckResult => ({
  id,
  operation: "op",
  title: "do as it says",
  level: "MUST",
  requirements: [],
  verdict,
  reason: "",
  findings: [],
});

/** Reports of which only the waivers matter. */
const reportsOf = (...parts: readonly AppliedWaiver[]) =>
  parts.map((each) => ({ waivers: [each] }) as unknown as Report);

const used = { ...waiver, state: "used", checks: ["t/op/a"] } as const;
const [stale, idle, expired] = (["stale", "idle", "expired"] as const).map((state) => ({
  ...waiver,
  state,
  checks: [],
}));
if (!stale || !idle || !expired) throw new Error("a state is missing");

const passed = [check("t/op/a", "pass"), check("t/op/b", "pass")];

test.each([
  { given: [used, stale], checks: [check("t/op/a", "waived"), check("t/op/b", "pass")], want: "used" },
  { given: [idle, used], checks: [check("t/op/a", "waived")], want: "used" },
  { given: [stale, stale], checks: passed, want: "stale" },
  { given: [stale, idle], checks: passed, want: "stale" },
  { given: [idle, idle], checks: passed, want: "stale" },
  { given: [stale, idle], checks: [check("t/op/a", "pass"), check("t/op/b", "unverified")], want: "idle" },
  { given: [idle, idle], checks: [check("t/op/a", "skipped")], want: "idle" },
  { given: [idle, idle], checks: [check("t/else/a", "pass")], want: "idle" },
  { given: [used, expired], checks: passed, want: "expired" },
])("$given.0.state and $given.1.state make $want", ({ given, checks, want }) => {
  const [merged] = mergeWaivers(reportsOf(...given), checks, { isComplete: true, notRun: [] });
  expect(merged).toEqual({ ...waiver, state: want, checks: want === "used" ? ["t/op/a"] : [] });
});

test.each([
  { given: [idle], notRun: [], want: "idle" },
  { given: [stale], notRun: ["t/else/c"], want: "stale" },
  { given: [stale], notRun: ["t/op/c"], want: "idle" },
])("while a shard is missing $given.0.state is $want, with $notRun not run", ({ given, notRun, want }) => {
  const [merged] = mergeWaivers(reportsOf(...given), passed, { isComplete: false, notRun });
  expect(merged?.state).toBe(want);
});

test("names all checks that a waiver was used for", () => {
  const parts = reportsOf(used, { ...waiver, state: "used", checks: ["t/op/b"] });
  const checks = [check("t/op/a", "waived"), check("t/op/b", "waived")];
  expect(mergeWaivers(parts, checks, { isComplete: true, notRun: [] })[0]?.checks).toEqual(["t/op/a", "t/op/b"]);
});
