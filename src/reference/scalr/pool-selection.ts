import type { AgentPool } from "./store.ts";

/** Values of a pool by the filter that compares them. An account's pools are those of its environments as well. */
const filters = {
  "filter[agent-pool]": (pool: AgentPool) => pool.id,
  "filter[name]": (pool: AgentPool) => pool.name,
  "filter[account]": (pool: AgentPool) => pool.accountId,
  "filter[environment]": (pool: AgentPool) => pool.environmentId,
} as const;

/** Values of a pool by the key that orders them. Pools of the account scope come before those of environments. */
const sortKeys: Readonly<Record<string, (pool: AgentPool) => string>> = {
  account: ({ accountId }) => accountId,
  environment: ({ environmentId }) => environmentId ?? "",
  name: ({ name }) => name,
};

/** Keeps the pools that every filter sent lets through. */
export function filterPools(pools: readonly AgentPool[], query: URLSearchParams): AgentPool[] {
  const sent = Object.entries(filters).flatMap(([name, readValue]) => {
    const value = query.get(name);
    return value === null ? [] : [{ readValue, value }];
  });
  return pools.filter((pool) => sent.every(({ readValue, value }) => readValue(pool) === value));
}

/** Orders pools by each key in turn; what no key tells apart stays in the order of creation. */
export function sortPools(pools: readonly AgentPool[], sort: string | null): AgentPool[] {
  if (sort === null) return [...pools];
  const keys = sort.split(",");
  return pools.toSorted((a, b) => keys.reduce((order, key) => order || compareBy(key, a, b), 0));
}

function compareBy(key: string, a: AgentPool, b: AgentPool): number {
  const readKey = sortKeys[key.replace(/^-/, "")];
  if (!readKey) return 0;
  const order = compareTexts(readKey(a), readKey(b));
  return key.startsWith("-") ? -order : order;
}

/** By code units, so that the order is the same everywhere. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
