import { podDocument } from "../../../src/reference/agentsmesh/documents.ts";
import type { AgentsMeshStore, Pod } from "../../../src/reference/agentsmesh/store.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import { operation } from "../../proof/alterations.ts";

/** A request for a page of pods, as the reference understands it. */
export interface PodPageAsked {
  /** All pods on the runner, newest first. */
  readonly pods: readonly Pod[];
  readonly status: string | null;
  /** Limit and offset in force. */
  readonly limit: number;
  readonly offset: number;
  /** As sent. */
  readonly query: URLSearchParams;
}

/** What a page is made of: its pods, and whatever else is not as the reference has it. */
export interface PodPageMade {
  readonly pods: readonly Pod[];
  readonly total?: number;
  readonly limit?: number;
  readonly offset?: number;
}

/** Makes pages of pods otherwise. Who may ask, and for what, is judged as ever. */
export function paging(
  make: (asked: PodPageAsked, store: AgentsMeshStore) => PodPageMade,
): Alteration<AgentsMeshStore> {
  return operation<AgentsMeshStore>("listRunnerPods", (asked, sound, store) => {
    const outcome = sound(asked);
    if ("title" in outcome || outcome.status !== 200) return outcome;
    const body = outcome.body as { total: number; limit: number; offset: number };
    const { query } = asked;
    const pods = podsOn(Number(asked.params.id), store);
    const made = make({ pods, query, status: query.get("status"), limit: body.limit, offset: body.offset }, store);
    return { ...outcome, body: { ...body, ...made, pods: made.pods.map(podDocument) } };
  });
}

/** Those of the status asked for. */
export function ofStatus({ pods, status }: PodPageAsked): Pod[] {
  return pods.filter((pod) => status === null || pod.status === status);
}

function podsOn(id: number, store: AgentsMeshStore): Pod[] {
  return store.pods
    .filter(({ runnerId }) => runnerId === id)
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}
