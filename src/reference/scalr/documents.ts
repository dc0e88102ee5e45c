import type { components } from "../../../generated/scalr/types.ts";
import { finishDocuments } from "../finish-documents.ts";
import { type AgentPool, agentsOf, type ScalrStore, workspacesOf } from "./store.ts";

type PoolResource = components["schemas"]["AgentPool"];
type IncludedResource = components["schemas"]["IncludedResource"];

/** A pool as the sample shows it: an absolute self link, null for no agents and no environment. */
export function poolResource(store: ScalrStore, pool: AgentPool, baseUrl: string): PoolResource {
  return resourceOf(pool, baseUrl, ...idsOf(store, pool));
}

/** The same for lists, in which most are as they were before. */
export function listedPool(store: ScalrStore, pool: AgentPool, baseUrl: string): PoolResource {
  return listedResourceOf(pool, baseUrl, ...idsOf(store, pool));
}

type Ids = readonly string[];

/** Of the pool's agents and of its workspaces. */
function idsOf(store: ScalrStore, pool: AgentPool): [Ids, Ids] {
  return [agentsOf(store, pool).map(({ id }) => id), workspacesOf(store, pool).map(({ id }) => id)];
}

function resourceOf(pool: AgentPool, baseUrl: string, agentIds: Ids, workspaceIds: Ids): PoolResource {
  const { id, name, accountId, environmentId } = pool;
  const agents = agentIds.map((agent) => ({ id: agent, type: "agents" }));
  const workspaces = workspaceIds.map((workspace) => ({ id: workspace, type: "workspaces" as const }));
  return {
    attributes: { name },
    id,
    links: { self: `${baseUrl}/agent-pools/${id}` },
    relationships: {
      account: { data: { id: accountId, type: "accounts" } },
      agents: agents.length === 0 ? null : { data: agents },
      environment: environmentId === null ? null : { data: { id: environmentId, type: "environments" } },
      workspaces: { data: workspaces },
    },
    type: "agent-pools",
  };
}

const listedResourceOf = finishDocuments(resourceOf);

/**
 * What `include` asks for of some pools, each resource once, or null where it asks for nothing.
 * @param include the parameter as sent, null without one; the contract has seen to its values
 */
export function includedResources(
  store: ScalrStore,
  pools: readonly AgentPool[],
  include: string | null,
): IncludedResource[] | null {
  if (include === null) return null;
  const paths = include.split(",").filter(isPath);
  const all = pools.flatMap((pool) => paths.flatMap((path) => relatedBy[path](store, pool)));
  return [...new Map(all.map((resource) => [`${resource.type} ${resource.id}`, resource])).values()];
}

const relatedBy = {
  account: ({ accounts }, { accountId }) => named("accounts", [accounts.get(accountId)]),
  agents: (store, pool) =>
    agentsOf(store, pool).map(({ id, name, status }) => ({ id, type: "agents", attributes: { name, status } })),
  environment: ({ environments }, { environmentId }) => named("environments", [environments.get(environmentId ?? "")]),
  workspaces: (store, pool) => named("workspaces", workspacesOf(store, pool)),
} as const satisfies Record<string, (store: ScalrStore, pool: AgentPool) => IncludedResource[]>;

function isPath(text: string): text is keyof typeof relatedBy {
  return Object.hasOwn(relatedBy, text);
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function named(type: string, items: readonly (Named | undefined)[]): IncludedResource[] {
  return items.flatMap((item) => (item ? [{ id: item.id, type, attributes: { name: item.name } }] : []));
}
