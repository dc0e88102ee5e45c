import { expect, test } from "vitest";
import type { CheckResult, Report } from "../../conformance/results/report.ts";
import { describeCheck } from "./describe-check.ts";
import { sampleDocument } from "./sample-document.ts";

const [run] = sampleDocument.runs as [Report];
const rerun = "Run it again: poolproof run terraform --target staging --only";

test("says what a page asks for, what was found and sent, how the control differed, and how to see it again", () => {
  const id = "terraform/deleteAgent/refuses-busy-agent";
  expect(describe(id)).toEqual([
    "The server MUST refuse to delete a busy or idle agent, and keep it.",
    'delete-agent.not-deletable (MUST, "Delete an Agent"): Refuses to delete an agent that is busy or idle.',
    expect.stringMatching(/^ {2}status: expected a refusal \(4xx\), got 204 \(<script>/),
    "  sent: DELETE /api/v2/agents/agent-1",
    "  differs from the request that succeeded: the path ends in agent-1, not in agent-2",
    expect.stringMatching(/^ {2}differs from the request that succeeded: the body has name: a \| b/),
    expect.stringMatching(/^ {2}curl -i -X DELETE -H "Authorization: Bearer \$POOLPROOF_TOKEN" /),
    "  header x-request-id: expected the header, got none",
    `${rerun} ${id}`,
  ]);
});

test("tells what is wrong with many items once, and of many findings the first", () => {
  const lines = describe("terraform/listAgents/answers-as-documented");
  expect(lines.filter((line) => line.includes("/attributes/status"))).toEqual([expect.stringMatching(/ \(2 times\)$/)]);
  expect(lines.filter((line) => line.startsWith("  parameter member-"))).toHaveLength(7);
  expect(lines).toContain("… and 5 more findings; --report json=FILE has them all");
});

test("repeats neither requirement nor command of the finding before", () => {
  const lines = describe("terraform/listAgents/answers-as-documented");
  expect(lines.filter((line) => line.startsWith("agent.status (MUST"))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith("  curl -i "))).toHaveLength(1);
});

test("says why there is a verdict without findings", () => {
  expect(describe("terraform/createAgentPool/refuses-missing-name")).toEqual([
    "The server MUST answer a valid createAgentPool as documented.",
    "network: the connection was reset; the control was answered",
    `${rerun} terraform/createAgentPool/refuses-missing-name`,
  ]);
});

test("says SHOULD of a warning", () => {
  expect(describe("terraform/showAgent/tells-request-id")[0]).toBe(
    "The server SHOULD answer a valid showAgent as documented.",
  );
});

function describe(id: string): readonly string[] {
  return describeCheck(run, run.checks.find((check) => check.id === id) as CheckResult);
}
