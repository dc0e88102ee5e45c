import type { Derivation } from "../derived/derivation.ts";
import type { SuiteDescription } from "../suite-description.ts";
import { decides } from "./decides.ts";
import { asks, fixtureNames, kinds, own, witnesses } from "./fixtures.ts";

const derivation = {
  decides,
  unauthorizedStatuses: [401],
  unknownIds: { organization: "poolproof-no-such-organization", poolId: "00000000-0000-4000-8000-000000000000" },
  unknownIdStatuses: { organization: [404, 403] },
  oddValues: {},
  samples: {},
  refusals: {},
  lists: {},
  controls: {},
  consumed: {},
  witnesses,
  absent: {},
  sent: [
    ["/name", "/name"],
    ["/description", "/description"],
  ],
  refusalRows: { always: [] },
  dataMembers: ["agentPools", "agents", "tokenValue"],
  items: {
    listAgentPools: { pointer: "/agentPools", kind: "pools" },
    getAgentPool: { pointer: "/agents", kind: "agents", fixture: "poolWithAgents" },
  },
} as const satisfies Omit<Derivation, "api" | "bundle" | "own">;

export const pulumiSuite: SuiteDescription = {
  api: "pulumi",
  probe: { operationId: "listAgentPools", ask: ({ organization = "" }) => ({ path: { organization } }) },
  asks,
  own,
  kinds,
  fixtures: fixtureNames,
  limits: {},
  derivation,
  checks: [],
};
