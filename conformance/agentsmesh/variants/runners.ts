import type { AgentsMeshStore, Pod } from "../../../src/reference/agentsmesh/store.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import { referenceData } from "../../../src/reference/reference-data.ts";
import type { Asked } from "../../../src/reference/service.ts";
import { type Answerer, combine, seeded, shown } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { changeEach, everyOperation, needingAvailable, ordered, showingPods, showingRunners } from "./own-runners.ts";

const { fixtures } = referenceData.agentsmesh;
const { foreignRunner } = fixtures;
const own = "my-organization";
const idOffset = 9_000_000_000;

/** Lists every runner that is online as available, full or not. */
export const offeringAllOnline: Alteration<AgentsMeshStore> = {
  service: (service) => {
    const listRunners = service.operations.listRunners as Answerer;
    const listAvailableRunners = (asked: Asked) => {
      const outcome = listRunners(asked);
      if (outcome.status !== 200 || !("body" in outcome)) return outcome;
      const { runners } = outcome.body as { runners: { status: string }[] };
      return { ...outcome, body: { runners: runners.filter(({ status }) => status === "online") } };
    };
    return { ...service, operations: { ...service.operations, listAvailableRunners } };
  },
};

export const countingEveryPod = showingRunners((item, runner, { pods }) => {
  item.pod_count = pods.filter(({ runnerId }) => runnerId === runner?.id).length;
});

export const furtherMembers = combine<AgentsMeshStore>(
  showingRunners((item) => Object.assign(item, { host: { cpu: 8 }, tags: [], region: null, is_enabled: true })),
  showingPods((item) => Object.assign(item, { pod_key: item.key, title: null, finished_at: null, cost: 0.25 })),
  shown<AgentsMeshStore>(everyOperation, (body) => ({ ...body, request_id: "5f2c", meta: {} })),
);

const renumbered = seeded<AgentsMeshStore>((store) => {
  const runners = [...store.runners.values()];
  store.runners.clear();
  for (const runner of runners) store.runners.set(runner.id + idOffset, { ...runner, id: runner.id + idOffset });
  store.pods = store.pods.map((pod): Pod => ({ ...pod, runnerId: pod.runnerId + idOffset }));
});

const largeIds = Object.fromEntries(
  Object.entries(fixtures).map(([name, ids]) => [name, ids.map((id) => `${Number(id) + idOffset}`)]),
);

export const runnerVariants: readonly Variant<AgentsMeshStore>[] = [
  {
    id: "offers-full-runners",
    difference: "lists a runner that is online and full as available, which is one of the readings.",
    alteration: offeringAllOnline,
  },
  {
    id: "counts-every-pod",
    difference: "counts pods that have ended in pod_count, which is one of the readings.",
    alteration: countingEveryPod,
  },
  {
    id: "counts-every-pod-and-offers-full-runners",
    difference: "counts pods that have ended, so that runners seem more than full, and lists them as available.",
    alteration: combine(countingEveryPod, offeringAllOnline),
  },
  {
    id: "has-further-members",
    difference: "adds members to every object, as any object may have further ones.",
    alteration: furtherMembers,
  },
  {
    id: "has-runners-without-anything",
    difference: "has runners without labels that have never reported, with empty names of system and version.",
    alteration: seeded((store) =>
      changeEach(store, () => ({ labels: [], lastHeartbeatAt: null, os: "", arch: "", version: "", name: "runner" })),
    ),
  },
  {
    id: "has-no-runners",
    difference: "has no runner in the organization.",
    alteration: seeded((store) => {
      for (const [id, { organization }] of store.runners) if (organization === own) store.runners.delete(id);
    }),
    options: { without: ["runners"], fixtures: { foreignRunner } },
    undecided: [
      "agentsmesh/listRunners/answers-as-documented",
      "agentsmesh/listRunners/lists-every-runner",
      "agentsmesh/getRunner/",
      "agentsmesh/listRunnerPods/",
      ...needingAvailable,
    ],
  },
  {
    id: "has-one-runner",
    difference: "has one runner in the organization.",
    alteration: seeded((store) => {
      for (const [id, { organization }] of store.runners)
        if (organization === own && id !== 1) store.runners.delete(id);
    }),
    options: { without: ["otherRunner"], fixtures: { runner: fixtures.runner, foreignRunner } },
    undecided: ["agentsmesh/listRunnerPods/lists-own-pods"],
  },
  {
    id: "has-no-runner-online",
    difference: "has runners that are all offline, so that none is available.",
    alteration: seeded((store) => changeEach(store, () => ({ status: "offline" }))),
    options: { without: ["available-runners"] },
    undecided: needingAvailable,
  },
  {
    id: "has-runners-online-only",
    difference: "has runners that are all online and have room.",
    alteration: seeded((store) => changeEach(store, () => ({ status: "online", maxPods: 1000 }))),
    options: { fixtures: { runner: fixtures.runner, otherRunner: fixtures.otherRunner, foreignRunner } },
  },
  {
    id: "shows-runners-that-are-given-up",
    difference: "lists runners that are given up no more, and still shows them by their ids.",
    alteration: shown<AgentsMeshStore>(["listRunners", "listAvailableRunners"], ({ runners }) => ({
      runners: runners.filter(({ id }: { id: number }) => id !== 5),
    })),
  },
  {
    id: "has-large-ids",
    difference: "has ids beyond 32 bits.",
    alteration: renumbered,
    options: { fixtures: largeIds },
  },
  {
    id: "lists-runners-backwards",
    difference: "lists the runner registered last first; the page names no order.",
    alteration: ordered((items) => items.toReversed()),
  },
  {
    id: "lists-runners-in-another-order-each-time",
    difference: "lists runners in an order that changes from request to request.",
    alteration: ordered((items, count) => [
      ...items.slice(count % items.length),
      ...items.slice(0, count % items.length),
    ]),
  },
];
