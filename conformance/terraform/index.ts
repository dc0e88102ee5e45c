import { valueAt } from "../../src/contract/json-pointer.ts";
import type { Derivation } from "../derived/derivation.ts";
import type { SuiteDescription } from "../suite-description.ts";
import { decides } from "./decides.ts";
import { asks, fillPools, fixtureNames, kinds, onePoolOnly, own, witnesses } from "./fixtures.ts";

const pages = {
  style: "page",
  items: "/data",
  id: "/id",
  total: "/meta/pagination/total-count",
  next: "/meta/pagination/next-page",
  isLinked: true,
  totalRow: "pagination.counts",
  totalLevel: "MUST",
} as const;

const derivation = {
  decides,
  unauthorizedStatuses: [401, 404],
  unknownIds: {
    organization_name: "poolproof-no-such-organization",
    agent_pool_id: "apool-poolproofnosuch00",
    agent_id: "agent-poolproofnosuch00",
  },
  unknownIdStatuses: {},
  oddValues: {
    listAgentPools: { sort: "poolproof", "page[number]": "abc", "page[size]": "101" },
    listAgents: { "filter[last-ping-since]": "yesterday", "page[number]": "abc", "page[size]": "101" },
  },
  samples: {},
  refusals: {
    deleteAgent: [
      {
        topic: "refuses-busy-agent",
        title: "refuse to delete a busy agent, and keep it",
        status: 412,
        fixture: "busyAgent",
        accepted: "deletableAgent",
        parameter: "agent_id",
        survivor: "showAgent",
        isInState: (json) => valueAt(json, "/data/attributes/status") === "busy",
      },
      {
        topic: "refuses-idle-agent",
        title: "refuse to delete an idle agent, and keep it",
        status: 412,
        fixture: "idleAgent",
        accepted: "deletableAgent",
        parameter: "agent_id",
        survivor: "showAgent",
        isInState: (json) => valueAt(json, "/data/attributes/status") === "idle",
      },
    ],
  },
  lists: { listAgentPools: { ...pages, fill: fillPools }, listAgents: pages },
  controls: { deleteAgent: "showAgent" },
  consumed: { deleteAgent: "deletableAgent" },
  witnesses,
  absent: {},
  sent: [["/data/attributes/name", "/data/attributes/name"]],
  refusalRows: {
    noData: "errors.no-data",
    nothingChanged: "errors.nothing-changed",
    always: ["errors.refused", "errors.no-server-error"],
  },
  dataMembers: ["data"],
  items: {
    listAgentPools: { pointer: "/data", kind: "pools" },
    listAgents: { pointer: "/data", kind: "agents", fixture: "poolWithAgents" },
  },
} as const satisfies Omit<Derivation, "api" | "bundle" | "own">;

export const terraformSuite: SuiteDescription = {
  api: "terraform",
  probe: {
    operationId: "listAgentPools",
    ask: ({ organization = "" }) => ({ path: { organization_name: organization } }),
  },
  asks,
  own,
  kinds,
  fixtures: fixtureNames,
  limits: { createAgentPool: onePoolOnly },
  derivation,
  checks: [],
};
