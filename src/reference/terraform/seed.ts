import type { Agent, AgentPool, TerraformStore } from "./store.ts";

const statuses = ["idle", "busy", "exited", "errored", "unknown"] as const;
const firstMoment = Date.UTC(2026, 0, 1);
const hourMs = 3_600_000;

/** More of everything than fits a page, every status, what may be null, and a second organization. */
export function seedTerraform(): TerraformStore {
  const pools = [
    ...Array.from({ length: 24 }, (_, index) => poolOf(index, "my-organization")),
    ...Array.from({ length: 3 }, (_, index) => poolOf(24 + index, "other-organization")),
  ];
  const agents = [
    ...Array.from({ length: 25 }, (_, index) => agentOf(index, pools[0] as AgentPool)),
    ...Array.from({ length: 2 }, (_, index) => agentOf(25 + index, pools[24] as AgentPool)),
  ];
  return {
    organizations: new Set(["my-organization", "other-organization"]),
    pools: new Map(pools.map((pool) => [pool.id, pool])),
    agents: new Map(agents.map((agent) => [agent.id, agent])),
  };
}

function poolOf(index: number, organization: string): AgentPool {
  return {
    id: `apool-seed${padded(index)}`,
    organization,
    // Not in the order of their creation, so that the two orders can be told apart.
    name: `pool-${padded((index * 7) % 27)}`,
    createdAt: new Date(firstMoment + index * hourMs),
    workspaceIds: index % 3 === 0 ? [`ws-seed${padded(index)}`] : [],
  };
}

function agentOf(index: number, { id: poolId }: AgentPool): Agent {
  return {
    id: `agent-seed${padded(index)}`,
    poolId,
    name: index % 5 === 4 ? null : `agent-${padded(index)}`,
    status: statuses[index % statuses.length] ?? "unknown",
    ipAddress: index % 7 === 6 ? null : `192.0.2.${index + 1}`,
    lastPingAt: index % 11 === 10 ? null : new Date(firstMoment + index * hourMs),
  };
}

function padded(index: number): string {
  return String(index).padStart(4, "0");
}
