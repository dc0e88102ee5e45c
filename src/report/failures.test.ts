import { expect, test } from "vitest";
import type { Report } from "../../conformance/results/report.ts";
import { listFailures } from "./failures.ts";
import { sampleDocument } from "./sample-document.ts";

test("what failed comes before faults of our own, and these before warnings, over all runs", () => {
  const groups = listFailures(sampleDocument.runs);
  expect(groups.map(({ failures }) => failures.map(({ check }) => check.verdict))).toEqual([
    ["fail", "fail", "fail"],
    ["error", "error"],
    ["warn"],
  ]);
  expect(groups.flatMap(({ failures }) => failures.map(({ number }) => number))).toEqual([1, 2, 3, 4, 5, 6]);
});

test.each([
  { isStrict: false, want: "Warnings: a SHOULD is not met, which does not keep a server from conforming" },
  { isStrict: true, want: "Warnings: a SHOULD is not met, which --strict counts as a failure" },
])("warnings have a heading of their own (strict: $isStrict)", ({ isStrict, want }) => {
  const runs = sampleDocument.runs.map((run) => ({ ...run, isStrict }));
  expect(listFailures(runs).map(({ heading }) => heading)).toEqual([
    "Failures",
    "Faults of Poolproof, not of the server",
    want,
  ]);
});

test("a run with nothing to tell has no heading", () => {
  expect(listFailures(sampleDocument.runs.slice(3))).toEqual([]);
});

test("a cause has the numbers of all that it fails, but none for what is waived", () => {
  const [run] = sampleDocument.runs as [Report];
  const [, , first] = run.checks;
  if (!first) throw new Error("the sample has no failure");
  const checks = [
    { ...first, id: "terraform/deleteAgent/a" },
    { ...first, id: "terraform/deleteAgent/b", verdict: "waived" as const },
    { ...first, id: "terraform/deleteAgent/c" },
  ];
  const [group] = listFailures([{ ...run, checks }]);
  expect(group?.failures.map(({ causes: [cause] }) => [cause?.toldIn, cause?.alsoIn])).toEqual([
    [undefined, [2]],
    [1, []],
  ]);
});
