import type { ApiId } from "../apis/index.ts";

/** The token that may do everything in the data below. */
export const referenceToken = "reference-token";

/** Tokens of three users: one who may do everything, one of another tenant, and one of the same who lacks permission. */
interface Tokens {
  readonly token: string;
  readonly otherToken: string;
  readonly limitedToken: string;
}

const tokens: Tokens = { token: referenceToken, otherToken: "other-token", limitedToken: "reader-token" };

interface ReferenceData {
  readonly organization?: string;
  readonly account?: string;
  readonly environment?: string;
  readonly tokens: Tokens;
  /** Ids by the fixture names of the suites. */
  readonly fixtures: Readonly<Record<string, readonly string[]>>;
}

/** Where in the seeds a suite finds what it needs. */
export const referenceData = {
  terraform: {
    organization: "my-organization",
    tokens,
    fixtures: {
      poolWithAgents: ["apool-seed0000"],
      busyAgent: ["agent-seed0001"],
      idleAgent: ["agent-seed0000"],
      deletableAgent: ["agent-seed0002", "agent-seed0003", "agent-seed0004", "agent-seed0007", "agent-seed0008"],
      otherOrganization: ["other-organization"],
      foreignPool: ["apool-seed0024"],
    },
  },
  scalr: {
    account: "acc-svrcncgh453bi8g",
    environment: "env-svrcnchebt61e30",
    tokens,
    fixtures: {
      workspaces: ["ws-tkklps8s31vseto", "ws-tkklq6v7im56cd0", "ws-tkklqi19gvk7jc0"],
      otherEnvironment: ["env-seed0002"],
      otherWorkspace: ["ws-seed0004"],
      busyPool: ["apool-seed0003"],
      idlePool: ["apool-seed0006", "apool-seed0007"],
      foreignPool: ["apool-seed0028"],
    },
  },
  pulumi: {
    organization: "organization",
    tokens,
    fixtures: {
      poolWithAgents: ["5eed0000-0000-4000-8000-000000000001"],
      otherOrganization: ["other-organization"],
      foreignPool: ["5eed0000-0000-4000-8000-000000000017"],
    },
  },
  agentsmesh: {
    tokens: { ...tokens, limitedToken: "no-scope-token" },
    fixtures: { runner: ["1"], otherRunner: ["2"], unavailableRunner: ["6"], foreignRunner: ["101"] },
  },
} as const satisfies Record<ApiId, ReferenceData>;
