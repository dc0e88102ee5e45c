import { type DataForm, itemsOf, keep, type Listed, listSchema, numbered, textSchema } from "../data-form.ts";
import { findRelated, type RelatedData, type Report, readRelated } from "./related-data.ts";
import { isWithin } from "./scope.ts";
import { type Account, type Agent, type AgentPool, agentsOf, type ScalrStore, workspacesOf } from "./store.ts";

const ownAccount = "acc-svrcncgh453bi8g";
const otherAccount = "acc-seed0002";

interface AgentData {
  readonly id?: string;
  readonly name?: string;
  readonly status?: Agent["status"];
}

interface PoolData {
  readonly id?: string;
  readonly name?: string;
  readonly account?: string;
  readonly environment?: string | null;
  readonly workspaces?: readonly string[];
  readonly busy?: boolean;
  readonly agents?: Listed<AgentData>;
}

interface Data extends RelatedData {
  readonly pools?: Listed<PoolData>;
}

const named = { id: textSchema, name: textSchema };

/** Pools with their agents, and what they refer to, by id or by name. */
export const scalrData: DataForm<ScalrStore> = {
  schema: {
    type: "object",
    additionalProperties: false,
    properties: {
      accounts: listSchema("Accounts beside those of the reference data.", {
        ...named,
        "pool-quota": { type: "integer", minimum: 0 },
      }),
      environments: listSchema("Environments; those of the reference data unless listed.", {
        ...named,
        account: textSchema,
      }),
      workspaces: listSchema("Workspaces; those of the reference data unless listed.", {
        ...named,
        environment: textSchema,
      }),
      pools: listSchema("Agent pools, in the order of their creation.", {
        ...named,
        account: { ...textSchema, description: "Id or name; that of the environment, or the reference account." },
        environment: {
          type: ["string", "null"],
          description: "Id or name; without one the pool is of the account's scope.",
        },
        workspaces: { type: "array", items: textSchema, description: "Ids or names of the linked workspaces." },
        busy: { type: "boolean", description: "True makes all its agents busy, false none." },
        agents: listSchema("Agents of the pool.", {
          ...named,
          status: { enum: ["busy", "idle"], description: "idle unless named." },
        }),
      }),
    },
  },
  lists: {
    pools: { path: ["pools"], key: "id" },
    agents: { path: ["pools", "agents"], key: "id" },
    workspaces: { path: ["workspaces"], key: "id" },
    environments: { path: ["environments"], key: "id" },
  },
  read(data, report) {
    const store = readRelated(data as Data, report);
    const names = new Map<string, AgentPool>();
    for (const [index, row] of itemsOf((data as Data).pools, "name").entries()) {
      const pool = poolOf(store, row, index, report);
      keep(store.pools, pool.id, pool, report, `/pools/${index}/id`);
      keep(names, `${pool.environmentId ?? pool.accountId}/${pool.name}`, pool, report, `/pools/${index}/name`);
      link(store, pool, row.workspaces ?? [], report, `/pools/${index}/workspaces`);
      for (const [place, agentRow] of agentRows(row).entries()) {
        const agent = agentOf(agentRow, store.agents.size, pool);
        keep(store.agents, agent.id, agent, report, `/pools/${index}/agents/${place}/id`);
      }
    }
    return store;
  },
  write: (store) => ({
    accounts: [...store.accounts.values()].map(({ poolQuota, ...rest }) => ({ ...rest, "pool-quota": poolQuota })),
    environments: [...store.environments.values()].map(({ accountId, ...rest }) => ({ ...rest, account: accountId })),
    workspaces: [...store.workspaces.values()].map(({ id, name, environmentId }) => ({
      id,
      name,
      environment: environmentId,
    })),
    pools: [...store.pools.values()].map((pool) => ({
      id: pool.id,
      name: pool.name,
      account: pool.accountId,
      environment: pool.environmentId,
      workspaces: workspacesOf(store, pool).map(({ id }) => id),
      agents: agentsOf(store, pool).map(({ id, name, status }) => ({ id, name, status })),
    })),
  }),
  furtherTenants: ({ accounts }) => [...accounts.keys()].filter((id) => id !== ownAccount && id !== otherAccount),
};

function poolOf(store: ScalrStore, row: PoolData, index: number, report: Report): AgentPool {
  const environment =
    row.environment == null
      ? undefined
      : findRelated(store.environments, row.environment, "environment", report, `/pools/${index}/environment`);
  const wanted = row.account ?? environment?.accountId ?? ownAccount;
  const account: Account | undefined = findRelated(
    store.accounts,
    wanted,
    "account",
    report,
    `/pools/${index}/account`,
  );
  if (account && environment && environment.accountId !== account.id) {
    report(`/pools/${index}/account`, `the environment ${environment.id} is not one of the account ${account.id}`);
  }
  return {
    id: row.id ?? `apool-data${numbered(index)}`,
    name: row.name ?? `pool-${numbered(index)}`,
    accountId: account?.id ?? "",
    environmentId: environment?.id ?? null,
  };
}

function link(store: ScalrStore, pool: AgentPool, words: readonly string[], report: Report, pointer: string): void {
  const allowed = [...store.workspaces.values()].filter((workspace) => isWithin(store, pool, workspace));
  const among = new Map(allowed.map((workspace) => [workspace.id, workspace]));
  for (const [place, word] of words.entries()) {
    const workspace = findRelated(among, word, "workspace in the scope of the pool", report, `${pointer}/${place}`);
    if (!workspace) continue;
    const linkedTo = store.workspaces.get(workspace.id)?.poolId;
    if (linkedTo) report(`${pointer}/${place}`, `${word} is linked to the pool ${linkedTo} already`);
    store.workspaces.set(workspace.id, { ...workspace, poolId: pool.id });
  }
}

/** A busy pool without agents has one, since nothing else could be busy in it. */
function agentRows({ agents, busy }: PoolData): readonly AgentData[] {
  const rows = itemsOf(agents, "name");
  if (busy === undefined) return rows;
  return (rows.length === 0 && busy ? [{}] : rows).map((row) => ({ ...row, status: busy ? "busy" : "idle" }));
}

function agentOf({ id, name, status = "idle" }: AgentData, index: number, pool: AgentPool): Agent {
  return {
    id: id ?? `agent-data${numbered(index)}`,
    poolId: pool.id,
    name: name ?? `agent-${numbered(index)}`,
    status,
  };
}
