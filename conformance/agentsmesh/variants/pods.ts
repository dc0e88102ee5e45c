import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { seeded } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { podsFor } from "./own-runners.ts";

const defaultLimit = 50;

const prompted = (initialPrompt: null | undefined) =>
  seeded<AgentsMeshStore>((store) => {
    store.pods = store.pods.map((pod) => ({ ...pod, initialPrompt }));
  });

/** Gives the first runner so many pods. */
const holding = (count: number) =>
  seeded<AgentsMeshStore>((store) => {
    store.pods = [...podsFor(1, count, store), ...store.pods.filter(({ runnerId }) => runnerId !== 1)];
  });

export const podVariants: readonly Variant<AgentsMeshStore>[] = [
  {
    id: "has-no-prompts",
    difference: "has pods that were all started without a prompt, and shows null.",
    alteration: prompted(null),
  },
  {
    id: "leaves-out-prompts",
    difference: "has pods that were all started without a prompt, and leaves the member out.",
    alteration: prompted(undefined),
  },
  {
    id: "has-no-pods",
    difference: "has no pod on any runner.",
    alteration: seeded((store) => {
      store.pods = [];
    }),
    options: { without: ["pods"] },
    undecided: [
      "agentsmesh/listRunnerPods/answers-as-documented",
      "agentsmesh/listRunnerPods/walks-every-page",
      "agentsmesh/listRunnerPods/lists-own-pods",
      "agentsmesh/listRunnerPods/filters-by-status",
      "agentsmesh/listRunnerPods/lists-nothing-for-unknown-status",
      "agentsmesh/listRunnerPods/pages-within-a-status",
      "agentsmesh/listRunnerPods/cuts-pages-as-asked",
      "agentsmesh/listRunnerPods/tells-pods-alike",
    ],
  },
  {
    id: "has-one-pod-on-a-runner",
    difference: "has one pod on the first runner.",
    alteration: holding(1),
    undecided: ["agentsmesh/listRunnerPods/walks-every-page"],
  },
  {
    id: "has-a-default-page-of-pods",
    difference: "has as many pods on the first runner as a page has where the limit is left out.",
    alteration: holding(defaultLimit),
  },
  {
    id: "has-a-pod-more-than-a-default-page",
    difference: "has one pod more on the first runner than a page has where the limit is left out.",
    alteration: holding(defaultLimit + 1),
  },
  {
    id: "has-two-thousand-pods",
    difference: "has very many pods on the first runner.",
    alteration: holding(2000),
  },
  {
    id: "has-keys-of-another-form",
    difference: "has UUIDs as keys of pods, and further types of agents.",
    alteration: seeded((store) => {
      store.pods = store.pods.map((pod, place) => ({
        ...pod,
        key: `0ABCDEF0-8102-447F-B246-${place.toString(16).padStart(12, "0")}`,
        agentTypeId: `${place % 4}`,
      }));
    }),
  },
];
