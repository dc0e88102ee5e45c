import { digestChecks } from "../../conformance/results/digests.ts";
import type { CheckResult, Report, ReportDocument } from "../../conformance/results/report.ts";
import { countVerdicts } from "../../conformance/run/run-report.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { checkOf, sampleChecks } from "./sample-checks.ts";

const { markup, markdown, lines, terminal, forbidden } = hostileTexts;

/** A run with everything in it that a report can hold. */
const fullRun: Report = {
  ...frameOf(sampleChecks),
  api: "terraform",
  target: {
    name: "staging",
    url: "http://127.0.0.1:8080/api/v2",
    profile: "full",
    without: ["several-pools", "other-tenant"],
    data: { organization: "acme" },
    fixtures: { poolWithAgents: ["apool-7"], busyAgent: ["agent-1"] },
    authorization: "bearer",
    tokens: ["other", "limited"],
  },
  conclusion: "does not conform",
  waivers: [
    {
      id: "terraform/updateAgentPool/",
      reason: "Known, to be mended | by summer",
      expires: "2027-06-30",
      state: "used",
      checks: ["terraform/updateAgentPool/keeps-what-it-changes"],
    },
    { id: "terraform/listAgentPools/", reason: "Was wrong once", expires: "2027-06-30", state: "stale", checks: [] },
    { id: "terraform/deleteAgent/", reason: `Too late ${markup}`, expires: "2025-01-31", state: "expired", checks: [] },
    { id: "terraform/restartAgent/", reason: "Not run here", expires: "2027-06-30", state: "idle", checks: [] },
  ],
  notRun: 2,
  endedEarly: `the 40 requests allowed are used up; --max-requests N allows more ${terminal}`,
  observations: [
    {
      kind: "unlisted-member",
      pointer: "/data/attributes/colour",
      text: `undocumented member /data/attributes/colour present ${markdown}`,
      operation: "showAgentPool",
      count: 14,
    },
    {
      kind: "undocumented-status",
      pointer: "",
      text: "refused with 418, which the contract does not list",
      operation: "createAgentPool",
      count: 1,
    },
    {
      kind: "range-status",
      pointer: "",
      text: "refused with 409, listed as 4XX only",
      operation: "deleteAgentPool",
      count: 2,
    },
    {
      kind: "reading",
      pointer: "",
      text: `an empty sort: answered 400 ${lines}`,
      operation: "listAgentPools",
      count: 1,
    },
  ],
  coverage: [
    {
      operation: "listAgentPools",
      method: "GET",
      path: "/organizations/{organization_name}/agent-pools",
      statuses: [
        { status: "200", seen: 21 },
        { status: "404", seen: 0 },
        { status: "4XX", seen: 0, unprovokable: "a range names no cause that could be provoked" },
      ],
      parameters: [
        { name: "organization_name", in: "path", seen: 21 },
        { name: "page[number]", in: "query", seen: 0 },
        { name: "Accept", in: "header", seen: 21 },
      ],
      properties: [
        { status: "200", pointer: "/data/*/attributes/name", required: true, seen: 40 },
        { status: "200", pointer: "/data/*/attributes/description", required: false, seen: 0, nulls: 3 },
        { status: "200", pointer: "/data/*/type", required: true, seen: 40, values: { "agent-pools": 40, other: 0 } },
      ],
    },
    {
      operation: "deleteAgent",
      method: "DELETE",
      path: "/agents/{agent_id}",
      statuses: [],
      parameters: [],
      properties: [],
    },
  ],
  drift: [
    { operation: "showAgent", kind: "renamed", at: "/data/attributes", documented: "key", found: "pod_key", count: 3 },
    { operation: "showAgent", kind: "missing", at: "", documented: "links", count: 1 },
    {
      operation: "listAgents",
      kind: "undocumented",
      at: "/data/*/attributes",
      found: `colour ${markup} | ${lines}`,
      count: 12,
    },
  ],
  leftovers: [
    { what: "apool-1", reason: "deleteAgentPool was answered 503" },
    {
      what: `http://127.0.0.1:8080/api/v2/agent-pools?${markdown}`,
      reason: `created something without an id ${terminal}${forbidden}`,
    },
  ],
  wants: [
    { name: "deletableAgent", remedy: "--fixture deletableAgent=ID", checks: 1, inPart: 0 },
    { name: "poolWithAgents", remedy: "--fixture poolWithAgents=ID", checks: 0, inPart: 1 },
  ],
};

/** Runs of the other suites, one of each further conclusion. */
const conformingRun: Report = {
  ...frameOf([checkOf({ id: "agentsmesh/listRunners/answers-as-documented", verdict: "pass", durationMs: 3 })]),
  api: "agentsmesh",
  target: { ...bareTarget("http://127.0.0.1:8081/api/v1/ext/orgs/acme"), isEmbedded: true, authorization: "api-key" },
  conclusion: "conforms",
  isStrict: true,
};

const incompleteRun: Report = {
  ...frameOf([
    checkOf({ id: "pulumi/listAgentPools/answers-as-documented", verdict: "unverified", reason: "the list was empty" }),
  ]),
  api: "pulumi",
  target: {
    ...bareTarget("https://pulumi.example/api"),
    profile: "read-only",
    data: { organization: "it's acme" },
    fixtures: { poolWithAgents: ["pool-1", "pool-2"] },
  },
  only: ["pulumi/listAgentPools/"],
  shard: { index: 1, of: 2 },
  conclusion: "incomplete",
};

const brokenRun: Report = {
  ...frameOf([
    checkOf({ id: "scalr/listAgentPools/answers-as-documented", verdict: "error", reason: "TypeError: oh" }),
  ]),
  api: "scalr",
  target: { ...bareTarget("https://scalr.example/api/iacp/v3"), data: { account: "acc-1", environment: "env-1" } },
  conclusion: "error",
};

/** A report document with every verdict, conclusion and state, and with texts of a server that means ill; for tests. */
export const sampleDocument: ReportDocument = {
  $schema: "poolproof/report.schema.json",
  poolproof: "0.1.0",
  conclusion: "does not conform",
  passed: false,
  runs: [fullRun, brokenRun, incompleteRun, conformingRun],
};

/** What of a run says nothing in particular. */
function frameOf(checks: readonly CheckResult[]): Omit<Report, "api" | "target" | "conclusion"> {
  return {
    namePrefix: "poolproof-k3v9",
    startedAt: "2026-11-24T09:30:00.250Z",
    durationMs: 2512.5,
    isStrict: false,
    checks,
    counts: countVerdicts(checks),
    waivers: [],
    notRun: 0,
    observations: [],
    coverage: [],
    drift: [],
    leftovers: [],
    requests: 3 * checks.length,
    digests: { spec: "5".repeat(64), suite: "6".repeat(64), checks: digestChecks(checks) },
  };
}

function bareTarget(url: string): Report["target"] {
  return { url, profile: "full", without: [], data: {}, fixtures: {}, tokens: [] };
}
