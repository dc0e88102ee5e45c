import { expect, test } from "vitest";
import type { CheckResult, Report, ReportedFinding } from "../../../conformance/results/report.ts";
import { documentOf } from "../document.ts";
import { checkOf } from "../sample-checks.ts";
import { sampleDocument } from "../sample-document.ts";
import { nameRuns } from "./run-names.ts";
import { whatIsWrong } from "./what-is-wrong.ts";

const [sample] = sampleDocument.runs as [Report];

const finding: ReportedFinding = {
  requirement: "agent.name",
  section: "List Agents",
  text: "Names an agent.",
  level: "MUST",
  place: "body",
  pointer: "/data/0",
  expected: 'a member "name"',
  got: "object with <b>id</b>",
  curl: undefined,
};
const check = (name: string, verdict: CheckResult["verdict"], findings: readonly ReportedFinding[]) =>
  checkOf({ id: `terraform/listAgents/${name}`, title: `do ${name}`, verdict, findings, reason: "why" });
const partOf = (checks: readonly CheckResult[]) =>
  whatIsWrong(nameRuns(documentOf([{ ...sample, checks }])))?.toString();

test("tells each cause once, with the way to its check and how many more it fails", () => {
  const part = partOf([check("a", "fail", [finding]), check("b", "fail", [finding])]) ?? "";
  expect(part).toContain("What is wrong");
  expect(part.match(/<li>/g)).toHaveLength(1);
  expect(part).toContain('<a href="#terraform/listAgents/a"><b>listAgents</b> is to do a</a>');
  expect(part).toContain("the same in 1 more check");
  expect(part).toContain("body /data/0: expected a member");
  expect(part).not.toContain("<b>id");
});

test("tells of warnings only where nothing failed", () => {
  const warned = check("w", "warn", [{ ...finding, level: "SHOULD", expected: "string" }]);
  expect(partOf([check("a", "fail", [finding]), warned])).not.toContain("is to do w");
  expect(partOf([warned])).toMatch(/What could be better.*is to do w/s);
});

test("is not there where there is nothing to tell", () => {
  expect(partOf([check("a", "pass", [])])).toBeUndefined();
});

test("shows no more than can be read at a glance", () => {
  const many = Array.from({ length: 14 }, (_, index) =>
    check(`c${index}`, "fail", [{ ...finding, expected: `a member "m${index}"` }]),
  );
  const part = partOf(many) ?? "";
  expect(part.match(/<li>/g)).toHaveLength(10);
  expect(part).toContain("and 4 more below");
});
