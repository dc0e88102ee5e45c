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
import type { AgentsMeshStore, Pod, Runner } from "./store.ts";

interface PodData {
  readonly key?: string;
  readonly status?: Pod["status"];
  readonly agent_type_id?: string;
  readonly initial_prompt?: string | null;
  readonly created_at?: string;
}

interface RunnerData {
  readonly id?: number;
  readonly name?: string;
  readonly organization?: string;
  readonly status?: Runner["status"];
  readonly version?: string;
  readonly os?: string;
  readonly arch?: string;
  readonly labels?: readonly string[];
  readonly max_pods?: number;
  readonly last_heartbeat_at?: string | null;
  readonly created_at?: string;
  readonly pod_count?: number;
  readonly pods?: Listed<PodData>;
}

interface Data {
  readonly runners?: Listed<RunnerData>;
}

/** Runners with the pods on them; the members are called as in the API's answers. */
export const agentsmeshData: DataForm<AgentsMeshStore> = {
  schema: {
    type: "object",
    additionalProperties: false,
    properties: {
      runners: listSchema("Runners, in the order in which they are listed.", {
        id: { type: "integer", minimum: 1 },
        name: textSchema,
        organization: {
          enum: ["my-organization", "other-organization"],
          description: "my-organization unless named; keys belong to one organization, so there are only these.",
        },
        status: { enum: ["online", "offline", "busy"], description: "online unless named." },
        version: { type: "string" },
        os: { type: "string" },
        arch: { type: "string" },
        labels: { type: "array", items: { type: "string" } },
        max_pods: { type: "integer", minimum: 0 },
        last_heartbeat_at: { type: ["string", "null"], format: "date-time" },
        created_at: { type: "string", format: "date-time" },
        pod_count: { type: "integer", minimum: 0, maximum: 5000, description: "So many pods, where pods names none." },
        pods: listSchema("Pods on the runner; a text is a key.", {
          key: textSchema,
          status: {
            enum: ["running", "terminated", "initializing", "paused", "disconnected", "orphaned", "completed", "error"],
            description: "running unless named.",
          },
          agent_type_id: textSchema,
          initial_prompt: { type: ["string", "null"] },
          created_at: { type: "string", format: "date-time" },
        }),
      }),
    },
  },
  lists: { runners: { path: ["runners"], key: "id" }, pods: { path: ["runners", "pods"], key: "key" } },
  read(data, report) {
    const runners = new Map<number, Runner>();
    const pods = new Map<string, Pod>();
    for (const [index, row] of itemsOf((data as Data).runners, "name").entries()) {
      const runner = runnerOf(row, index);
      keep(runners, runner.id, runner, report, `/runners/${index}/id`);
      for (const [place, podRow] of itemsOf(row.pods ?? row.pod_count, "key").entries()) {
        const pod = podOf(podRow, place, runner);
        keep(pods, pod.key, pod, report, `/runners/${index}/pods/${place}/key`);
      }
    }
    return { runners, pods: [...pods.values()] };
  },
  write: ({ runners, pods }) => ({
    runners: [...runners.values()].map((runner) => ({
      id: runner.id,
      name: runner.name,
      organization: runner.organization,
      status: runner.status,
      version: runner.version,
      os: runner.os,
      arch: runner.arch,
      labels: runner.labels,
      max_pods: runner.maxPods,
      last_heartbeat_at: runner.lastHeartbeatAt?.toISOString() ?? null,
      created_at: runner.createdAt.toISOString(),
      pods: pods.filter(({ runnerId }) => runnerId === runner.id).map(podData),
    })),
  }),
  furtherTenants: () => [],
};

function runnerOf(row: RunnerData, index: number): Runner {
  const heartbeat = row.last_heartbeat_at;
  return {
    id: row.id ?? index + 1,
    organization: row.organization ?? "my-organization",
    name: row.name ?? `runner-${numbered(index)}`,
    status: row.status ?? "online",
    version: row.version ?? "1.2.0",
    os: row.os ?? "linux",
    arch: row.arch ?? "amd64",
    labels: row.labels ?? [],
    maxPods: row.max_pods ?? 10,
    lastHeartbeatAt: heartbeat === null ? null : heartbeat === undefined ? momentOf(24) : readMoment(heartbeat),
    createdAt: row.created_at === undefined ? momentOf(index) : readMoment(row.created_at),
  };
}

function podOf(row: PodData, place: number, { id: runnerId }: Runner): Pod {
  return {
    key: row.key ?? `pod-${runnerId}-${numbered(place)}`,
    runnerId,
    status: row.status ?? "running",
    agentTypeId: row.agent_type_id ?? "claude-code",
    initialPrompt: row.initial_prompt,
    createdAt: row.created_at === undefined ? momentOf(place) : readMoment(row.created_at),
  };
}

function podData({ key, status, agentTypeId, initialPrompt, createdAt }: Pod): PodData {
  const prompt = initialPrompt === undefined ? {} : { initial_prompt: initialPrompt };
  return { key, status, agent_type_id: agentTypeId, ...prompt, created_at: createdAt.toISOString() };
}
