import type { operations } from "../../generated/scalr/types.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { canonical } from "../derived/canonical.ts";
import type { Witness } from "../derived/derivation.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import type { Creation } from "../kit/ledger.ts";
import { look } from "../kit/look.ts";
import type { OwnList } from "../kit/sweep.ts";
import { textAt } from "../kit/text-at.ts";
import { largePages } from "./pool-list.ts";
import { poolBody } from "./pools.ts";

/** Fixtures that `--fixture` takes, in the order of the documentation. */
export const fixtureNames = [
  "workspaces",
  "otherEnvironment",
  "otherWorkspace",
  "busyPool",
  "idlePool",
  "foreignPool",
] as const;

export const kinds = {
  agents: ["busyPool", "idlePool"],
  workspaces: ["workspaces", "otherWorkspace"],
  pools: [],
  "other-tenant": ["foreignPool", "otherToken"],
} as const;

/** A pool of the check's own; under a profile that does not write, any pool there is. */
export async function pool(context: CheckContext): Promise<string> {
  if (!context.has("write")) return textAt(context, await context.prepare("listAgentPools", {}), "/data/0/id", "pools");
  return textAt(context, await createPool(context), "/data/id");
}

function createPool(context: CheckContext) {
  return context.prepare("createAgentPool", { body: poolBody(context) });
}

/** Whether a pool is shown by itself, or in the list. */
async function isPool(context: CheckContext, agent_pool: string): Promise<boolean> {
  const shown = await look(context, "getAgentPool", { path: { agent_pool } });
  if (isSuccess(shown.answer.status)) return true;
  const query = { "filter[agent-pool]": agent_pool };
  const listed = valueAt((await look(context, "listAgentPools", { query })).json, "/data");
  return Array.isArray(listed) && listed.some((item) => valueAt(item, "/id") === agent_pool);
}

export const sights = { busyPool: isPool, idlePool: isPool } as const;

/** A valid request of each operation. */
export const asks = {
  listAgentPools: async (context) => {
    // So that the list is not empty.
    if (context.has("write")) await pool(context);
    return { query: { "filter[environment]": context.datum("environment") } };
  },
  createAgentPool: (context) => ({ body: poolBody(context) }),
  deleteAgentPool: async (context) => ({ path: { agent_pool: await pool(context) } }),
  getAgentPool: async (context) => ({ path: { agent_pool: await pool(context) } }),
  updateAgentPool: async (context) => {
    const id = await pool(context);
    const attributes = { name: context.freshName() };
    return {
      path: { agent_pool: id },
      // No workspaces, since other checks may link those of the fixture at the same time.
      body: { data: { type: "agent-pools", id, attributes, relationships: { workspaces: { data: [] } } } },
    };
  },
} as const satisfies Record<keyof operations, (context: CheckContext) => Promise<Ask> | Ask>;

const poolCreation: Creation = {
  id: "/data/id",
  ask: (id) => ({ path: { agent_pool: id } }),
  showWith: "getAgentPool",
  name: "/data/attributes/name",
  removeWith: "deleteAgentPool",
};

export const own: OwnList = {
  creation: poolCreation,
  operationId: "listAgentPools",
  ask: async (context) => {
    const { session } = context;
    const query = { "filter[environment]": context.datum("environment") };
    const large = { query: { ...query, ...largePages } };
    // Where large pages are refused, those of the server's own size have to do.
    const tried = await session.send(session.operation("listAgentPools"), large, "either").catch(() => undefined);
    return tried && !isSuccess(tried.answer.status) ? { query } : large;
  },
  // Pools of the account as a whole are in no environment's list.
  alsoAsk: (context) => ({ query: { "filter[account]": context.datum("account"), ...largePages } }),
  items: "/data",
  id: "/id",
  name: "/attributes/name",
  isPaged: true,
  createWith: "createAgentPool",
  updateWith: "updateAgentPool",
  steady: ["/data/id", "/data/type", "/data/relationships/account", "/data/relationships/environment"],
};

/** Puts a second pool beside the one that the list's own request makes. */
export async function fillPools(context: CheckContext): Promise<void> {
  await createPool(context);
}

/** What a refused request would have changed. */
export const witnesses: Readonly<Record<string, Witness>> = {
  createAgentPool: async (context, { body }) => {
    const query = { "filter[name]": String(valueAt(body, "/data/attributes/name")) };
    const { json } = await context.prepare("listAgentPools", { query });
    const listed = valueAt(json, "/data");
    const names = Array.isArray(listed) ? listed.map((item) => valueAt(item, "/attributes/name")) : [];
    return canonical(names.filter((name) => name === query["filter[name]"]));
  },
  updateAgentPool: async (context, { path = {} }) => {
    const { json } = await context.prepare("getAgentPool", { path });
    return canonical([valueAt(json, "/data/attributes"), valueAt(json, "/data/relationships")]);
  },
  deleteAgentPool: async (context, { path = {} }) => {
    const { json } = await context.prepare("getAgentPool", { path });
    return canonical([valueAt(json, "/data/id"), valueAt(json, "/data/attributes")]);
  },
};
