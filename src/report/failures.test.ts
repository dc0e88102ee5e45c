import { describe, expect, test } from "vitest";
import type { Report, ReportedFinding } from "../../conformance/results/report.ts";
import { listFailures } from "./failures.ts";
import { checkOf } from "./sample-checks.ts";
import { sampleDocument } from "./sample-document.ts";

const gone: ReportedFinding = {
  requirement: "delete-agent.not-deletable",
  section: "Delete an Agent",
  text: "Refuses to delete an agent at work.",
  level: "MUST",
  place: "status",
  pointer: "",
  expected: "a refusal (4xx)",
  got: "204",
  curl: undefined,
  sent: "DELETE /agents/agent-1",
};

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

test("a cause names all that it fails but what is waived, and these have no number of their own", () => {
  const [run] = sampleDocument.runs as [Report];
  const [, , first] = run.checks;
  if (!first) throw new Error("the sample has no failure");
  const checks = [
    { ...first, id: "terraform/deleteAgent/a" },
    { ...first, id: "terraform/deleteAgent/b", verdict: "waived" as const },
    { ...first, id: "terraform/deleteAgent/c" },
  ];
  const [group] = listFailures([{ ...run, checks }]);
  expect(group?.failures.map(({ number, causes: [cause] }) => [number, cause?.alsoIn])).toEqual([[1, [checks[2]]]]);
});

test("a SHOULD that only a failure tells, whose own cause is told before, stands among the warnings", () => {
  const [run] = sampleDocument.runs as [Report];
  const must = { ...gone, expected: "200", got: "404" };
  const should = { ...gone, level: "SHOULD", place: "body", expected: "string", got: "null" } as const;
  const checks = [[must], [must, should], [{ ...must, text: "Another.", got: "410" }, should]].map((findings, index) =>
    checkOf({ id: `terraform/listAgents/c${index}`, verdict: "fail", findings }),
  );
  const groups = listFailures([{ ...run, checks }]);
  expect(groups.map(({ verdict, failures }) => [verdict, failures.map(({ check }) => check.id.at(-1))])).toEqual([
    ["fail", ["0", "2"]],
    ["warn", ["1"]],
  ]);
});

describe("after something was deleted that had to stay", () => {
  const later = (sent: string): ReportedFinding => ({
    ...gone,
    requirement: "show-agent.shows",
    text: "Shows an agent.",
    expected: "200",
    got: "404",
    sent,
  });
  const earlierOf = (findings: readonly ReportedFinding[]) => {
    const [run] = sampleDocument.runs as [Report];
    const checks = findings.map((finding, index) =>
      checkOf({
        id: `terraform/${index === 0 ? "deleteAgent" : "showAgent"}/c${index}`,
        verdict: "fail",
        findings: [finding],
      }),
    );
    return listFailures([{ ...run, checks }]).flatMap(({ failures }) => failures.map(({ earlier }) => earlier));
  };

  test.each<{ title: string; given: ReportedFinding[]; want: unknown[] }>([
    {
      title: "a later failure that speaks of it may follow from that",
      given: [gone, later("GET /agents/agent-1")],
      want: [[], [{ number: 1, lost: "agent-1" }]],
    },
    { title: "one of something else does not", given: [gone, later("GET /agents/agent-12")], want: [[], []] },
    {
      title: "the answer that it is gone counts as its deletion",
      given: [
        { ...gone, expected: "200", got: "404 (gone)", sent: "GET /agents/agent-1" },
        later("GET /agents/agent-1/x"),
      ],
      want: [[], [{ number: 1, lost: "agent-1" }]],
    },
    {
      title: "a refusal with the wrong status deletes nothing",
      given: [{ ...gone, expected: "412", got: "422" }, later("GET /agents/agent-1")],
      want: [[], []],
    },
  ])("$title", ({ given, want }) => {
    expect(earlierOf(given)).toEqual(want);
  });
});
