import { valueAt } from "../../src/contract/json-pointer.ts";
import type { Derivation } from "../derived/derivation.ts";
import type { SuiteDescription } from "../suite-description.ts";
import { decides } from "./decides.ts";
import { asks, creates, fillPools, fixtureNames, kinds, pool } from "./fixtures.ts";

const derivation = {
  decides,
  unknownIds: { agent_pool: "apool-poolproofnosuch" },
  oddValues: { listAgentPools: { "page[number]": "abc", "page[size]": "100000" } },
  samples: {
    "filter[agent-pool]": pool,
    "filter[name]": (context) => context.freshName(),
    "filter[account]": (context) => context.datum("account"),
    "filter[environment]": (context) => context.datum("environment"),
  },
  refusals: {
    deleteAgentPool: [
      {
        topic: "refuses-busy-pool",
        title: "refuse to delete a pool with busy agents, and keep it",
        status: 409,
        fixture: "busyPool",
        accepted: "idlePool",
        parameter: "agent_pool",
        survivor: "getAgentPool",
      },
    ],
  },
  lists: {
    listAgentPools: {
      style: "page",
      items: "/data",
      id: "/id",
      total: "/meta/pagination/total-count",
      next: "/meta/pagination/next-page",
      fill: fillPools,
    },
  },
  controls: {},
  witnesses: {
    createAgentPool: {
      operationId: "listAgentPools",
      ask: ({ body }) => ({ query: { "filter[name]": String(valueAt(body, "/data/attributes/name")) } }),
      part: (json, asked) =>
        JSON.stringify(valueAt(json, "/data") ?? []).includes(String(valueAt(asked.body, "/data/attributes/name"))),
    },
    updateAgentPool: {
      operationId: "getAgentPool",
      ask: ({ path }) => ({ path: path ?? {} }),
      part: (json) => valueAt(json, "/data/attributes"),
    },
    deleteAgentPool: {
      operationId: "getAgentPool",
      ask: ({ path }) => ({ path: path ?? {} }),
      part: (json) => valueAt(json, "/data/id"),
    },
  },
  limits: {
    createAgentPool: (_, status) =>
      status === 409
        ? "answered 409, which the page has for an exhausted quota: delete a pool or name another environment"
        : undefined,
  },
  absent: { createAgentPool: ["/data/relationships/account", "/data/relationships/workspaces"] },
  dataMembers: ["data"],
  items: { listAgentPools: { pointer: "/data" } },
} as const satisfies Omit<Derivation, "api" | "bundle">;

export const scalrSuite: SuiteDescription = {
  api: "scalr",
  probe: { operationId: "listAgentPools", ask: () => ({}) },
  asks,
  creates,
  kinds,
  fixtures: fixtureNames,
  derivation,
  checks: [],
};
