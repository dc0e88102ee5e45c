import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";

type Members = Readonly<Record<string, unknown>>;

/** Shows pages of pods otherwise. */
const pages = (change: Parameters<typeof shown<AgentsMeshStore>>[1]) =>
  shown<AgentsMeshStore>("listRunnerPods", change);

/** Shows every pod otherwise. */
const pods = (change: (pod: Members) => Members) => pages((body) => ({ ...body, pods: body.pods.map(change) }));

export const podShapeMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "calls-the-key-pod-key",
    family: "shapes",
    requirement: "pod.key",
    fault: "shows the key of a pod as pod_key.",
    alteration: pods(({ key, ...rest }) => ({ pod_key: key, ...rest })),
  },
  {
    id: "numbers-agent-types",
    family: "shapes",
    requirement: "pod.agent-type-id",
    fault: "shows the number of an agent type in place of its word.",
    alteration: pods((pod) => ({ ...pod, agent_type_id: `${pod.agent_type_id}`.length })),
  },
  {
    id: "gives-prompts-as-messages",
    family: "shapes",
    requirement: "pod.initial-prompt",
    fault: "shows the prompt of a pod as a list of messages.",
    alteration: pods((pod) => (pod.initial_prompt ? { ...pod, initial_prompt: [{ text: pod.initial_prompt }] } : pod)),
  },
  {
    id: "gives-the-age-of-pods",
    family: "shapes",
    requirement: "pod.created-at",
    fault: "shows how many seconds old a pod is in place of the moment it was created.",
    alteration: pods((pod) => ({
      ...pod,
      created_at: Math.round((Date.now() - Date.parse(`${pod.created_at}`)) / 1000),
    })),
  },
  {
    id: "gives-totals-as-strings",
    family: "shapes",
    requirement: "pod-list.total",
    fault: "shows the total as a string, as some drivers give counts of a database.",
    alteration: pages((body) => ({ ...body, total: `${body.total}` })),
  },
  {
    id: "gives-totals-below-0",
    family: "shapes",
    requirement: "pod-list.total",
    fault: "shows -1 as the total, as one that was not counted.",
    alteration: pages((body) => ({ ...body, total: -1 })),
  },
  {
    id: "gives-limits-back-as-they-came",
    family: "shapes",
    requirement: "pod-list.limit",
    fault: "shows the text of a limit that was sent in place of the number.",
    alteration: pages((body, { query }) => ({ ...body, limit: query.get("limit") ?? body.limit })),
  },
  {
    id: "gives-null-for-no-pods",
    family: "shapes",
    requirement: "pod-list.empty",
    fault: "shows null in place of an array without pods.",
    alteration: pages((body) => ({ ...body, pods: body.pods.length > 0 ? body.pods : null })),
  },
  {
    id: "gives-null-for-no-pods-of-a-status",
    family: "shapes",
    requirement: "pod-list.empty",
    fault: "shows null in place of an array where no pod has the status asked for.",
    alteration: pages((body, { query }) => ({
      ...body,
      pods: body.pods.length > 0 || !query.has("status") ? body.pods : null,
    })),
  },
  {
    id: "keeps-the-numbers-of-a-page-apart",
    family: "shapes",
    requirement: "pod-list",
    fault: "shows total, limit and offset as members of pagination.",
    alteration: pages(({ pods: items, ...pagination }) => ({ pods: items, pagination })),
  },
];
