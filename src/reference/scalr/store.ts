export interface Account {
  readonly id: string;
  readonly name: string;
  /** Pools that the account may have in all its scopes. */
  readonly poolQuota: number;
}

export interface Environment {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
}

export interface Workspace {
  readonly id: string;
  readonly environmentId: string;
  readonly name: string;
  /** The one pool that the workspace is linked to; null for none. */
  readonly poolId: string | null;
}

export interface Agent {
  readonly id: string;
  readonly poolId: string;
  readonly name: string;
  readonly status: "busy" | "idle";
}

/** Where a pool is defined: an environment, or the whole account where that is null. */
export interface Scope {
  readonly accountId: string;
  readonly environmentId: string | null;
}

export interface AgentPool extends Scope {
  readonly id: string;
  readonly name: string;
}

export interface ScalrStore {
  readonly accounts: Map<string, Account>;
  readonly environments: Map<string, Environment>;
  readonly workspaces: Map<string, Workspace>;
  readonly agents: Map<string, Agent>;
  /** In the order of their creation. */
  readonly pools: Map<string, AgentPool>;
}

export function agentsOf({ agents }: ScalrStore, pool: AgentPool): Agent[] {
  return ofPool(agents, pool);
}

export function workspacesOf({ workspaces }: ScalrStore, pool: AgentPool): Workspace[] {
  return ofPool(workspaces, pool);
}

/** Without a copy of them all, since a list asks for those of each of its pools. */
function ofPool<Item extends { readonly poolId: string | null }>(
  items: ReadonlyMap<string, Item>,
  { id }: AgentPool,
): Item[] {
  const found: Item[] = [];
  for (const item of items.values()) if (item.poolId === id) found.push(item);
  return found;
}
