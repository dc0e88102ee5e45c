type Row = Readonly<Record<string, unknown>>;

/**
 * Values of path parameters that lead to something in an API's data: the first of each, by every name that the APIs
 * have for it.
 */
export function sampleParams(data: unknown): Readonly<Record<string, string>> {
  const { pools = [], runners = [] } = (data ?? {}) as { pools?: readonly Row[]; runners?: readonly Row[] };
  const pool = pools.find((each) => lengthOf(each.agents) > 0) ?? pools[0];
  const [agent] = (pool?.agents ?? []) as readonly Row[];
  const runner = runners.find((each) => lengthOf(each.pods) > 0) ?? runners[0];
  const found = {
    organization_name: pool?.organization,
    organization: pool?.organization,
    agent_pool_id: pool?.id,
    agent_pool: pool?.id,
    poolId: pool?.id,
    agent_id: agent?.id,
    id: runner?.id,
  };
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
