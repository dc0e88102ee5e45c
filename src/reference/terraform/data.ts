import {
  type DataForm,
  itemsOf,
  keep,
  type Listed,
  listSchema,
  momentOf,
  numbered,
  readMoment,
  textSchema,
} from "../data-form.ts";
import type { Agent, AgentPool, TerraformStore } from "./store.ts";

const ownOrganization = "my-organization";
const otherOrganization = "other-organization";

interface AgentData {
  readonly id?: string;
  readonly name?: string | null;
  readonly status?: Agent["status"];
  readonly "ip-address"?: string | null;
  readonly "last-ping-at"?: string | null;
}

interface PoolData {
  readonly id?: string;
  readonly name?: string;
  readonly organization?: string;
  readonly "created-at"?: string;
  readonly workspaces?: readonly string[];
  readonly busy?: boolean;
  readonly agents?: Listed<AgentData>;
}

interface Data {
  readonly organizations?: readonly string[];
  readonly pools?: Listed<PoolData>;
}

/** Pools with their agents; the members are called as in the API's answers. */
export const terraformData: DataForm<TerraformStore> = {
  schema: {
    type: "object",
    additionalProperties: false,
    properties: {
      organizations: { type: "array", items: textSchema, description: "Organizations, also those without a pool." },
      pools: listSchema("Agent pools, in the order of their creation.", {
        id: textSchema,
        name: { type: "string", pattern: "^[A-Za-z0-9_-]+$" },
        organization: { ...textSchema, description: `${ownOrganization} unless named.` },
        "created-at": { type: "string", format: "date-time" },
        workspaces: { type: "array", items: textSchema, description: "Ids of the workspaces that use the pool." },
        busy: { type: "boolean", description: "True makes all its agents busy, false none." },
        agents: listSchema("Agents of the pool.", {
          id: textSchema,
          name: { type: ["string", "null"] },
          status: { enum: ["idle", "busy", "unknown", "exited", "errored"], description: "idle unless named." },
          "ip-address": { type: ["string", "null"] },
          "last-ping-at": { type: ["string", "null"], format: "date-time" },
        }),
      }),
    },
  },
  lists: { pools: { path: ["pools"], key: "id" }, agents: { path: ["pools", "agents"], key: "id" } },
  read(data, report) {
    const { organizations = [], pools } = data as Data;
    const store: TerraformStore = {
      organizations: new Set([ownOrganization, otherOrganization, ...organizations]),
      pools: new Map(),
      agents: new Map(),
    };
    const names = new Map<string, AgentPool>();
    for (const [index, row] of itemsOf(pools, "name").entries()) {
      const pool = poolOf(row, index);
      store.organizations.add(pool.organization);
      keep(store.pools, pool.id, pool, report, `/pools/${index}/id`);
      keep(names, `${pool.organization}/${pool.name}`, pool, report, `/pools/${index}/name`);
      for (const [place, agentRow] of agentRows(row).entries()) {
        const agent = agentOf(agentRow, store.agents.size, pool);
        keep(store.agents, agent.id, agent, report, `/pools/${index}/agents/${place}/id`);
      }
    }
    return store;
  },
  write: ({ organizations, pools, agents }) => ({
    organizations: [...organizations],
    pools: [...pools.values()].map((pool) => ({
      id: pool.id,
      name: pool.name,
      organization: pool.organization,
      "created-at": pool.createdAt.toISOString(),
      workspaces: pool.workspaceIds,
      agents: [...agents.values()].filter(({ poolId }) => poolId === pool.id).map(agentData),
    })),
  }),
  furtherTenants: ({ organizations }) =>
    [...organizations].filter((each) => each !== ownOrganization && each !== otherOrganization),
};

function poolOf(row: PoolData, index: number): AgentPool {
  return {
    id: row.id ?? `apool-data${numbered(index)}`,
    organization: row.organization ?? ownOrganization,
    name: row.name ?? `pool-${numbered(index)}`,
    createdAt: row["created-at"] === undefined ? momentOf(index) : readMoment(row["created-at"]),
    workspaceIds: row.workspaces ?? [],
  };
}

/** A busy pool without agents has one, since nothing else could be busy in it. */
function agentRows({ agents, busy }: PoolData): readonly AgentData[] {
  const rows = itemsOf(agents, "name");
  if (busy === undefined) return rows;
  if (busy) return (rows.length === 0 ? [{}] : rows).map((row) => ({ ...row, status: "busy" }));
  return rows.map((row) => (row.status === "busy" ? { ...row, status: "idle" } : row));
}

function agentOf(row: AgentData, index: number, { id: poolId }: AgentPool): Agent {
  const ping = row["last-ping-at"];
  return {
    id: row.id ?? `agent-data${numbered(index)}`,
    poolId,
    name: row.name === undefined ? `agent-${numbered(index)}` : row.name,
    status: row.status ?? "idle",
    ipAddress: row["ip-address"] === undefined ? `192.0.2.${(index % 250) + 1}` : row["ip-address"],
    lastPingAt: ping === null ? null : ping === undefined ? momentOf(index) : readMoment(ping),
  };
}

function agentData({ id, name, status, ipAddress, lastPingAt }: Agent): AgentData {
  return { id, name, status, "ip-address": ipAddress, "last-ping-at": lastPingAt?.toISOString() ?? null };
}
