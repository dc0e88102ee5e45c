import type { CheckResult, ReportedFinding } from "../../conformance/results/report.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { sampleExchanges } from "./sample-exchanges.ts";

const { markup, cdata, terminal, forbidden, markdown, lines, long } = hostileTexts;

const refusalFinding: ReportedFinding = {
  requirement: "delete-agent.not-deletable",
  section: "Delete an Agent",
  text: "Refuses to delete an agent that is busy or idle.",
  level: "MUST",
  place: "status",
  pointer: "",
  expected: "a refusal (4xx)",
  got: `204 (${markup})`,
  curl: `curl -i -X DELETE -H "Authorization: Bearer $POOLPROOF_TOKEN" 'http://127.0.0.1:8080/api/v2/agents/agent-1'`,
  sent: "DELETE /api/v2/agents/agent-1",
  difference: ["the path ends in agent-1, not in agent-2", `the body has name: ${markdown}`],
  exchange: 1,
};

const bodyFinding: ReportedFinding = {
  requirement: "agent.status",
  section: "List | Agents",
  text: "Tells the status of an agent as a string.",
  level: "MUST",
  place: "body",
  pointer: "/data/0/attributes/status",
  expected: "string",
  got: `${cdata} ${terminal} ${forbidden}`,
  curl: `curl -i -X POST --data-raw '{"name":"it'\\''s <b> | \`x\`"}' 'http://127.0.0.1:8080/api/v2/agent-pools/apool-1/agents?page%5Bnumber%5D=1'`,
  sent: `POST /api/v2/agent-pools with {"name":"${lines}"}`,
};

/** What no row and no request stands behind. */
const bareFinding: ReportedFinding = {
  requirement: undefined,
  section: undefined,
  text: undefined,
  level: "SHOULD",
  place: "header",
  pointer: "x-request-id",
  expected: "the header",
  got: "none",
  curl: undefined,
};

const manyFindings = Array.from(
  { length: 12 },
  (_, index): ReportedFinding => ({
    ...bodyFinding,
    place: "parameter",
    pointer: `member-${index}`,
    got: index === 0 ? long : lines,
  }),
);

type Given = Partial<CheckResult> & Pick<CheckResult, "id" | "verdict">;

/** Checks of one suite that came to every verdict there is. */
export const sampleChecks: readonly CheckResult[] = (
  [
    { id: "terraform/listAgentPools/answers-as-documented", verdict: "pass", durationMs: 12.25, retries: 2 },
    {
      id: "terraform/showAgentPool/answers-as-documented",
      verdict: "pass",
      durationMs: 0,
      wants: ["poolWithAgents"],
    },
    {
      id: "terraform/deleteAgent/refuses-busy-agent",
      title: "refuse to delete a busy or idle agent, and keep it",
      requirements: ["delete-agent.not-deletable"],
      verdict: "fail",
      reason: `status: expected a refusal (4xx), got 204 (${markup})`,
      findings: [refusalFinding, bareFinding],
      durationMs: 1234.5,
      exchanges: sampleExchanges,
      ids: ["k3v9x2", "p0q8r7"],
      namePrefix: "poolproof-k3v9-",
    },
    {
      id: "terraform/listAgents/answers-as-documented",
      verdict: "fail",
      reason: `body /data/0/attributes/status: expected string, got ${lines} ${cdata} ${forbidden}`,
      findings: [bodyFinding, { ...bodyFinding, pointer: "/data/1/attributes/status" }, ...manyFindings],
    },
    {
      id: "terraform/createAgentPool/refuses-missing-name",
      verdict: "fail",
      reason: "network: the connection was reset; the control was answered",
    },
    {
      id: "terraform/showAgent/tells-request-id",
      level: "SHOULD",
      verdict: "warn",
      reason: `header x-request-id: expected the header, got ${terminal}`,
      findings: [bareFinding],
    },
    {
      id: "terraform/updateAgentPool/keeps-what-it-changes",
      verdict: "waived",
      reason: "body /data/attributes/name: expected the new name, got the old one",
      findings: [{ ...bodyFinding, requirement: "update-agent-pool.name" }],
      waiver: "Known, to be mended | by summer",
    },
    {
      id: "terraform/listAgentPools/survives-odd-page-size",
      level: "MAY",
      verdict: "skipped",
      reason: "the target is declared to be without several-pools",
    },
    {
      id: "terraform/deleteAgent/forgets-what-it-deletes",
      verdict: "unverified",
      reason: "No fixture deletableAgent: pass --fixture deletableAgent=ID, or --without agents",
      lacks: "deletableAgent",
    },
    {
      id: "terraform/showAgent/answers-as-documented",
      verdict: "unverified",
      reason: `the list was empty: ${markdown}`,
    },
    {
      id: "terraform/deleteAgentPool/forgets-what-it-deletes",
      verdict: "inconclusive",
      reason: `weather: 503 three times, last ${markdown}`,
      retries: 3,
    },
    {
      id: "terraform/deleteAgentPool/refuses-unknown-id",
      verdict: "error",
      reason: `TypeError: cannot read ${markup} ${forbidden}`,
    },
  ] satisfies readonly Given[]
).map(checkOf);

/** A check of which only what matters is said. */
export function checkOf(given: Given): CheckResult {
  const [, operation = ""] = given.id.split("/");
  return {
    operation,
    title: `answer a valid ${operation} as documented`,
    level: "MUST",
    requirements: [`${operation}.success`],
    reason: "",
    findings: [],
    ...given,
  };
}
