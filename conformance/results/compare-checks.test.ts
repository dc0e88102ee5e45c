import { describe, expect, test } from "vitest";
import type { Verdict } from "../kit/verdict.ts";
import { compareChecks } from "./compare-checks.ts";
import type { CheckResult, ReportedFinding } from "./report.ts";

const finding: ReportedFinding = {
  requirement: "op.row",
  section: "Section",
  text: "Says so.",
  level: "MUST",
  place: "body",
  pointer: "/data/0/id",
  expected: "string",
  got: "number 1",
  curl: undefined,
};

const check = (id: string, verdict: Verdict, findings: readonly ReportedFinding[] = []): CheckResult => ({
  id,
  operation: "op",
  title: "do as it says",
  level: "MUST",
  requirements: ["op.row"],
  verdict,
  reason: verdict === "pass" ? "" : `why it is ${verdict}`,
  findings,
});

const usual = { isStrict: false, wasCutShort: false };

/** What became of one check. */
function kindOf(before: Verdict | undefined, after: Verdict | undefined, options = usual): string {
  const [was, is] = [before, after].map((verdict) => (verdict ? [check("t/op/a", verdict)] : []));
  return compareChecks(was ?? [], is ?? [], options)[0]?.kind ?? "the same";
}

test.each<{ before: Verdict | undefined; after: Verdict | undefined; want: string }>([
  { before: "pass", after: "fail", want: "newly failing" },
  { before: "warn", after: "fail", want: "newly failing" },
  { before: "unverified", after: "fail", want: "newly failing" },
  { before: "skipped", after: "fail", want: "newly failing" },
  { before: "waived", after: "fail", want: "newly failing" },
  { before: undefined, after: "fail", want: "newly failing" },
  { before: "pass", after: "unverified", want: "no longer decided" },
  { before: "pass", after: "skipped", want: "no longer decided" },
  { before: "warn", after: "inconclusive", want: "no longer decided" },
  { before: "fail", after: "error", want: "no longer decided" },
  { before: "waived", after: "unverified", want: "no longer decided" },
  { before: "fail", after: "pass", want: "fixed" },
  { before: "fail", after: "warn", want: "fixed" },
  { before: "waived", after: "pass", want: "fixed" },
  { before: "fail", after: "waived", want: "changed" },
  { before: "pass", after: "warn", want: "changed" },
  { before: "warn", after: "pass", want: "changed" },
  { before: "unverified", after: "pass", want: "changed" },
  { before: "unverified", after: "inconclusive", want: "changed" },
  { before: "pass", after: "pass", want: "the same" },
  { before: "fail", after: "fail", want: "the same" },
  { before: "unverified", after: "unverified", want: "the same" },
  { before: undefined, after: "pass", want: "added" },
  { before: undefined, after: "unverified", want: "added" },
  { before: "pass", after: undefined, want: "removed" },
  { before: "fail", after: undefined, want: "removed" },
])("a check that was $before and is $after is $want", ({ before, after, want }) => {
  expect(kindOf(before, after)).toBe(want);
});

test.each<{ before: Verdict; after: Verdict | undefined; want: string }>([
  { before: "pass", after: "warn", want: "newly failing" },
  { before: "warn", after: "warn", want: "the same" },
  { before: "warn", after: "fail", want: "changed" },
  { before: "warn", after: "pass", want: "fixed" },
  { before: "fail", after: "warn", want: "changed" },
])("where warnings fail, one that was $before and is $after is $want", ({ before, after, want }) => {
  expect(kindOf(before, after, { ...usual, isStrict: true })).toBe(want);
});

test.each<{ before: Verdict; want: string }>([
  { before: "pass", want: "no longer decided" },
  { before: "fail", want: "no longer decided" },
  { before: "unverified", want: "removed" },
])("after a run that was cut short, one that was $before and is missing is $want", ({ before, want }) => {
  expect(kindOf(before, undefined, { ...usual, wasCutShort: true })).toBe(want);
});

describe("a check that still fails", () => {
  test.each<{ what: string; given: readonly ReportedFinding[]; want: number }>([
    { what: "for the same", given: [finding], want: 0 },
    { what: "at another item", given: [{ ...finding, pointer: "/data/7/id" }], want: 0 },
    { what: "with another value", given: [{ ...finding, got: "number 2" }], want: 0 },
    { what: "at more items", given: [finding, { ...finding, pointer: "/data/1/id" }], want: 0 },
    { what: "at another member", given: [{ ...finding, pointer: "/data/0/name" }], want: 1 },
    { what: "at one more member", given: [finding, { ...finding, pointer: "/data/0/name" }], want: 1 },
    { what: "for another requirement", given: [{ ...finding, requirement: "op.other" }], want: 1 },
    { what: "for nothing that is told", given: [], want: 1 },
  ])("$what has $want changes", ({ given, want }) => {
    const changes = compareChecks([check("t/op/a", "fail", [finding])], [check("t/op/a", "fail", given)], usual);
    expect(changes.map(({ kind }) => kind)).toEqual(Array(want).fill("changed"));
  });

  test("with another status has changed", () => {
    const answered = (got: string) => [check("t/op/a", "fail", [{ ...finding, place: "status", pointer: "", got }])];
    expect(compareChecks(answered("200"), answered("200"), usual)).toEqual([]);
    expect(compareChecks(answered("200"), answered("500"), usual)).toHaveLength(1);
  });
});

test("tells verdicts and the newer reason, in the order of the later report", () => {
  const before = [check("t/op/gone", "warn"), check("t/op/b", "pass"), check("t/op/a", "fail")];
  const after = [check("t/op/a", "pass"), check("t/op/b", "fail"), check("t/op/new", "skipped")];
  expect(compareChecks(before, after, usual)).toEqual([
    { id: "t/op/a", level: "MUST", kind: "fixed", before: "fail", after: "pass", reason: "" },
    { id: "t/op/b", level: "MUST", kind: "newly failing", before: "pass", after: "fail", reason: "why it is fail" },
    { id: "t/op/new", level: "MUST", kind: "added", before: undefined, after: "skipped", reason: "why it is skipped" },
    { id: "t/op/gone", level: "MUST", kind: "removed", before: "warn", after: undefined, reason: "why it is warn" },
  ]);
});
