import type { operations } from "../../generated/pulumi/types.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { canonical } from "../derived/canonical.ts";
import type { Witness } from "../derived/derivation.ts";
import { bearsName } from "../kit/bears-name.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import type { Creation } from "../kit/ledger.ts";
import { look } from "../kit/look.ts";
import type { TokenProbe } from "../kit/suite.ts";
import type { OwnList } from "../kit/sweep.ts";
import { textAt } from "../kit/text-at.ts";

/** Fixtures that `--fixture` takes, in the order of the documentation. */
export const fixtureNames = ["poolWithAgents", "otherOrganization", "foreignPool"] as const;

export const kinds = {
  agents: ["poolWithAgents"],
  pools: [],
  "other-tenant": ["otherOrganization", "foreignPool", "otherToken"],
} as const;

const mostPoolsLookedAt = 10;

const inOrganization = (context: CheckContext) => ({ organization: context.datum("organization") });

const poolBody = (context: CheckContext) => ({ name: context.freshName(), description: "Made by a conformance run" });

/** A pool of the check's own; under a profile that does not write, any pool of the organization. */
async function poolPath(context: CheckContext) {
  const path = inOrganization(context);
  if (!context.has("write")) {
    return {
      ...path,
      poolId: textAt(context, await context.prepare("listAgentPools", { path }), "/agentPools/0/id", "pools"),
    };
  }
  const created = await context.prepare("createAgentPool", { path, body: poolBody(context) });
  return { ...path, poolId: textAt(context, created, "/id") };
}

/** Looks through the first pools of the list for one with an agent. */
async function poolWithAgents(context: CheckContext): Promise<string | undefined> {
  const path = inOrganization(context);
  const listed = valueAt((await context.prepare("listAgentPools", { path })).json, "/agentPools");
  const ids = Array.isArray(listed) ? listed.map((pool) => String(valueAt(pool, "/id"))) : [];
  for (const poolId of ids.slice(0, mostPoolsLookedAt)) {
    const { json } = await context.prepare("getAgentPool", { path: { ...path, poolId } });
    const agents = valueAt(json, "/agents");
    if (Array.isArray(agents) && agents.length > 0) return poolId;
  }
  return undefined;
}

/** The list of the organization that is named as another user's, which that user may see. */
export function tokenProbes(context: CheckContext): TokenProbe[] {
  const organization = context.fixture("otherOrganization");
  return organization === undefined ? [] : [{ operationId: "listAgentPools", ask: { path: { organization } } }];
}

/** Whether a pool is shown by itself, or in the list, which has all of them. */
async function isPool(context: CheckContext, poolId: string): Promise<boolean> {
  const path = inOrganization(context);
  const shown = await look(context, "getAgentPool", { path: { ...path, poolId } });
  if (isSuccess(shown.answer.status)) return true;
  const listed = valueAt((await look(context, "listAgentPools", { path })).json, "/agentPools");
  return Array.isArray(listed) && listed.some((pool) => valueAt(pool, "/id") === poolId);
}

export const sights = { poolWithAgents: isPool } as const;

/** A valid request of each operation. */
export const asks = {
  createAgentPool: (context) => ({ path: inOrganization(context), body: poolBody(context) }),
  updateAgentPool: async (context) => ({ path: await poolPath(context), body: poolBody(context) }),
  deleteAgentPool: async (context) => ({ path: await poolPath(context) }),
  getAgentPool: async (context) => {
    const poolId = context.fixture("poolWithAgents") ?? (await poolWithAgents(context));
    return { path: poolId === undefined ? await poolPath(context) : { ...inOrganization(context), poolId } };
  },
  listAgentPools: async (context) => {
    // So that the list is not empty.
    if (context.has("write")) await poolPath(context);
    return { path: inOrganization(context) };
  },
} as const satisfies Record<keyof operations, (context: CheckContext) => Promise<Ask> | Ask>;

const poolCreation: Creation = {
  id: "/id",
  ask: (poolId, { url }) => ({ path: { organization: organizationIn(url), poolId } }),
  showWith: "getAgentPool",
  name: "/name",
  removeWith: "deleteAgentPool",
};

export const own: OwnList = {
  creation: poolCreation,
  operationId: "listAgentPools",
  ask: (context) => ({ path: inOrganization(context) }),
  items: "/agentPools",
  id: "/id",
  name: "/name",
  isPaged: false,
  createWith: "createAgentPool",
  updateWith: "updateAgentPool",
  steady: ["/id", "/created"],
};

/** The organization that a pool was created in, from the URL of the request: `…/orgs/{organization}/agent-pools`. */
function organizationIn(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split("/").at(-2) ?? "");
}

/** What a refused request would have changed. */
export const witnesses: Readonly<Record<string, Witness>> = {
  createAgentPool: async (context, { path = {} }) => {
    const { json } = await context.prepare("listAgentPools", { path });
    const listed = valueAt(json, "/agentPools");
    const names = Array.isArray(listed) ? listed.map((item) => valueAt(item, "/name")) : [];
    // Only what can be ours: names of this run, and what is no name at all.
    const isOurs = (name: unknown) => typeof name !== "string" || name === "" || bearsName(name, context.namePrefix);
    return canonical(names.filter(isOurs));
  },
  updateAgentPool: async (context, { path = {} }) => {
    const { json } = await context.prepare("getAgentPool", { path });
    return canonical([valueAt(json, "/name"), valueAt(json, "/description")]);
  },
  deleteAgentPool: async (context, { path = {} }) => {
    const { json } = await context.prepare("getAgentPool", { path });
    return canonical(valueAt(json, "/id"));
  },
};
