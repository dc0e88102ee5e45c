import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { operation, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { availabilityMutants } from "./lists-available.ts";
import { podFilterMutants } from "./lists-pods.ts";
import { askAsOther } from "./other-organization.ts";

/** A runner as it is listed. */
interface Item {
  readonly id: number;
  readonly status: string;
  readonly labels: readonly string[];
}

const mostListed = 5;
const zoneMs = 5 * 3_600_000;

/** Lists other runners than it should. */
function listing(change: (items: readonly Item[]) => readonly Item[]) {
  return shown<AgentsMeshStore>("listRunners", ({ runners }) => ({ runners: change(runners) }));
}

/** Counts pods otherwise, wherever a runner is shown. */
function counting(count: (id: number, store: AgentsMeshStore) => number) {
  return shown<AgentsMeshStore>(["listRunners", "getRunner", "listAvailableRunners"], (body, _, store) => {
    for (const item of body.runners ?? [body.runner]) item.pod_count = count(item.id, store);
  });
}

export const listsMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "lists-online-runners-only",
    family: "lists",
    requirement: "list-runners.all",
    fault: "leaves runners that are offline or busy out of the list of all.",
    alteration: listing((items) => items.filter(({ status }) => status === "online")),
  },
  {
    id: "lists-labelled-runners-only",
    family: "lists",
    requirement: "list-runners.all",
    fault: "joins runners with their labels, so that runners without labels are left out of the list of all.",
    alteration: listing((items) => items.filter(({ labels }) => labels.length > 0)),
  },
  {
    id: "lists-the-first-runners-only",
    family: "lists",
    requirement: "list-runners.all",
    fault: `lists the first ${mostListed} runners, as though the list had pages.`,
    alteration: listing((items) => items.slice(0, mostListed)),
  },
  {
    id: "lists-a-runner-once-for-each-label",
    family: "lists",
    requirement: "runner.id-unique",
    fault: "lists a runner as often as it has labels.",
    alteration: listing((items) => items.flatMap((item) => Array<Item>(item.labels.length || 1).fill(item))),
  },
  {
    id: "lists-runners-of-every-organization",
    family: "lists",
    requirement: "list-runners.own-organization",
    fault: "lists the runners of other organizations too.",
    alteration: operation("listRunners", (asked, sound) => {
      const outcome = sound(asked);
      if (outcome.status !== 200) return outcome;
      const lists = [outcome, askAsOther(asked, sound)];
      const runners = lists.flatMap((list) => ("body" in list ? (list.body as { runners: Item[] }).runners : []));
      return { status: 200, body: { runners } };
    }),
  },
  {
    id: "finds-runners-by-their-place",
    family: "lists",
    requirement: "get-runner.asked-for",
    fault: "takes the id for an index from 0, and shows the next runner.",
    alteration: operation<AgentsMeshStore>("getRunner", (asked, sound, { runners }) => {
      const id = Number(asked.params.id);
      return sound({ ...asked, params: { id: `${runners.has(id) && runners.has(id + 1) ? id + 1 : id}` } });
    }),
  },
  {
    id: "shows-busy-runners-as-online",
    family: "lists",
    requirement: "get-runner.same-as-list",
    fault: "knows online and offline only in the details, and shows a busy runner as online.",
    alteration: shown("getRunner", ({ runner }) => {
      if (runner.status === "busy") runner.status = "online";
    }),
  },
  {
    id: "shows-local-time-as-utc",
    family: "lists",
    requirement: "get-runner.same-as-list",
    fault: "shows when a runner was registered in the time of another zone, and marks it as UTC.",
    alteration: shown("getRunner", ({ runner }) => {
      runner.created_at = new Date(Date.parse(runner.created_at) - zoneMs).toISOString();
    }),
  },
  {
    id: "counts-the-pods-of-all-runners",
    family: "lists",
    requirement: "runner.pod-count-fits",
    fault: "counts the pods of the whole organization as those of each runner.",
    alteration: counting((_, { pods }) => pods.length),
  },
  {
    id: "never-counts-a-pod",
    family: "lists",
    requirement: "runner.pod-count-fits",
    fault: "shows the 0 that a runner was registered with in place of a count of its pods.",
    alteration: counting(() => 0),
  },
  ...availabilityMutants,
  ...podFilterMutants,
];
