import { describe, expect, test } from "vitest";
import type { Verdict } from "../kit/verdict.ts";
import type { CheckResult } from "./report.ts";
import { applyWaivers, speaksOf, type Waiver } from "./waiver.ts";

const today = "2026-11-24";

const result = (id: string, verdict: Verdict): CheckResult => ({
  id,
  operation: "op",
  title: "do as it says",
  level: "MUST",
  requirements: [],
  verdict,
  reason: verdict === "pass" ? "" : "something differs",
  findings: [],
});

const waiver = (id: string, expires = "2026-12-31"): Waiver => ({ id, reason: `known: ${id}`, expires });

/** `x/a fail` as results. */
const results = (...lines: string[]) =>
  lines.map((line) => {
    const [id = "", verdict] = line.split(" ");
    return result(id, verdict as Verdict);
  });

describe("a check", () => {
  test.each([
    { given: "fail", isStrict: false, want: "waived" },
    { given: "fail", isStrict: true, want: "waived" },
    { given: "warn", isStrict: true, want: "waived" },
    { given: "warn", isStrict: false, want: "warn" },
    { given: "pass", isStrict: true, want: "pass" },
    { given: "unverified", isStrict: true, want: "unverified" },
    { given: "inconclusive", isStrict: true, want: "inconclusive" },
    { given: "error", isStrict: true, want: "error" },
  ] as const)("that came to $given is $want with a waiver, strict: $isStrict", ({ given, isStrict, want }) => {
    const applied = applyWaivers([result("x/op/a", given)], [waiver("x/op/a")], { today, isStrict });
    expect(applied.results[0]?.verdict).toBe(want);
    expect(applied.results[0]?.waiver).toBe(want === "waived" ? "known: x/op/a" : undefined);
    expect(applied.results[0]?.reason).toBe(given === "pass" ? "" : "something differs");
  });

  test("is waived by the most specific waiver that holds, whatever their order", () => {
    const waivers = [waiver("x/"), waiver("x/op/a"), waiver("x/op/"), waiver("x/op/b", "2026-01-01")];
    const applied = applyWaivers(results("x/op/a fail", "x/op/b fail", "x/other/c fail"), waivers, {
      today,
      isStrict: false,
    });
    expect(applied.results.map((each) => each.waiver)).toEqual(["known: x/op/a", "known: x/op/", "known: x/"]);
    expect(applied.waivers.map(({ state, checks }) => [state, checks])).toEqual([
      ["used", ["x/other/c"]],
      ["used", ["x/op/a"]],
      ["used", ["x/op/b"]],
      ["expired", []],
    ]);
  });
});

test.each([
  { expires: "2026-11-23", want: "fail", state: "expired" },
  { expires: "2026-11-24", want: "waived", state: "used" },
  { expires: "2027-01-01", want: "waived", state: "used" },
])("a waiver that expires $expires is $state on 2026-11-24", ({ expires, want, state }) => {
  const applied = applyWaivers([result("x/op/a", "fail")], [waiver("x/op/a", expires)], { today, isStrict: false });
  expect(applied.results[0]?.verdict).toBe(want);
  expect(applied.waivers[0]?.state).toBe(state);
});

describe("a waiver of several checks", () => {
  test.each([
    { given: ["x/op/a fail", "x/op/b pass"], notRun: [], want: "used" },
    { given: ["x/op/a pass", "x/op/b warn"], notRun: [], want: "stale" },
    { given: ["x/op/a pass", "x/op/b skipped"], notRun: [], want: "stale" },
    { given: ["x/op/a pass", "x/op/b unverified"], notRun: [], want: "idle" },
    { given: ["x/op/a pass", "x/op/b inconclusive"], notRun: [], want: "idle" },
    { given: ["x/op/a pass", "x/op/b error"], notRun: [], want: "idle" },
    { given: ["x/op/a skipped"], notRun: [], want: "idle" },
    { given: ["x/other/a pass"], notRun: [], want: "idle" },
    { given: [], notRun: [], want: "idle" },
    { given: ["x/op/a pass"], notRun: ["x/op/b"], want: "idle" },
    { given: ["x/op/a pass"], notRun: ["x/other/b"], want: "stale" },
    { given: ["x/op/a fail"], notRun: ["x/op/b"], want: "used" },
  ])("is $want after $given with $notRun not run", ({ given, notRun, want }) => {
    const { waivers } = applyWaivers(results(...given), [waiver("x/op/")], { today, isStrict: false, notRun });
    expect(waivers.map(({ state }) => state)).toEqual([want]);
  });
});

test("a warning keeps its waiver in use only where it fails", () => {
  const [given, waivers] = [results("x/op/a warn"), [waiver("x/op/a")]];
  expect(applyWaivers(given, waivers, { today, isStrict: true }).waivers[0]?.state).toBe("used");
  expect(applyWaivers(given, waivers, { today, isStrict: false }).waivers[0]?.state).toBe("stale");
});

test.each([
  { given: "x/op/takes-name", id: "x/op/takes-name", want: true },
  { given: "x/op/takes-name", id: "x/op/takes-name-twice", want: false },
  { given: "x/op/takes-", id: "x/op/takes-name", want: true },
  { given: "x/op/", id: "x/op/takes-name", want: true },
  { given: "x/op", id: "x/op/takes-name", want: true },
  { given: "x/op", id: "x/opposite/takes-name", want: false },
  { given: "x", id: "x/op/takes-name", want: true },
  { given: "x/op/tak", id: "x/op/takes-name", want: false },
  { given: "op/", id: "x/op/takes-name", want: false },
  { given: "", id: "x/op/takes-name", want: false },
])("$given speaks of $id: $want", ({ given, id, want }) => {
  expect(speaksOf({ id: given }, id)).toBe(want);
});
