import type { AgentsMeshStore, Pod, Runner } from "../../../src/reference/agentsmesh/store.ts";
import { meanwhile } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { changeEach, needingAvailable } from "./own-runners.ts";

const secondMs = 1000;
const hourMs = 3_600_000;

/** Runners report, so that their heartbeats move. */
export const runnersReport = meanwhile<AgentsMeshStore>((store) =>
  changeEach(store, ({ status, lastHeartbeatAt }) => ({
    lastHeartbeatAt: lastHeartbeatAt && status !== "offline" ? later(lastHeartbeatAt, secondMs) : lastHeartbeatAt,
  })),
);

/** Somebody else registers a runner now and then, and takes it away later. */
export const othersRegister = meanwhile<AgentsMeshStore>(({ runners }, count) => {
  const [sample] = runners.values();
  const id = 1000 + count;
  if (sample && count % 3 === 0) runners.set(id, { ...sample, id, name: `others-${id}`, maxPods: 4 });
  runners.delete(id - 9);
});

const other: Readonly<Record<Runner["status"], Runner["status"]>> = {
  online: "busy",
  busy: "online",
  offline: "offline",
};

const turned: Readonly<Partial<Record<Pod["status"], Pod["status"]>>> = { running: "paused", paused: "running" };

export const otherVariants: readonly Variant<AgentsMeshStore>[] = [
  {
    id: "hears-from-runners",
    difference: "hears from its runners between any two requests, so that their heartbeats move.",
    alteration: runnersReport,
  },
  {
    id: "registers-runners-meanwhile",
    difference: "has runners that others register and take away while it is asked.",
    alteration: othersRegister,
  },
  {
    id: "has-runners-that-become-busy",
    difference: "has runners that become busy and are free again while it is asked.",
    alteration: meanwhile((store, count) => {
      if (count % 4 === 0) changeEach(store, ({ status }) => ({ status: other[status] }));
    }),
    // By turns none is online that has room.
    undecided: needingAvailable,
  },
  {
    id: "starts-pods-meanwhile",
    difference: "starts a pod on every runner now and then, so that pages and totals move.",
    alteration: meanwhile((store, count) => {
      if (count % 10 === 0) store.pods = [...store.pods, ...[...store.runners.keys()].flatMap(newest(store, count))];
    }),
    // It takes more requests to walk all pages than it takes a pod to come.
    undecided: ["agentsmesh/listRunnerPods/walks-every-page"],
  },
  {
    id: "halts-pods-meanwhile",
    difference:
      "halts running pods and runs halted ones now and then, so that their statuses and the counts of runners move.",
    alteration: meanwhile((store, count) => {
      if (count % 10 !== 0) return;
      store.pods = store.pods.map((pod) => ({ ...pod, status: turned[pod.status] ?? pod.status }));
    }),
  },
];

/** A pod for a runner that has some, newer than all of them. */
function newest({ pods }: AgentsMeshStore, count: number) {
  return (runnerId: number): Pod[] => {
    const sample = pods.find((pod) => pod.runnerId === runnerId);
    if (!sample) return [];
    return [{ ...sample, key: `${sample.key}-${count}`, createdAt: later(sample.createdAt, count * hourMs) }];
  };
}

function later(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}
