import type { Derivation } from "../derived/derivation.ts";
import { jsonApiChecks } from "../json-api/checks.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import type { SuiteDescription } from "../suite-description.ts";
import { isBusy, withAgents } from "./agents.ts";
import { scalrChecks } from "./checks.ts";
import { decides } from "./decides.ts";
import { asks, fillPools, fixtureNames, kinds, own, pool, sights, witnesses } from "./fixtures.ts";
import { jsonApi } from "./json-api.ts";
import { strayRelated } from "./stray-related.ts";
import { linkedBefore } from "./workspaces.ts";

const noPreference = { title: "serve a request that states no preference", headers: { Prefer: null } } as const;

/** The samples name no media type that they accept. */
const sampleHeaders = { title: "serve a request that accepts any media type", headers: { Accept: null } } as const;

const derivation = {
  decides,
  unauthorizedStatuses: [401, 403, 404],
  unknownIds: { agent_pool: "apool-poolproofnosuch" },
  unknownIdStatuses: {},
  oddValues: {
    listAgentPools: {
      "page[number]": ["abc", "0", "-1", "100000"],
      "page[size]": ["abc", "0", "-1", "100000"],
    },
  },
  otherHeaders: {
    listAgentPools: { "takes-no-preference": noPreference, "takes-sample-headers": sampleHeaders },
    createAgentPool: { "takes-no-preference": noPreference, "takes-sample-headers": sampleHeaders },
    getAgentPool: { "takes-no-preference": noPreference, "takes-sample-headers": sampleHeaders },
    updateAgentPool: { "takes-no-preference": noPreference, "takes-sample-headers": sampleHeaders },
    deleteAgentPool: { "takes-no-preference": noPreference },
  },
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
        showing: withAgents,
        isInState: isBusy,
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
      isLinked: false,
      totalRow: "pagination.counts",
      totalLevel: "SHOULD",
      fill: fillPools,
    },
  },
  controls: {},
  consumed: {},
  witnesses,
  absent: { createAgentPool: ["/data/relationships/account", "/data/relationships/workspaces"] },
  sent: [
    ["/data/attributes/name", "/data/attributes/name"],
    ["/data/relationships/environment/data/id", "/data/relationships/environment/data/id"],
  ],
  refusalRows: {
    noData: "errors.no-data",
    nothingChanged: "errors.nothing-changed",
    always: ["errors.refused", "errors.no-server-error"],
  },
  dataMembers: ["data"],
  items: { listAgentPools: { pointer: "/data", kind: "pools" } },
} as const satisfies Omit<Derivation, "api" | "bundle" | "own">;

/** Why a body that links what fixtures name may be refused rightly. */
const strayLinks = async (context: CheckContext, status: number, ask: Ask) =>
  (await linkedBefore(context, status)) ?? (await strayRelated(context, status, ask));

export const scalrSuite: SuiteDescription = {
  api: "scalr",
  probe: { operationId: "listAgentPools", ask: () => ({}) },
  tokenProbes: (context) => {
    const agent_pool = context.fixture("foreignPool");
    return agent_pool === undefined ? [] : [{ operationId: "getAgentPool", ask: { path: { agent_pool } } }];
  },
  asks,
  own,
  kinds,
  fixtures: fixtureNames,
  sights,
  limits: {
    createAgentPool: async (context, status, ask) => {
      const reason = "answered 409, which the page has for an exhausted quota: delete a pool or name another account";
      return (await strayLinks(context, status, ask)) ?? (status === 409 ? { reason } : undefined);
    },
    updateAgentPool: strayLinks,
  },
  derivation,
  checks: [...scalrChecks, ...jsonApiChecks(jsonApi)],
};
