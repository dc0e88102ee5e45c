import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore, Pod } from "../../../src/reference/agentsmesh/store.ts";
import { anew, operation, overlooking, seeded } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { type PodPageAsked, paging } from "./pod-pages.ts";

/** Pods of a page that is cut from those that fit. */
function keeping(fits: (pod: Pod, asked: PodPageAsked) => boolean) {
  return paging((asked) => {
    const pods = asked.pods.filter((pod) => fits(pod, asked));
    return { pods: pods.slice(asked.offset, asked.offset + asked.limit), total: pods.length };
  });
}

const endings = ["terminated", "completed", "error", "orphaned"];
const knownStatuses = [...endings, "running", "initializing", "paused", "disconnected"];

export const podFilterMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "overlooks-the-status",
    family: "lists",
    requirement: "list-runner-pods.status",
    fault: "lists pods of every status, whichever is asked for.",
    alteration: overlooking("listRunnerPods", "status"),
  },
  {
    id: "takes-terminated-for-every-end",
    family: "lists",
    requirement: "list-runner-pods.status",
    fault: "lists pods that ended in any way when asked for the terminated ones.",
    alteration: keeping(
      (pod, { status }) =>
        status === null || pod.status === status || (status === "terminated" && endings.includes(pod.status)),
    ),
  },
  {
    id: "finds-statuses-by-a-part",
    family: "lists",
    requirement: "list-runner-pods.unknown-status",
    fault: "lists pods whose status contains the one asked for.",
    alteration: keeping((pod, { status }) => pod.status.includes(status ?? "")),
  },
  {
    id: "lists-all-pods-for-an-unknown-status",
    family: "lists",
    requirement: "list-runner-pods.unknown-status",
    fault: "drops a status that it does not know, and lists every pod.",
    alteration: keeping(
      (pod, { status }) => status === null || !knownStatuses.includes(status) || pod.status === status,
    ),
  },
  {
    id: "lists-running-pods-unless-asked-for-others",
    family: "lists",
    requirement: "list-runner-pods.every-status",
    fault: "lists running pods only where no status is asked for.",
    alteration: keeping((pod, { status }) => pod.status === (status ?? "running")),
  },
  {
    id: "remembers-the-status-asked-for-last",
    family: "lists",
    requirement: "list-runner-pods.every-status",
    fault: "keeps the status of one request, and takes it for the next that has none.",
    alteration: anew<AgentsMeshStore>(() => {
      let remembered: string | undefined;
      return operation("listRunnerPods", (asked, sound) => {
        const query = new URLSearchParams(asked.query);
        const status = query.get("status") ?? remembered;
        if (status !== undefined) query.set("status", status);
        remembered = query.has("status") && !asked.query.has("status") ? undefined : status;
        return sound({ ...asked, query });
      });
    }),
  },
  {
    id: "makes-keys-of-hours",
    family: "lists",
    requirement: "pod.key-unique",
    fault: "makes the key of a pod from its runner and the hour it was created, so that pods of an hour share one.",
    alteration: seeded((store) => {
      store.pods = store.pods.map((pod) => ({
        ...pod,
        key: `pod-${pod.runnerId}-${pod.createdAt.toISOString().slice(0, 13)}`,
      }));
    }),
  },
  {
    id: "lists-orphaned-pods-on-every-runner",
    family: "lists",
    requirement: "list-runner-pods.own-pods",
    fault: "lists the orphaned pods of all runners on each of them.",
    alteration: paging((asked, store) => {
      const orphans = store.pods.filter(
        ({ key, status }) => status === "orphaned" && !asked.pods.some((pod) => pod.key === key),
      );
      const pods = [...asked.pods, ...orphans].filter(({ status }) => asked.status === null || status === asked.status);
      return { pods: pods.slice(asked.offset, asked.offset + asked.limit), total: pods.length };
    }),
  },
];
