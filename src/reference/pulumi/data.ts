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
import type { Agent, AgentPool, PulumiStore } from "./store.ts";

const ownOrganization = "organization";
const otherOrganization = "other-organization";

/** A date, or milliseconds since 1970. */
type Moment = string | number;

interface AgentData {
  readonly hostname?: string;
  readonly status?: Agent["status"];
  readonly version?: string;
  readonly ip?: string;
  readonly pid?: string;
  readonly lastSeen?: Moment;
}

interface PoolData {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  readonly organization?: string;
  readonly created?: Moment;
  readonly lastSeen?: Moment | null;
  readonly lastDeployment?: Moment | null;
  readonly never?: AgentPool["never"];
  readonly status?: Agent["status"];
  readonly agents?: Listed<AgentData>;
}

interface Data {
  readonly organizations?: readonly string[];
  readonly pools?: Listed<PoolData>;
}

const momentSchema = {
  type: ["string", "integer"],
  format: "date-time",
  minimum: 0,
  description: "A date, or milliseconds since 1970.",
};
const momentOrNullSchema = { ...momentSchema, type: ["string", "integer", "null"] };

/** Pools with their agents, which the page also calls deployment runners; the members are called as in the API's answers. */
export const pulumiData: DataForm<PulumiStore> = {
  schema: {
    type: "object",
    additionalProperties: false,
    properties: {
      organizations: { type: "array", items: textSchema, description: "Organizations, also those without a pool." },
      pools: listSchema("Agent pools, in the order of their creation.", {
        id: textSchema,
        name: { type: "string" },
        description: { type: "string" },
        organization: { ...textSchema, description: `${ownOrganization} unless named.` },
        created: momentSchema,
        lastSeen: momentOrNullSchema,
        lastDeployment: momentOrNullSchema,
        never: {
          enum: ["absent", "zero", "null"],
          description: "How a list shows a moment that never was; absent unless named.",
        },
        status: { enum: ["online", "offline"], description: "Makes all its agents so; an online pool is in use." },
        agents: listSchema("Agents of the pool; a text is a host name.", {
          hostname: textSchema,
          status: { enum: ["online", "offline"], description: "online unless named." },
          version: { type: "string" },
          ip: { type: "string" },
          pid: { type: "string" },
          lastSeen: momentSchema,
        }),
      }),
    },
  },
  lists: { pools: { path: ["pools"], key: "id" }, agents: { path: ["pools", "agents"], key: "hostname" } },
  read(data, report) {
    const { organizations = [], pools } = data as Data;
    const store: PulumiStore = {
      organizations: new Set([ownOrganization, otherOrganization, ...organizations]),
      pools: new Map(),
    };
    let agentCount = 0;
    for (const [index, row] of itemsOf(pools, "name").entries()) {
      const agents = agentRows(row).map((agent, place) => agentOf(agent, agentCount + place));
      agentCount += agents.length;
      const pool = poolOf(row, index, agents);
      store.organizations.add(pool.organization);
      keep(store.pools, pool.id, pool, report, `/pools/${index}/id`);
    }
    return store;
  },
  write: ({ organizations, pools }) => ({
    organizations: [...organizations],
    pools: [...pools.values()].map((pool) => ({
      id: pool.id,
      name: pool.name,
      description: pool.description,
      organization: pool.organization,
      created: pool.createdAt.toISOString(),
      lastSeen: pool.lastSeenAt?.toISOString() ?? null,
      lastDeployment: pool.lastDeploymentAt?.toISOString() ?? null,
      never: pool.never,
      agents: pool.agents.map(({ lastSeenAt, ...agent }) => ({ ...agent, lastSeen: lastSeenAt.toISOString() })),
    })),
  }),
  furtherTenants: ({ organizations }) =>
    [...organizations].filter((each) => each !== ownOrganization && each !== otherOrganization),
};

function poolOf(row: PoolData, index: number, agents: readonly Agent[]): AgentPool {
  const seen = agents.length === 0 ? undefined : new Date(Math.max(...agents.map((each) => each.lastSeenAt.getTime())));
  return {
    id: row.id ?? `da7a0000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`,
    organization: row.organization ?? ownOrganization,
    name: row.name ?? `Pool ${index + 1}`,
    description: row.description ?? "",
    createdAt: row.created === undefined ? momentOf(index) : readMoment(row.created),
    agents,
    lastSeenAt: readUse(row.lastSeen, seen),
    lastDeploymentAt: readUse(row.lastDeployment, seen),
    never: row.never ?? "absent",
  };
}

function readUse(written: Moment | null | undefined, otherwise: Date | undefined): Date | undefined {
  if (written === undefined) return otherwise;
  return written === null ? undefined : readMoment(written);
}

/** An online pool without agents has one, since that is what makes it so. */
function agentRows({ agents, status }: PoolData): readonly AgentData[] {
  const rows = itemsOf(agents, "hostname");
  if (status === undefined) return rows;
  return (rows.length === 0 && status === "online" ? [{}] : rows).map((row) => ({ ...row, status }));
}

function agentOf(row: AgentData, index: number): Agent {
  return {
    version: row.version ?? "v1.1.0",
    hostname: row.hostname ?? `runner-${numbered(index)}.example.internal`,
    ip: row.ip ?? `192.0.2.${(index % 250) + 1}`,
    pid: row.pid ?? String(58_000 + index),
    lastSeenAt: row.lastSeen === undefined ? momentOf(24 + index) : readMoment(row.lastSeen),
    status: row.status ?? "online",
  };
}
