import { valueAt } from "../../src/contract/json-pointer.ts";
import type { Derivation } from "../derived/derivation.ts";
import type { SuiteDescription } from "../suite-description.ts";
import { decides } from "./decides.ts";
import { asks, creates, fillPools, fixtureNames, kinds, onePoolOnly } from "./fixtures.ts";

const pages = {
  style: "page",
  items: "/data",
  id: "/id",
  total: "/meta/pagination/total-count",
  next: "/meta/pagination/next-page",
} as const;

const derivation = {
  decides,
  unknownIds: {
    organization_name: "poolproof-no-such-organization",
    agent_pool_id: "apool-poolproofnosuch00",
    agent_id: "agent-poolproofnosuch00",
  },
  oddValues: {
    listAgentPools: { sort: "poolproof", "page[number]": "abc", "page[size]": "101" },
    listAgents: { "filter[last-ping-since]": "yesterday", "page[number]": "abc", "page[size]": "101" },
  },
  samples: {},
  refusals: {
    deleteAgent: [
      {
        topic: "refuses-busy-agent",
        title: "refuse to delete a busy or idle agent, and keep it",
        status: 412,
        fixture: "busyAgent",
        accepted: "deletableAgent",
        parameter: "agent_id",
        survivor: "showAgent",
      },
    ],
  },
  lists: { listAgentPools: { ...pages, fill: fillPools }, listAgents: pages },
  controls: { deleteAgent: "showAgent" },
  witnesses: {
    createAgentPool: {
      operationId: "listAgentPools",
      ask: ({ path }) => ({ path: path ?? {}, query: { sort: "-created-at" } }),
      part: (json, asked) =>
        JSON.stringify(valueAt(json, "/data") ?? []).includes(String(valueAt(asked.body, "/data/attributes/name"))),
    },
    updateAgentPool: {
      operationId: "showAgentPool",
      ask: ({ path }) => ({ path: path ?? {} }),
      part: (json) => valueAt(json, "/data/attributes"),
    },
    deleteAgentPool: {
      operationId: "showAgentPool",
      ask: ({ path }) => ({ path: path ?? {} }),
      part: (json) => valueAt(json, "/data/id"),
    },
  },
  limits: { createAgentPool: onePoolOnly },
  absent: {},
  dataMembers: ["data"],
  items: { listAgentPools: { pointer: "/data" }, listAgents: { pointer: "/data", kind: "agents" } },
} as const satisfies Omit<Derivation, "api" | "bundle">;

export const terraformSuite: SuiteDescription = {
  api: "terraform",
  probe: {
    operationId: "listAgentPools",
    ask: ({ organization = "" }) => ({ path: { organization_name: organization } }),
  },
  asks,
  creates,
  kinds,
  fixtures: fixtureNames,
  derivation,
  checks: [],
};
