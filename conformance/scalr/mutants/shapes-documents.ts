import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { poolResource } from "../../../src/reference/scalr/documents.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { operation, reply, responding, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { documentIn, poolIdIn } from "./stored-pools.ts";

export const documentMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "lists-a-single-pool-without-an-array",
    family: "shapes",
    requirement: "list-agent-pools.data",
    fault: "gives a list of one pool as that pool.",
    alteration: shown("listAgentPools", (body) => (body.data.length === 1 ? { ...body, data: body.data[0] } : body)),
  },
  {
    id: "answers-200-to-a-creation",
    family: "shapes",
    requirement: "create-agent-pool.success",
    fault: "answers 200 when it has created a pool.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return "title" in outcome ? outcome : { ...outcome, status: 200 };
    }),
  },
  {
    id: "answers-a-deletion-with-the-pool",
    family: "shapes",
    requirement: "delete-agent-pool.success",
    fault: "answers 200 and the pool when it has deleted it.",
    alteration: operation<ScalrStore>("deleteAgentPool", (asked, sound, store) => {
      const pool = store.pools.get(poolIdIn(asked));
      const body = pool && { data: poolResource(store, pool, asked.baseUrl) };
      const outcome = sound(asked);
      return "title" in outcome || !body ? outcome : { ...outcome, status: 200, body };
    }),
  },
  {
    id: "answers-204-to-a-change",
    family: "shapes",
    requirement: "update-agent-pool.success",
    fault: "answers 204 and nothing more when it has changed a pool.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return "title" in outcome ? outcome : { status: 204 };
    }),
  },
  {
    id: "locates-new-pools-at-the-list",
    family: "shapes",
    requirement: "jsonapi.created-location-is-self",
    fault: "gives as Location the address to which the new pool was posted.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      if ("title" in outcome) return outcome;
      return { ...outcome, headers: { ...outcome.headers, Location: `${asked.baseUrl}/agent-pools` } };
    }),
  },
  {
    id: "files-included-resources-by-type",
    family: "shapes",
    requirement: "agent-pool.included",
    fault: "gives the included resources as an object of arrays by their type.",
    alteration: shown("getAgentPool", (body) => {
      if (body.included) body.included = Object.groupBy(body.included as { type: string }[], ({ type }) => type);
    }),
  },
  {
    id: "gives-meta-as-an-empty-array",
    family: "shapes",
    requirement: "agent-pool.meta",
    fault: "gives meta as an array where it has nothing to say, as PHP does with empty objects.",
    alteration: operation<ScalrStore>(["createAgentPool", "getAgentPool", "updateAgentPool"], (asked, sound) => {
      const outcome = sound(asked);
      return "title" in outcome ? outcome : { ...outcome, body: { ...documentIn(outcome), meta: [] } };
    }),
  },
  {
    id: "counts-in-texts",
    family: "shapes",
    requirement: "pagination.total-count",
    fault: "gives total-count as a text.",
    alteration: shown("listAgentPools", ({ meta: { pagination } }) => {
      pagination["total-count"] = String(pagination["total-count"]);
    }),
  },
  {
    id: "labels-new-pools-as-plain-json",
    family: "shapes",
    requirement: "create-agent-pool.media-type",
    fault: "labels the pool created application/json.",
    alteration: responding(
      ({ status }) => status === 201,
      (response, text) => reply(response, text, { headers: { "Content-Type": "application/json" } }),
    ),
  },
];
