import type { AgentsMeshStore, Pod, Runner } from "./store.ts";

type Row = readonly [
  id: number,
  name: string,
  status: Runner["status"],
  maxPods: number,
  labels: readonly string[],
  platform: string,
  isSeen?: boolean,
];

const ownRunners: readonly Row[] = [
  [1, "dev-runner-01", "online", 20, ["gpu", "high-memory"], "linux/amd64"],
  [2, "dev-runner-02", "online", 10, [], "linux/amd64"],
  [3, "small-runner-01", "online", 2, ["gpu"], "linux/arm64"],
  [4, "build-runner-01", "busy", 4, ["macos"], "darwin/arm64"],
  [5, "build-runner-02", "busy", 1, ["macos", "größe: xl"], "darwin/amd64"],
  [6, "old-runner-01", "offline", 5, ["retired"], "windows/amd64"],
  [7, "spare-runner-01", "offline", 5, [], "linux/arm64", false],
  [8, "idle-runner-01", "online", 8, ["high-memory"], "linux/amd64"],
  // Online but taking nothing, without being at work.
  [9, "drained-runner-01", "online", 0, ["drained"], "linux/amd64"],
];

const foreignRunners: readonly Row[] = [
  [101, "foreign-runner-01", "online", 10, ["gpu"], "linux/amd64"],
  [102, "foreign-runner-02", "offline", 5, [], "linux/arm64", false],
];

/** How many pods of each status a runner has. More than one largest page on the first, and more than one default page of one status. */
const podCounts: Readonly<Record<number, Partial<Record<Pod["status"], number>>>> = {
  1: { running: 9, initializing: 1, paused: 2, disconnected: 1, terminated: 34, orphaned: 3, completed: 62, error: 8 },
  2: { running: 2, paused: 1, completed: 1 },
  3: { running: 1, initializing: 1, error: 1 },
  4: { running: 3, paused: 1, completed: 2 },
  5: { running: 1 },
  6: { disconnected: 2, orphaned: 1, terminated: 4 },
  101: { running: 3, completed: 2 },
};

const agentTypes = ["claude-code", "codex-cli", "aider"] as const;
const prompts = ["Fix the login bug", null, "Sort the imports", "Übersetze die Hilfe 🚀", undefined] as const;
const firstMoment = Date.UTC(2026, 0, 1);
const minuteMs = 60_000;
const lastMoment = firstMoment + 30 * 24 * 60 * minuteMs;

/** Runners of every status with and without room, pods of every status over several pages, and a second organization. */
export function seedAgentsMesh(): AgentsMeshStore {
  const runners = [
    ...ownRunners.map((row) => runnerOf(row, "my-organization")),
    ...foreignRunners.map((row) => runnerOf(row, "other-organization")),
  ];
  return { runners: new Map(runners.map((runner) => [runner.id, runner])), pods: runners.flatMap(podsOf) };
}

function runnerOf([id, name, status, maxPods, labels, platform, isSeen = true]: Row, organization: string): Runner {
  const [os = "", arch = ""] = platform.split("/");
  const silentForMinutes = status === "offline" ? 24 * 60 : 0;
  return {
    id,
    organization,
    name,
    status,
    version: id % 2 === 0 ? "1.1.4" : "1.2.0",
    os,
    arch,
    labels,
    maxPods,
    lastHeartbeatAt: isSeen ? new Date(lastMoment - silentForMinutes * minuteMs) : null,
    createdAt: new Date(firstMoment + id * minuteMs),
  };
}

function podsOf({ id: runnerId }: Runner): Pod[] {
  const counts = Object.entries(podCounts[runnerId] ?? {}) as [Pod["status"], number][];
  const statuses = counts.flatMap(([status, count]) => Array<Pod["status"]>(count).fill(status));
  return statuses.map((status, index) => ({
    key: `pod-${runnerId}-${String(index + 1).padStart(3, "0")}`,
    runnerId,
    status,
    agentTypeId: agentTypes[index % agentTypes.length] ?? "claude-code",
    initialPrompt: prompts[index % prompts.length],
    createdAt: new Date(lastMoment - shuffled(index, statuses.length) * 7 * minuteMs),
  }));
}

/** Another place for each of `count`, so that neither keys nor statuses are in the order of creation. */
function shuffled(index: number, count: number): number {
  // 11 is prime and divides none of the counts above, so no two get the same place.
  return (index * 11) % count;
}
