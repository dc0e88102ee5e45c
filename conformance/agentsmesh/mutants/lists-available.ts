import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { agentsmeshTokens } from "../../../src/reference/agentsmesh/service.ts";
import type { AgentsMeshStore, Runner } from "../../../src/reference/agentsmesh/store.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import { referenceData } from "../../../src/reference/reference-data.ts";
import type { Asked, Outcome } from "../../../src/reference/service.ts";
import { type Answerer, fronted, operation, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { askAsOther } from "./other-organization.ts";

interface Item {
  readonly id: number;
  readonly status: string;
  readonly pod_count: number;
  readonly max_pods: number;
}

const { otherToken } = referenceData.agentsmesh.tokens;
const seenLatelyMs = 48 * 3_600_000;
const goneId = 55;

/** Lists as available those of all runners that fit. */
function offering(fits: (item: Item, runner: Runner, store: AgentsMeshStore) => boolean): Alteration<AgentsMeshStore> {
  return {
    service: (service, store) => {
      const listRunners = service.operations.listRunners as Answerer;
      const isOffered = (item: Item) => {
        const runner = store.runners.get(item.id);
        return runner !== undefined && fits(item, runner, store);
      };
      const listAvailableRunners = (asked: Asked): Outcome => {
        const outcome = listRunners(asked);
        return outcome.status === 200
          ? { status: 200, body: { runners: itemsIn(outcome).filter(isOffered) } }
          : outcome;
      };
      return { ...service, operations: { ...service.operations, listAvailableRunners } };
    },
  };
}

const itemsIn = (outcome: Outcome) => ("body" in outcome ? (outcome.body as { runners: Item[] }).runners : []);
const podsOn = ({ id }: Runner, { pods }: AgentsMeshStore) => pods.filter(({ runnerId }) => runnerId === id);
const hasRoom = ({ pod_count, max_pods }: Item) => pod_count < max_pods;

export const availabilityMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "offers-busy-runners",
    family: "lists",
    requirement: "list-available-runners.online",
    fault: "lists every runner as available that is not offline, the busy ones too.",
    alteration: offering(({ status }) => status !== "offline"),
  },
  {
    id: "offers-runners-that-were-seen-lately",
    family: "lists",
    requirement: "list-available-runners.online",
    fault: "tells whether a runner is online by a heartbeat within two days of the latest, whatever its status.",
    alteration: offering((item, { lastHeartbeatAt }, { runners }) => {
      const heartbeats = [...runners.values()].map((each) => each.lastHeartbeatAt?.getTime() ?? 0);
      return hasRoom(item) && Math.max(...heartbeats) - (lastHeartbeatAt?.getTime() ?? 0) < seenLatelyMs;
    }),
  },
  {
    id: "offers-no-idle-runners",
    family: "lists",
    requirement: "list-available-runners.complete",
    fault: "takes a count of 0 for an unknown one, and leaves runners without pods out of those available.",
    alteration: offering((item) => item.status === "online" && item.pod_count > 0 && hasRoom(item)),
  },
  {
    id: "takes-finished-pods-for-occupied-room",
    family: "lists",
    requirement: "list-available-runners.complete",
    fault: "counts pods that have ended when it looks for room, though not in pod_count.",
    alteration: offering(
      (item, runner, store) => item.status === "online" && podsOn(runner, store).length < item.max_pods,
    ),
  },
  {
    id: "offers-runners-of-other-organizations",
    family: "lists",
    requirement: "list-available-runners.own-organization",
    fault: "lists the available runners of all organizations.",
    alteration: operation("listAvailableRunners", (asked, sound) => {
      const outcome = sound(asked);
      if (outcome.status !== 200) return outcome;
      return { status: 200, body: { runners: [outcome, askAsOther(asked, sound)].flatMap(itemsIn) } };
    }),
  },
  {
    id: "offers-runners-to-whoever-asks",
    family: "lists",
    requirement: "list-available-runners.own-organization",
    fault: "lists the available runners of the organization in the path without asking whose the key is.",
    alteration: operation("listAvailableRunners", (asked, sound) =>
      asked.identity === agentsmeshTokens[otherToken] && sound(asked).status === 403
        ? askAsOther(asked, sound)
        : sound(asked),
    ),
  },
  {
    id: "offers-runners-that-are-gone",
    family: "lists",
    requirement: "list-available-runners.subset",
    fault: "keeps the available runners in an index of its own, and leaves one in it that is no longer registered.",
    alteration: shown("listAvailableRunners", ({ runners }) => ({
      runners: [...runners, ...runners.slice(0, 1).map((runner: Item) => ({ ...runner, id: goneId, name: "gone" }))],
    })),
  },
  {
    id: "takes-available-for-an-id",
    family: "lists",
    requirement: "list-available-runners.own-route",
    fault: "tries the route of a single runner first, and finds that available is no integer.",
    alteration: fronted((request, sound) =>
      sound(/\/runners\/available$/.test(new URL(request.url).pathname) ? renamed(request) : request),
    ),
  },
  {
    id: "counts-pods-otherwise-for-available-runners",
    family: "lists",
    requirement: "list-available-runners.same-as-list",
    fault: "counts every pod of an available runner, and in the list of all those at work.",
    alteration: shown<AgentsMeshStore>("listAvailableRunners", ({ runners }, _, store) => {
      for (const item of runners) {
        const runner = store.runners.get(item.id);
        if (runner) item.pod_count = podsOn(runner, store).length;
      }
    }),
  },
];

/** The same request for a runner whose id is no integer either. */
function renamed(request: Request): Request {
  return new Request(request.url.replace("/runners/available", "/runners/available-"), request);
}
