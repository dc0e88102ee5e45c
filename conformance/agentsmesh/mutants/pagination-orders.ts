import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore, Pod } from "../../../src/reference/agentsmesh/store.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import { anew } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { ofStatus, type PodPageAsked, paging } from "./pod-pages.ts";

/** Lists pods in another order at each request; `select` says which, before the page is cut. */
export function shuffling(
  select: (asked: PodPageAsked) => readonly Pod[] = ofStatus,
  isShuffled: (asked: PodPageAsked) => boolean = () => true,
): Alteration<AgentsMeshStore> {
  return anew<AgentsMeshStore>(() => {
    let requests = 0;
    return paging((asked) => {
      requests += 1;
      const pods = select(asked);
      const listed = isShuffled(asked) ? shuffled(pods, requests) : pods;
      return { pods: listed.slice(asked.offset, asked.offset + asked.limit) };
    });
  });
}

/** Another order for each seed, and always the same for one: each pod is drawn from those that are left. */
function shuffled(pods: readonly Pod[], seed: number): Pod[] {
  const left = [...pods];
  // A linear congruential generator (Numerical Recipes' constants).
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return pods.flatMap(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return left.splice(Math.floor((state / 2 ** 32) * left.length), 1);
  });
}

export const orderMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "lists-pods-in-another-order-each-time",
    family: "pagination",
    requirement: "list-runner-pods.pages",
    fault: "lists pods in whatever order it comes upon them, which is another one at each request.",
    alteration: shuffling(),
  },
  {
    id: "lists-pods-of-a-status-in-another-order-each-time",
    family: "pagination",
    requirement: "list-runner-pods.pages",
    fault: "keeps the order of all pods, and lists those of a status in another one at each request.",
    alteration: shuffling(ofStatus, ({ status }) => status !== null),
  },
  {
    id: "overlooks-the-status-and-the-order",
    family: "pagination",
    requirement: "list-runner-pods.status",
    fault: "lists pods of every status, whichever is asked for, and in another order at each request.",
    alteration: shuffling(({ pods }) => pods),
  },
];
