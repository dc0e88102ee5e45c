import { expect, test } from "vitest";
import type { ReportedFinding } from "../../../conformance/results/report.ts";
import { alikeFindings } from "./alike-findings.ts";

const finding: ReportedFinding = {
  requirement: "agent.status",
  section: "List Agents",
  text: "Tells the status of an agent as a string.",
  level: "MUST",
  place: "body",
  pointer: "/data/0/status",
  expected: "string",
  got: "null",
  curl: undefined,
};

test.each([
  {
    title: "tells what is wrong with many items once",
    other: { pointer: "/data/17/status", got: "number 1" },
    want: [2],
  },
  { title: "keeps members apart", other: { pointer: "/data/0/name" }, want: [1, 1] },
  { title: "keeps requirements apart", other: { requirement: "agent.name" }, want: [1, 1] },
  { title: "keeps expectations apart", other: { expected: "number" }, want: [1, 1] },
  { title: "keeps exchanges apart", other: { exchange: 3 }, want: [1, 1] },
])("$title", ({ other, want }) => {
  expect(alikeFindings([finding, { ...finding, ...other }]).map(({ count }) => count)).toEqual(want);
});

test("shows the first of those alike", () => {
  const [group] = alikeFindings([finding, { ...finding, pointer: "/data/1/status" }]);
  expect(group?.finding).toBe(finding);
});
