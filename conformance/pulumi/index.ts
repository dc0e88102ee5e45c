import { valueAt } from "../../src/contract/json-pointer.ts";
import type { Derivation } from "../derived/derivation.ts";
import type { SuiteDescription } from "../suite-description.ts";
import { decides } from "./decides.ts";
import { asks, creates, fixtureNames, kinds } from "./fixtures.ts";

const derivation = {
  decides,
  unknownIds: { organization: "poolproof-no-such-organization", poolId: "00000000-0000-4000-8000-000000000000" },
  oddValues: {},
  samples: {},
  refusals: {},
  lists: {},
  controls: {},
  witnesses: {
    createAgentPool: {
      operationId: "listAgentPools",
      ask: ({ path }) => ({ path: path ?? {} }),
      part: (json, asked) =>
        JSON.stringify(valueAt(json, "/agentPools") ?? []).includes(String(valueAt(asked.body, "/name"))),
    },
    updateAgentPool: {
      operationId: "getAgentPool",
      ask: ({ path }) => ({ path: path ?? {} }),
      part: (json) => [valueAt(json, "/name"), valueAt(json, "/description")],
    },
    deleteAgentPool: {
      operationId: "getAgentPool",
      ask: ({ path }) => ({ path: path ?? {} }),
      part: (json) => valueAt(json, "/id"),
    },
  },
  limits: {},
  absent: {},
  dataMembers: ["agentPools", "agents", "id", "tokenValue"],
  items: { listAgentPools: { pointer: "/agentPools" }, getAgentPool: { pointer: "/agents", kind: "agents" } },
} as const satisfies Omit<Derivation, "api" | "bundle">;

export const pulumiSuite: SuiteDescription = {
  api: "pulumi",
  probe: { operationId: "listAgentPools", ask: ({ organization = "" }) => ({ path: { organization } }) },
  asks,
  creates,
  kinds,
  fixtures: fixtureNames,
  derivation,
  checks: [],
};
