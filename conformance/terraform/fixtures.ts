import type { operations } from "../../generated/terraform/types.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { canonical } from "../derived/canonical.ts";
import type { Witness } from "../derived/derivation.ts";
import { bearsName } from "../kit/bears-name.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import type { Creation } from "../kit/ledger.ts";
import type { Limit } from "../kit/suite.ts";
import type { OwnList } from "../kit/sweep.ts";
import { textAt } from "../kit/text-at.ts";
import { Undecided } from "../kit/undecided.ts";
import { deletableStatuses, statusNow } from "./agents.ts";
import { creationOf, inOrganization, renaming } from "./pools.ts";

/** Fixtures that `--fixture` takes, in the order of the documentation. */
export const fixtureNames = [
  "poolWithAgents",
  "busyAgent",
  "idleAgent",
  "deletableAgent",
  "otherOrganization",
  "foreignPool",
] as const;

export const kinds = {
  agents: ["poolWithAgents", "busyAgent", "idleAgent", "deletableAgent"],
  pools: [],
  "several-pools": [],
  "other-tenant": ["otherOrganization", "foreignPool", "otherToken"],
} as const;

export const mostPoolsLookedAt = 20;

/** A pool of the check's own; under a profile that does not write, any pool of the organization. */
async function pool(context: CheckContext): Promise<string> {
  if (!context.has("write")) {
    const list = await context.prepare("listAgentPools", inOrganization(context));
    return textAt(context, list, "/data/0/id", "pools");
  }
  return textAt(context, await createPool(context), "/data/id");
}

/** A pool that is only read: of the check's own, or the one pool of an organization that may have no other. */
async function poolToRead(context: CheckContext): Promise<string> {
  return pool(context).catch(async (error) => {
    if (!(error instanceof Undecided) || error.lacks !== "several-pools") throw error;
    const list = await context.prepare("listAgentPools", inOrganization(context));
    return textAt(context, list, "/data/0/id", "pools");
  });
}

function createPool(context: CheckContext) {
  return context.prepare("createAgentPool", creationOf(context, context.freshName()));
}

/** A pool that has agents, if it is told or can be found; otherwise any pool. */
async function poolWithAgents(context: CheckContext): Promise<string> {
  return context.fixture("poolWithAgents") ?? (await agentFound(context))?.pool ?? poolToRead(context);
}

async function agent(context: CheckContext): Promise<string> {
  const told = context.fixture("busyAgent") ?? context.fixture("idleAgent") ?? context.fixture("deletableAgent");
  const found = told ?? (await agentFound(context))?.agent;
  return (
    found ?? context.unverified("no agent was found: pass --fixture poolWithAgents=ID, or --without agents", "agents")
  );
}

/** An agent that is named for being deleted, and may be: it can have been cleared away or come back to life by now. */
async function deletableAgent(context: CheckContext): Promise<string> {
  for (;;) {
    const id = context.take("deletableAgent");
    if (!context.has("state") || deletableStatuses.has(await statusNow(context, id))) return id;
    if (context.fixture("deletableAgent") === undefined)
      return context.unverified(`the agent ${id} ${isNotDeletable}`, "deletableAgent");
  }
}

const isNotDeletable =
  "is not there, or not unknown, errored or exited now: name another with --fixture deletableAgent=ID, or pass --without deletableAgent";

/** One that came to life between the look at it and its deletion was refused rightly. */
export async function agentAlive(context: CheckContext, status: number): Promise<Limit | undefined> {
  const id = context.taken("deletableAgent").at(-1);
  if (status !== 412 || id === undefined || deletableStatuses.has(await statusNow(context, id))) return undefined;
  return { reason: `the agent ${id} ${isNotDeletable}`, lacks: "deletableAgent" };
}

/** Looks through the first page of pools for one with an agent. */
async function agentFound(context: CheckContext): Promise<{ pool: string; agent: string } | undefined> {
  const told = context.fixture("poolWithAgents");
  const pools = told ? [told] : idsIn((await context.prepare("listAgentPools", inOrganization(context))).json);
  for (const id of pools.slice(0, mostPoolsLookedAt)) {
    const [found] = idsIn((await context.prepare("listAgents", { path: { agent_pool_id: id } })).json);
    if (found) return { pool: id, agent: found };
  }
  return undefined;
}

