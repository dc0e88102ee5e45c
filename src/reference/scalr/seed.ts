import type { Account, Agent, AgentPool, Environment, ScalrStore, Scope, Workspace } from "./store.ts";

const poolCount = 28;
const foreignPoolCount = 3;
/** Fewer than the pools, so that two names occur in two scopes each. */
const nameCount = 26;

const accounts: readonly Account[] = [
  { id: "acc-svrcncgh453bi8g", name: "my-account", poolQuota: 1000 },
  { id: "acc-seed0002", name: "other-account", poolQuota: 1000 },
];

const environments: readonly Environment[] = [
  { id: "env-svrcnchebt61e30", accountId: "acc-svrcncgh453bi8g", name: "my-environment" },
  { id: "env-seed0002", accountId: "acc-svrcncgh453bi8g", name: "staging" },
  { id: "env-seed0003", accountId: "acc-seed0002", name: "other-environment" },
];

/** Pools take these in turn. */
const scopes: readonly Scope[] = [
  { accountId: "acc-svrcncgh453bi8g", environmentId: "env-svrcnchebt61e30" },
  { accountId: "acc-svrcncgh453bi8g", environmentId: null },
  { accountId: "acc-svrcncgh453bi8g", environmentId: "env-seed0002" },
];

const foreignScopes: readonly Scope[] = [
  { accountId: "acc-seed0002", environmentId: null },
  { accountId: "acc-seed0002", environmentId: "env-seed0003" },
];

const workspaces: readonly Workspace[] = [
  // Those of the bulk link's sample; linked to nothing, so that the sample can be sent as it is.
  { id: "ws-tkklps8s31vseto", environmentId: "env-svrcnchebt61e30", name: "network", poolId: null },
  { id: "ws-tkklq6v7im56cd0", environmentId: "env-svrcnchebt61e30", name: "cluster", poolId: null },
  { id: "ws-tkklqi19gvk7jc0", environmentId: "env-svrcnchebt61e30", name: "database", poolId: null },
  { id: "ws-seed0001", environmentId: "env-svrcnchebt61e30", name: "storage", poolId: "apool-seed0003" },
  { id: "ws-seed0002", environmentId: "env-svrcnchebt61e30", name: "queue", poolId: "apool-seed0003" },
  { id: "ws-seed0003", environmentId: "env-svrcnchebt61e30", name: "cache", poolId: "apool-seed0001" },
  { id: "ws-seed0004", environmentId: "env-seed0002", name: "network", poolId: null },
  { id: "ws-seed0005", environmentId: "env-seed0002", name: "cluster", poolId: "apool-seed0001" },
  { id: "ws-seed0006", environmentId: "env-seed0002", name: "database", poolId: "apool-seed0002" },
  { id: "ws-seed0007", environmentId: "env-seed0003", name: "network", poolId: "apool-seed0028" },
  { id: "ws-seed0008", environmentId: "env-seed0003", name: "cluster", poolId: null },
];

const agents: readonly Agent[] = [
  { id: "agent-seed0001", poolId: "apool-seed0003", name: "runner-1", status: "busy" },
  { id: "agent-seed0002", poolId: "apool-seed0003", name: "runner-2", status: "idle" },
  { id: "agent-seed0003", poolId: "apool-seed0004", name: "runner-3", status: "busy" },
  { id: "agent-seed0004", poolId: "apool-seed0006", name: "runner-4", status: "idle" },
  { id: "agent-seed0005", poolId: "apool-seed0006", name: "runner-5", status: "idle" },
  { id: "agent-seed0006", poolId: "apool-seed0007", name: "runner-6", status: "idle" },
  { id: "agent-seed0007", poolId: "apool-seed0009", name: "runner-7", status: "idle" },
  { id: "agent-seed0008", poolId: "apool-seed0028", name: "runner-1", status: "busy" },
  { id: "agent-seed0009", poolId: "apool-seed0029", name: "runner-2", status: "idle" },
];

/** More pools than fit a page, of both scopes, some in use, and a second account. */
export function seedScalr(): ScalrStore {
  const pools = [
    ...Array.from({ length: poolCount }, (_, index) => poolOf(index, scopes)),
    ...Array.from({ length: foreignPoolCount }, (_, index) => poolOf(poolCount + index, foreignScopes)),
  ];
  return {
    accounts: byId(accounts),
    environments: byId(environments),
    workspaces: byId(workspaces),
    agents: byId(agents),
    pools: byId(pools),
  };
}

function poolOf(index: number, among: readonly Scope[]): AgentPool {
  const scope = among[index % among.length] as Scope;
  return {
    // The first one is the pool of the samples.
    id: index === 0 ? "apool-tkacmbjoemheukg" : `apool-seed${padded(index)}`,
    // Not in the order of their creation, so that the two orders can be told apart.
    name: `pool-${padded((index * 11) % nameCount)}`,
    ...scope,
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function padded(index: number): string {
  return String(index).padStart(4, "0");
}
