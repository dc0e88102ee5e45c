import { expect, test } from "vitest";
import type { CheckResult, Report } from "../../conformance/results/report.ts";
import { createPaint } from "./paint.ts";
import { checkOf } from "./sample-checks.ts";
import { sampleDocument } from "./sample-document.ts";
import { undecidedLines } from "./undecided-lines.ts";

const [sample] = sampleDocument.runs as [Report];
const linesOf = (checks: readonly CheckResult[]) => undecidedLines([{ ...sample, checks }], createPaint(false));
const open = (name: string, reason: string, verdict: CheckResult["verdict"] = "unverified") =>
  checkOf({ id: `terraform/${name}`, verdict, reason });

test("says nothing where all was decided", () => {
  expect(linesOf([open("listAgents/a", "held", "pass"), open("listAgents/b", "not asked for", "skipped")])).toEqual([]);
});

test("tells each reason in full, the one that leaves most open first, with the checks that it leaves open", () => {
  const long = `no agent is there: ${"name another ".repeat(20)}`;
  const checks = [
    open("showAgent/a", "answered 503", "inconclusive"),
    open("showAgent/b", long),
    open("deleteAgent/c", long),
  ];
  expect(linesOf(checks)).toEqual([
    "",
    "Could not be decided",
    "",
    `   ${long}`,
    "     2 checks: showAgent/b; deleteAgent/c",
    "   answered 503",
    "     1 check: showAgent/a",
  ]);
});

test("shows no more reasons than can be read", () => {
  const checks = Array.from({ length: 15 }, (_, index) => open(`showAgent/c${index}`, `reason ${index}`));
  expect(linesOf(checks).at(-1)).toBe("   … and 3 more checks for other reasons; --report html=FILE has them all");
});

test("says first which fixture a check before has lost", () => {
  const lost = checkOf({
    id: "terraform/deleteAgent/refuses-busy-agent",
    verdict: "fail",
    findings: [
      {
        requirement: "delete-agent.not-deletable",
        section: "Delete an Agent",
        text: "Refuses.",
        level: "MUST",
        place: "status",
        pointer: "",
        expected: "412",
        got: "204",
        curl: undefined,
        sent: "DELETE /api/v2/agents/agent-1",
      },
    ],
  });
  expect(linesOf([lost, open("showAgent/a", "answered 404")])[3]).toBe(
    "   deleted though that had to be refused: agent-1 (by terraform/deleteAgent/refuses-busy-agent); mend that first, as it may be why",
  );
});
