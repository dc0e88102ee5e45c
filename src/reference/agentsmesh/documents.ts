import { finishDocuments } from "../finish-documents.ts";
import type { Pod, Runner } from "./store.ts";

/** A runner as the page's samples show it, with the number of pods that it is busy with. */
export function runnerDocument(runner: Runner, podCount: number) {
  return {
    id: runner.id,
    name: runner.name,
    status: runner.status,
    version: runner.version,
    os: runner.os,
    arch: runner.arch,
    labels: runner.labels,
    pod_count: podCount,
    max_pods: runner.maxPods,
    last_heartbeat_at: runner.lastHeartbeatAt?.toISOString() ?? null,
    created_at: runner.createdAt.toISOString(),
  };
}

export function podDocument(pod: Pod) {
  return {
    key: pod.key,
    status: pod.status,
    agent_type_id: pod.agentTypeId,
    initial_prompt: pod.initialPrompt,
    created_at: pod.createdAt.toISOString(),
  };
}

/** The same for lists, in which most are as they were before. */
export const listedRunner = finishDocuments(runnerDocument);
export const listedPod = finishDocuments(podDocument);
