import type { AgentsMeshStore, Pod, Runner } from "../../../src/reference/agentsmesh/store.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import { anew, shown } from "../../proof/alterations.ts";

export const everyOperation = ["listRunners", "getRunner", "listAvailableRunners", "listRunnerPods"] as const;

/** Checks that nothing can be seen by where no runner is available. */
export const needingAvailable = [
  "agentsmesh/listAvailableRunners/answers-as-documented",
  "agentsmesh/listAvailableRunners/lists-only-online",
  "agentsmesh/listAvailableRunners/agrees-with-list",
] as const;

type Members = Record<string, unknown>;

/** Changes runners in the store. */
export function changeEach(store: AgentsMeshStore, change: (runner: Runner) => Partial<Runner>): void {
  for (const [id, runner] of store.runners) store.runners.set(id, { ...runner, ...change(runner) });
}

/** Shows runners otherwise, wherever they are shown. The member is changed in place. */
export function showingRunners(
  change: (item: Members, runner: Runner | undefined, store: AgentsMeshStore) => void,
): Alteration<AgentsMeshStore> {
  return shown<AgentsMeshStore>(["listRunners", "getRunner", "listAvailableRunners"], (body, _, store) => {
    for (const item of body.runners ?? [body.runner]) change(item, store.runners.get(item.id), store);
  });
}

/** Shows pods otherwise. The member is changed in place. */
export function showingPods(change: (item: Members) => void): Alteration<AgentsMeshStore> {
  return shown<AgentsMeshStore>("listRunnerPods", (body) => {
    for (const item of body.pods) change(item);
  });
}

/** Lists runners in another order; `count` counts the requests from 1. */
export function ordered<Item extends { id: number; name: string }>(
  order: (items: readonly Item[], count: number) => readonly Item[],
): Alteration<AgentsMeshStore> {
  return anew<AgentsMeshStore>(() => {
    let count = 0;
    return shown(["listRunners", "listAvailableRunners"], ({ runners }) => {
      count += 1;
      return { runners: order(runners, count) };
    });
  });
}

/** So many pods for a runner, after the pattern of those that are there. */
export function podsFor(runnerId: number, count: number, { pods }: AgentsMeshStore): Pod[] {
  const samples = pods.filter((pod) => pod.runnerId === runnerId);
  return Array.from({ length: count }, (_, place): Pod[] => {
    const sample = samples[place % samples.length];
    return sample ? [{ ...sample, key: `pod-${runnerId}-of-${count}-${place + 1}` }] : [];
  }).flat();
}
