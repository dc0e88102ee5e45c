import type { AgentsMeshStore, Pod, Runner } from "../../../src/reference/agentsmesh/store.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import type { Outcome } from "../../../src/reference/service.ts";
import { anew, combine, meanwhile, operation } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { changeEach, everyOperation, needingAvailable } from "./own-runners.ts";

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

/** Checks that need a list of pods to stay as it is for some requests. */
const movingPods = [
  "agentsmesh/listRunnerPods/walks-every-page",
  "agentsmesh/listRunnerPods/filters-by-status",
  "agentsmesh/listRunnerPods/cuts-pages-as-asked",
] as const;

/** Answers an operation again as it did, until it has been asked for so many times more. */
function keepingAnswers(operationId: string, requests: number): Alteration<AgentsMeshStore> {
  return anew<AgentsMeshStore>(() => {
    const kept = new Map<string, { readonly until: number; readonly outcome: Outcome }>();
    let count = 0;
    return operation(operationId, (asked, sound) => {
      count += 1;
      const whose = ["X-API-Key", "Authorization"].map((name) => asked.headers.get(name));
      const key = JSON.stringify([whose, asked.params, asked.query.toString()]);
      const known = kept.get(key);
      if (known && known.until >= count) return known.outcome;
      const outcome: Outcome = structuredClone(sound(asked));
      kept.set(key, { until: count + requests, outcome });
      return outcome;
    });
  });
}

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
    id: "has-no-runner-free-now-and-then",
    difference: "has runners that are all busy for every other three requests.",
    alteration: meanwhile((store, count) => {
      if (count % 3 !== 0) return;
      const status = Math.floor(count / 3) % 2 === 0 ? "online" : "busy";
      changeEach(store, (runner) => ({ status: runner.status === "offline" ? "offline" : status }));
    }),
  },
  {
    id: "keeps-answers-for-a-moment",
    difference: "answers from what it has kept of the last few requests, while its runners report.",
    alteration: combine(runnersReport, ...everyOperation.map((id) => keepingAnswers(id, 2))),
  },
  {
    id: "keeps-as-many-pods-as-it-starts",
    difference: "forgets the oldest pod of a runner whenever it starts another, so that totals stay while pages move.",
    alteration: meanwhile((store, count) => {
      if (count % 3 !== 0) return;
      const own = store.pods.filter(({ runnerId }) => runnerId === 1);
      const oldest = own.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())[0];
      store.pods = [...store.pods.filter((pod) => pod !== oldest), ...newest(store, count)(1)];
    }),
    undecided: movingPods,
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
