import type { Agent, AgentPool, PulumiStore } from "./store.ts";

type Status = Agent["status"];

interface PoolRow {
  readonly organization: string;
  readonly name: string;
  readonly description?: string;
  /** One agent for each status. */
  readonly agents?: readonly Status[];
  /** Whether the pool was ever seen, and ever ran a deployment; it was both unless told otherwise. */
  readonly use?: "none" | "seen";
  readonly never?: AgentPool["never"];
}

const firstMoment = Date.UTC(2026, 0, 1);
const hourMs = 3_600_000;
const [own, other] = ["organization", "other-organization"];

/** The number of a pool's row is that of its id. Names repeat once, as the page does not call them unique. */
const rows: readonly PoolRow[] = [
  { organization: own, name: "Production", description: "Pool for the production account", agents: many(9, 3) },
  { organization: own, name: "Staging", description: "Pool for the staging account", agents: ["online"] },
  { organization: own, name: "Development", agents: ["offline", "offline"] },
  { organization: own, name: "New", description: "Never used", use: "none", never: "absent" },
  { organization: own, name: "Spare", use: "none", never: "zero" },
  { organization: own, name: "Reserve", description: "Never used", use: "none", never: "null" },
  { organization: own, name: "Idle", description: "Seen, but never at work", agents: ["online"], use: "seen" },
  { organization: own, name: "Idle", agents: ["offline"], use: "seen", never: "zero" },
  { organization: own, name: "Emptied", description: "Its agents are gone" },
  { organization: own, name: "équipe-réseau / 東京", description: "A name beyond ASCII" },
  { organization: own, name: "Long", description: "Described at length. ".repeat(50).trim(), agents: many(2, 2) },
  { organization: own, name: "Quoted", description: 'Says "quotes", <angles> & a\nsecond line' },
  { organization: own, name: "Nightly", agents: ["online", "offline"] },
  { organization: own, name: "Archive", description: "No longer in use", agents: ["offline"] },
  { organization: other, name: "Production", description: "Of the other organization", agents: ["online"] },
  { organization: other, name: "Foreign", use: "none", never: "absent" },
  { organization: other, name: "Foreign and idle", agents: ["offline"], use: "seen", never: "null" },
];

/** Pools in use and never used, with agents of each status and without, and a second organization. */
export function seedPulumi(): PulumiStore {
  const pools = rows.map(poolOf);
  return { organizations: new Set([own, other]), pools: new Map(pools.map((pool) => [pool.id, pool])) };
}

function poolOf(row: PoolRow, index: number): AgentPool {
  const createdAt = new Date(firstMoment + index * hourMs);
  const agents = (row.agents ?? []).map((status, place) => agentOf(status, place, index));
  const latestMs = Math.max(createdAt.getTime() + hourMs, ...agents.map(({ lastSeenAt }) => lastSeenAt.getTime()));
  return {
    id: `5eed0000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`,
    organization: row.organization,
    name: row.name,
    description: row.description ?? "",
    createdAt,
    agents,
    lastSeenAt: row.use === "none" ? undefined : new Date(latestMs),
    lastDeploymentAt: row.use === undefined ? new Date(latestMs - hourMs / 2) : undefined,
    never: row.never ?? "absent",
  };
}

function agentOf(status: Status, place: number, pool: number): Agent {
  const daysAfter = status === "online" ? 30 : 10;
  return {
    version: place % 2 === 0 ? "v1.1.0" : "v1.0.4",
    hostname: `runner-${pool + 1}-${place + 1}.example.internal`,
    ip: `192.0.2.${pool * 12 + place + 1}`,
    pid: String(58_000 + pool * 100 + place),
    // Not on the full second, so that a server that gives seconds for milliseconds is told from one that does not.
    lastSeenAt: new Date(firstMoment + (daysAfter * 24 + place) * hourMs + 194),
    status,
  };
}

function many(online: number, offline: number): Status[] {
  return [...Array<Status>(online).fill("online"), ...Array<Status>(offline).fill("offline")];
}
