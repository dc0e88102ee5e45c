import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { podShapeMutants } from "./shapes-pods.ts";

type Members = Readonly<Record<string, unknown>>;

const everywhere = ["listRunners", "getRunner", "listAvailableRunners"];
const statusNumbers: Readonly<Record<string, number>> = { offline: 0, online: 1, busy: 2 };

/** Shows every runner otherwise, wherever one is shown. */
const runners = (change: (runner: Members) => Members) =>
  shown<AgentsMeshStore>(everywhere, (body) =>
    body.runner ? { runner: change(body.runner) } : { runners: body.runners.map(change) },
  );

export const shapesMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "gives-ids-as-strings",
    family: "shapes",
    requirement: "runner.id",
    fault: "shows the id of a runner as a string.",
    alteration: runners((runner) => ({ ...runner, id: `${runner.id}` })),
  },
  {
    id: "gives-null-for-no-labels",
    family: "shapes",
    requirement: "runner.labels",
    fault: "shows null in place of the labels of a runner that has none.",
    alteration: runners((runner) => ({
      ...runner,
      labels: (runner.labels as string[]).length > 0 ? runner.labels : null,
    })),
  },
  {
    id: "leaves-out-a-count-of-0",
    family: "shapes",
    requirement: "runner",
    fault: "leaves pod_count out where it is 0.",
    alteration: runners(({ pod_count, ...rest }) => (pod_count ? { ...rest, pod_count } : rest)),
  },
  {
    id: "leaves-out-a-heartbeat-that-never-was",
    family: "shapes",
    requirement: "runner",
    fault: "leaves last_heartbeat_at out for a runner that has never reported.",
    alteration: runners(({ last_heartbeat_at, ...rest }) =>
      last_heartbeat_at ? { ...rest, last_heartbeat_at } : rest,
    ),
  },
  {
    id: "gives-heartbeats-in-seconds",
    family: "shapes",
    requirement: "runner.last-heartbeat-at",
    fault: "shows the last heartbeat of a runner in seconds since 1970.",
    alteration: runners((runner) => ({
      ...runner,
      last_heartbeat_at: Math.floor(Date.parse(`${runner.last_heartbeat_at}`) / 1000) || null,
    })),
  },
  {
    id: "counts-pods-below-0",
    family: "shapes",
    requirement: "runner.pod-count",
    fault: "takes pods away from the count that it never added to it, and shows a number below 0.",
    alteration: runners((runner) => ({ ...runner, pod_count: -Number(runner.pod_count) - 1 })),
  },
  {
    id: "gives-moments-as-the-database-does",
    family: "shapes",
    requirement: "runner.created-at",
    fault: "shows when a runner was registered with a space for the T and without a zone.",
    alteration: runners((runner) => ({
      ...runner,
      created_at: `${runner.created_at}`.replace("T", " ").replace(/\..*/, ""),
    })),
  },
  {
    id: "gives-null-for-a-maximum-of-0",
    family: "shapes",
    requirement: "runner.max-pods",
    fault: "shows null in place of a maximum of 0 pods.",
    alteration: runners((runner) => ({ ...runner, max_pods: runner.max_pods || null })),
  },
  {
    id: "gives-statuses-as-numbers",
    family: "shapes",
    requirement: "runner.status",
    fault: "shows the number of a status in place of its word.",
    alteration: runners((runner) => ({ ...runner, status: statusNumbers[`${runner.status}`] })),
  },
  {
    id: "gives-system-and-architecture-in-one",
    family: "shapes",
    requirement: "runner.os",
    fault: "shows platform in place of os and arch.",
    alteration: runners(({ os, arch, ...rest }) => ({ ...rest, platform: `${os}/${arch}` })),
  },
  {
    id: "calls-busy-runners-working",
    family: "shapes",
    requirement: "runner.status-values",
    fault: "shows the status of a busy runner as working.",
    alteration: runners((runner) => ({ ...runner, status: runner.status === "busy" ? "working" : runner.status })),
  },
  {
    id: "shows-a-runner-without-its-wrapper",
    family: "shapes",
    requirement: "get-runner.runner",
    fault: "shows a runner without the member runner around it.",
    alteration: shown("getRunner", ({ runner }) => runner),
  },
  {
    id: "lists-available-runners-without-a-wrapper",
    family: "shapes",
    requirement: "list-available-runners.success",
    fault: "answers the available runners as an array, without an object around it.",
    alteration: shown("listAvailableRunners", (body) => body.runners),
  },
  ...podShapeMutants,
];
