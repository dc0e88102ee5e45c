import { finishDocuments } from "../finish-documents.ts";
import type { Agent, AgentPool } from "./store.ts";

const momentsThatNeverWere = { absent: undefined, zero: 0, null: null } as const satisfies Record<
  AgentPool["never"],
  unknown
>;

/** A pool in a list: its state in place of its agents, moments of use in seconds ("List registered pools"). */
export function poolItem(pool: AgentPool) {
  return itemOf(pool, isInUse(pool));
}

const itemOf = finishDocuments((pool: AgentPool, inUse: boolean) => {
  const never = momentsThatNeverWere[pool.never];
  return {
    ...poolFacts(pool),
    lastSeen: pool.lastSeenAt ? secondsOf(pool.lastSeenAt) : never,
    status: inUse ? "online" : "offline",
    lastDeployment: pool.lastDeploymentAt ? secondsOf(pool.lastDeploymentAt) : never,
  };
});

/** A pool in detail: its agents, with moments in milliseconds ("Get pool details"). */
export function poolDetails(pool: AgentPool) {
  return { ...poolFacts(pool), agents: pool.agents.map((agent) => agentDocument(agent)) };
}

/** Whether the pool has an agent that is there to take work. */
export function isInUse({ agents }: AgentPool): boolean {
  return agents.some(({ status }) => status === "online");
}

function poolFacts({ createdAt, id, name, description }: AgentPool) {
  return { created: createdAt.getTime(), id, name, description };
}

const agentDocument = finishDocuments(({ version, hostname, ip, pid, lastSeenAt, status }: Agent) => {
  return { version, hostname, ip, pid, lastSeen: lastSeenAt.getTime(), status };
});

function secondsOf(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
