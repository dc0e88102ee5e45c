import { valueAt } from "../../src/contract/json-pointer.ts";
import type { Derivation } from "../derived/derivation.ts";
import { jsonApiChecks } from "../json-api/checks.ts";
import type { SuiteDescription } from "../suite-description.ts";
import { checks } from "./checks.ts";
import { decides } from "./decides.ts";
import { agentAlive, asks, fillPools, fixtureNames, kinds, onePoolOnly, own, witnesses } from "./fixtures.ts";
import { jsonApi } from "./json-api.ts";
import { agentLinksToItself } from "./show-agent/links-to-itself.ts";
import { sights, tokenProbes } from "./sights.ts";

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

/** The last number is the first that no signed integer of 64 bits holds. */
const oddPages = { "page[number]": ["abc", "9223372036854775808"], "page[size]": ["101", "0"] } as const;

/** The page's samples label a body that is not there, and curl takes whatever it gets. */
const sampleHeaders = {
  title: "serve the sample's request, which labels a body that it has not",
  headers: { "Content-Type": "application/vnd.api+json", Accept: "*/*" },
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
    listAgentPools: { sort: "poolproof", ...oddPages },
    listAgents: { "filter[last-ping-since]": "yesterday", ...oddPages },
  },
  otherHeaders: {
    listAgentPools: { "takes-sample-headers": sampleHeaders },
    listAgents: { "takes-sample-headers": sampleHeaders },
    showAgentPool: { "takes-sample-headers": sampleHeaders },
    showAgent: { "takes-sample-headers": sampleHeaders },
    deleteAgentPool: { "takes-sample-headers": sampleHeaders },
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
  tokenProbes,
  asks,
  own,
  kinds,
  fixtures: fixtureNames,
  sights,
  limits: { createAgentPool: onePoolOnly, deleteAgent: agentAlive },
  derivation,
  checks: [...jsonApiChecks(jsonApi), agentLinksToItself, ...checks],
};
