import { referenceData } from "../../../src/reference/reference-data.ts";
import type { Agent, AgentPool, TerraformStore } from "../../../src/reference/terraform/store.ts";
import { meanwhile } from "../../proof/alterations.ts";
import { changeAgents } from "./resources.ts";
import type { TerraformVariant } from "./terraform-variant.ts";
import { onAgentsAtWork } from "./undecided.ts";

const { organization, fixtures } = referenceData.terraform;
const [poolWithAgents] = fixtures.poolWithAgents;
/** Requests between two of the writes of others that change how many there are. */
const pause = 97;
const secondMs = 1000;

/** Somebody else creates a pool now and then, and deletes it later. */
export const othersWrite = meanwhile<TerraformStore>(({ pools }, count) => {
  if (count % pause === 0) pools.set(`apool-others${count}`, poolOfOthers(count));
  if (count % pause === Math.floor(pause / 2)) pools.delete(`apool-others${count - Math.floor(pause / 2)}`);
});

/** Somebody else renames a pool between any two requests, which leaves it at its place among the others. */
export const othersRename = meanwhile<TerraformStore>(({ pools }, count) => {
  const theirs = [...pools.values()].filter(({ id }) => id.startsWith("apool-seed"));
  const pool = theirs[count % theirs.length];
  if (pool?.organization === organization)
    pool.name = pool.name.endsWith("-b") ? pool.name.slice(0, -2) : `${pool.name}-b`;
});

/** Agents report between any two requests. */
export const agentsReport = meanwhile<TerraformStore>((store) =>
  changeAgents(store, ({ status, lastPingAt }) => ({
    lastPingAt: lastPingAt && isAtWork(status) ? new Date(lastPingAt.getTime() + secondMs) : lastPingAt,
  })),
);

const turns: Readonly<Record<Agent["status"], Agent["status"]>> = {
  idle: "busy",
  busy: "idle",
  unknown: "exited",
  errored: "errored",
  exited: "exited",
};

export const agentsWork = meanwhile<TerraformStore>((store, count) => {
  if (count % 5 === 0) changeAgents(store, ({ status }) => ({ status: turns[status] }));
});

export const othersVariants: readonly TerraformVariant[] = [
  {
    id: "is-written-to-by-others",
    difference: "has other users, who create pools of their own and delete them while it is asked.",
    alteration: othersWrite,
  },
  {
    id: "has-pools-that-others-rename",
    difference: "has other users, who rename a pool of theirs between any two requests.",
    alteration: othersRename,
  },
  {
    id: "hears-from-agents",
    difference: "hears from its agents between any two requests, so that their last pings move.",
    alteration: agentsReport,
  },
  {
    id: "has-agents-that-begin-and-finish",
    difference: "has agents that become busy and idle again, and unknown ones that turn out to have exited.",
    alteration: agentsWork,
    undecided: onAgentsAtWork,
  },
  {
    id: "has-agents-that-come-and-go",
    difference: "has agents that join its pool while it is asked, and are gone later.",
    alteration: meanwhile(({ agents }, count) => {
      const late = count - Math.floor(pause / 2);
      if (count % pause === 0) agents.set(`agent-late${count}`, lateAgent(count));
      if (late % pause === 0) agents.delete(`agent-late${late}`);
    }),
  },
  {
    id: "has-workspaces-that-move",
    difference: "has pools whose workspaces are given to others while it is asked.",
    alteration: meanwhile(({ pools }, count) => {
      if (count % 11 !== 0) return;
      for (const pool of [...pools.values()].filter(({ id }) => id.startsWith("apool-seed"))) {
        pools.set(pool.id, { ...pool, workspaceIds: [`ws-${count}`] });
      }
    }),
  },
];

function poolOfOthers(count: number): AgentPool {
  return {
    id: `apool-others${count}`,
    organization,
    name: `others-${count}`,
    createdAt: new Date(Date.UTC(2026, 2, 1) + count),
    workspaceIds: [],
  };
}

function lateAgent(count: number): Agent {
  return {
    id: `agent-late${count}`,
    poolId: poolWithAgents,
    name: null,
    status: "idle",
    ipAddress: "192.0.2.200",
    lastPingAt: new Date(Date.UTC(2026, 2, 1) + count),
  };
}

function isAtWork(status: Agent["status"]): boolean {
  return status === "busy" || status === "idle";
}
