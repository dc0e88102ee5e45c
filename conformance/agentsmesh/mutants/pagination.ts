import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import type { AgentsMeshStore } from "../../../src/reference/agentsmesh/store.ts";
import type { Outcome } from "../../../src/reference/service.ts";
import { anew, operation, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { orderMutants } from "./pagination-orders.ts";
import { totalMutants } from "./pagination-totals.ts";
import { ofStatus, paging } from "./pod-pages.ts";

const otherDefaultLimit = 20;
const hiddenCap = 25;

export const paginationMutants: readonly Mutant<AgentsMeshStore, AgentsmeshRequirementId>[] = [
  {
    id: "has-another-default-limit",
    family: "pagination",
    requirement: "list-runner-pods.limit-default",
    fault: `takes a limit that is left out for ${otherDefaultLimit}.`,
    alteration: operation("listRunnerPods", (asked, sound) => {
      const query = new URLSearchParams(asked.query);
      if (!query.has("limit")) query.set("limit", `${otherDefaultLimit}`);
      return sound({ ...asked, query });
    }),
  },
  {
    id: "lists-one-pod-more-than-the-limit",
    family: "pagination",
    requirement: "list-runner-pods.limit",
    fault: "fetches one pod more than the limit to learn whether there is another page, and lists it.",
    alteration: paging((asked) => ({ pods: ofStatus(asked).slice(asked.offset, asked.offset + asked.limit + 1) })),
  },
  {
    id: "overlooks-the-limit-beside-a-status",
    family: "pagination",
    requirement: "list-runner-pods.limit",
    fault: "lists all pods of a status, whatever the limit is.",
    alteration: paging((asked) => ({
      pods: ofStatus(asked).slice(asked.offset, asked.status === null ? asked.offset + asked.limit : undefined),
    })),
  },
  {
    id: "tells-another-limit-than-it-keeps-to",
    family: "pagination",
    requirement: "list-runner-pods.limit-in-force",
    fault: `lists ${hiddenCap} pods at most, and tells the larger limit that was asked for.`,
    alteration: paging((asked) => ({
      pods: ofStatus(asked).slice(
        asked.offset,
        asked.offset + Math.min(asked.limit, asked.query.has("limit") ? hiddenCap : asked.limit),
      ),
    })),
  },
  {
    id: "takes-the-offset-for-a-number-of-pages",
    family: "pagination",
    requirement: "list-runner-pods.offset",
    fault: "passes over as many pages as the offset says.",
    alteration: paging((asked) => ({
      pods: ofStatus(asked).slice(asked.offset * asked.limit, (asked.offset + 1) * asked.limit),
    })),
  },
  {
    id: "begins-with-the-second-pod",
    family: "pagination",
    requirement: "list-runner-pods.offset-default",
    fault: "passes over a pod where the offset is left out.",
    alteration: paging((asked) => {
      const start = asked.query.has("offset") ? asked.offset : 1;
      return { pods: ofStatus(asked).slice(start, start + asked.limit) };
    }),
  },
  {
    id: "tells-no-offset-but-0",
    family: "pagination",
    requirement: "list-runner-pods.offset-in-force",
    fault: "tells 0 as the offset of every page.",
    alteration: shown("listRunnerPods", (body) => ({ ...body, offset: 0 })),
  },
  {
    id: "fills-the-last-page",
    family: "pagination",
    requirement: "list-runner-pods.pages",
    fault: "fills the last page with pods of the page before it.",
    alteration: paging((asked) => {
      const pods = ofStatus(asked);
      const start =
        asked.offset < pods.length ? Math.max(0, Math.min(asked.offset, pods.length - asked.limit)) : asked.offset;
      return { pods: pods.slice(start, start + asked.limit) };
    }),
  },
  {
    id: "filters-within-the-page",
    family: "pagination",
    requirement: "list-runner-pods.pages",
    fault: "cuts the page from pods of every status, and lists those of it that have the one asked for.",
    alteration: paging((asked) => ({
      pods: ofStatus({ ...asked, pods: asked.pods.slice(asked.offset, asked.offset + asked.limit) }),
    })),
  },
  {
    id: "turns-the-order-at-every-request",
    family: "pagination",
    requirement: "list-runner-pods.pages",
    fault: "lists the newest pods first and the oldest first by turns.",
    alteration: anew<AgentsMeshStore>(() => {
      let requests = 0;
      return paging((asked) => {
        requests += 1;
        const pods = requests % 2 === 0 ? ofStatus(asked).toReversed() : ofStatus(asked);
        return { pods: pods.slice(asked.offset, asked.offset + asked.limit) };
      });
    }),
  },
  {
    id: "keeps-pages-whatever-the-offset",
    family: "pagination",
    requirement: "list-runner-pods.pages",
    fault: "keeps pages in a cache by runner, status and limit, and answers the same one for every offset.",
    alteration: anew<AgentsMeshStore>(() => {
      const cache = new Map<string, Outcome>();
      return operation("listRunnerPods", (asked, sound) => {
        const outcome = sound(asked);
        if (outcome.status !== 200) return outcome;
        const key = JSON.stringify([asked.params.id, asked.query.get("status"), asked.query.get("limit")]);
        const kept = cache.get(key) ?? outcome;
        cache.set(key, kept);
        return kept;
      });
    }),
  },
  {
    id: "goes-back-to-the-last-page",
    family: "pagination",
    requirement: "list-runner-pods.offset-past-end",
    fault: "lists the last page where the offset passes over all pods.",
    alteration: paging((asked) => {
      const pods = ofStatus(asked);
      const start = asked.offset < pods.length ? asked.offset : Math.max(0, pods.length - asked.limit);
      return { pods: pods.slice(start, start + asked.limit) };
    }),
  },
  {
    id: "refuses-offsets-past-the-end",
    family: "pagination",
    requirement: "list-runner-pods.offset-past-end",
    fault: "answers 416 where the offset passes over all pods.",
    alteration: operation("listRunnerPods", (asked, sound) => {
      const outcome = sound(asked);
      if (outcome.status !== 200 || !("body" in outcome)) return outcome;
      const { total, offset } = outcome.body as { total: number; offset: number };
      return offset > 0 && offset >= total ? { status: 416, title: "no page", detail: "There are no more." } : outcome;
    }),
  },
  {
    id: "answers-204-past-the-end",
    family: "pagination",
    requirement: "list-runner-pods.offset-past-end",
    fault: "answers 204 and no document where the offset passes over all pods.",
    alteration: operation("listRunnerPods", (asked, sound) => {
      const outcome = sound(asked);
      const isPastEnd =
        outcome.status === 200 && "body" in outcome && (outcome.body as { pods: unknown[] }).pods.length === 0;
      return isPastEnd && asked.query.has("offset") ? { status: 204 } : outcome;
    }),
  },
  {
    id: "takes-prompts-by-their-place-on-the-page",
    family: "pagination",
    requirement: "pod.steady",
    fault: "fetches prompts by another query without the offset, so that a later page has those of the first.",
    alteration: paging((asked) => {
      const pods = ofStatus(asked);
      const page = pods.slice(asked.offset, asked.offset + asked.limit);
      return { pods: page.map((pod, place) => ({ ...pod, initialPrompt: pods[place]?.initialPrompt })) };
    }),
  },
  ...orderMutants,
  ...totalMutants,
];
