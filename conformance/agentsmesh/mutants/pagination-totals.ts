import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import { shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { ofStatus, paging } from "./pod-pages.ts";

const mostCounted = 100;

const page = (asked: Parameters<typeof ofStatus>[0]) => ofStatus(asked).slice(asked.offset, asked.offset + asked.limit);

export const totalMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "counts-the-page",
    family: "pagination",
    requirement: "list-runner-pods.total-of-all-pages",
    fault: "tells the number of pods on the page as the total.",
    alteration: shown("listRunnerPods", (body) => ({ ...body, total: body.pods.length })),
  },
  {
    id: "counts-what-is-left",
    family: "pagination",
    requirement: "list-runner-pods.total-of-all-pages",
    fault: "leaves the pods that the offset passes over out of the total.",
    alteration: shown("listRunnerPods", (body) => ({ ...body, total: Math.max(0, body.total - body.offset) })),
  },
  {
    id: "counts-before-it-filters",
    family: "pagination",
    requirement: "list-runner-pods.total-of-status",
    fault: "counts pods of every status in the total, whichever is asked for.",
    alteration: paging((asked) => ({ pods: page(asked), total: asked.pods.length })),
  },
  {
    id: "counts-to-a-hundred",
    family: "pagination",
    requirement: "list-runner-pods.total-of-all-pages",
    fault: `stops to count at ${mostCounted}, and tells that as the total.`,
    alteration: shown("listRunnerPods", (body) => ({ ...body, total: Math.min(body.total, mostCounted) })),
  },
];