export function idsIn(json: unknown): string[] {
  const data = valueAt(json, "/data");
  return Array.isArray(data) ? data.map((item) => String(valueAt(item, "/id"))) : [];
}

/** A valid request of each operation. */
export const asks = {
  listAgentPools: async (context) => {
    // So that the list is not empty.
    if (context.has("write")) await poolToRead(context);
    return inOrganization(context);
  },
  listAgents: async (context) => ({ path: { agent_pool_id: await poolWithAgents(context) } }),
  showAgentPool: async (context) => ({ path: { agent_pool_id: await poolToRead(context) } }),
  showAgent: async (context) => ({ path: { agent_id: await agent(context) } }),
  deleteAgent: async (context) => ({ path: { agent_id: await deletableAgent(context) } }),
  createAgentPool: (context) => creationOf(context, context.freshName()),
  updateAgentPool: async (context) => {
    const id = await pool(context);
    return renaming({ id, path: { agent_pool_id: id } }, context.freshName());
  },
  deleteAgentPool: async (context) => ({ path: { agent_pool_id: await pool(context) } }),
} as const satisfies Record<keyof operations, (context: CheckContext) => Promise<Ask> | Ask>;

const poolCreation: Creation = {
  id: "/data/id",
  ask: (id) => ({ path: { agent_pool_id: id } }),
  showWith: "showAgentPool",
  name: "/data/attributes/name",
  removeWith: "deleteAgentPool",
};

export const own: OwnList = {
  creation: poolCreation,
  operationId: "listAgentPools",
  ask: (context) => ({ ...inOrganization(context), query: { sort: "-created-at" } }),
  items: "/data",
  id: "/id",
  name: "/attributes/name",
  // Newest first, but what others create meanwhile is newer still, and pages may be small.
  isPaged: true,
  createWith: "createAgentPool",
  updateWith: "updateAgentPool",
  steady: ["/data/id", "/data/type", "/data/attributes/created-at", "/data/relationships/workspaces/data"],
};

/** Puts a second pool beside the one that the list's own request makes. */
export async function fillPools(context: CheckContext): Promise<void> {
  await createPool(context);
}

/**
 * The page lets an organization have one pool only, and in other places several. Where there is one already, a server
 * may rightly refuse another; where there are more, it does not keep to that reading.
 */
export async function onePoolOnly(context: CheckContext, status: number): Promise<Limit | undefined> {
  if (status !== 422 && status !== 409) return undefined;
  const { json } = await context.prepare("listAgentPools", inOrganization(context));
  if (idsIn(json).length !== 1) return undefined;
  const reason =
    "the organization has a pool already, and this server may allow one only: name one without pools, or pass --without several-pools";
  return { reason, lacks: "several-pools" };
}

/** What a refused request would have changed. */
export const witnesses: Readonly<Record<string, Witness>> = {
  createAgentPool: async (context) => {
    const newest = await context.prepare("listAgentPools", {
      ...inOrganization(context),
      query: { sort: "-created-at" },
    });
    return ownNames(context, valueAt(newest.json, "/data"));
  },
  updateAgentPool: async (context, { path = {} }) => {
    const { json } = await context.prepare("showAgentPool", { path });
    return canonical(valueAt(json, "/data/attributes"));
  },
  deleteAgentPool: async (context, { path = {} }) => {
    const { json } = await context.prepare("showAgentPool", { path });
    return canonical(valueAt(json, "/data/id"));
  },
};

/** Names of pools that can only be ours: those of this run, and those that are no names at all. */
function ownNames(context: CheckContext, listed: unknown): string {
  const names = Array.isArray(listed) ? listed.map((item) => valueAt(item, "/attributes/name")) : [];
  const isOurs = (name: unknown) => typeof name !== "string" || name === "" || bearsName(name, context.namePrefix);
  return canonical(names.filter(isOurs));
}
