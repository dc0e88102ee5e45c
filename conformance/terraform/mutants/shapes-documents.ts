import type { Alteration } from "../../../src/reference/alteration.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { operation, shown } from "../../proof/alterations.ts";
import { isRefused } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

/** Answers a deletion with what has just been shown for the last time. */
function answeringWith(show: string, deletion: string): Alteration<TerraformStore> {
  return {
    service: (service, store, surroundings) => {
      const answering = operation<TerraformStore>(deletion, (asked, sound) => {
        const shownLast = service.operations[show]?.(asked);
        const outcome = sound(asked);
        return isRefused(outcome) || !shownLast ? outcome : shownLast;
      });
      return answering.service?.(service, store, surroundings) ?? service;
    },
  };
}

export const documentsMutants: readonly TerraformMutant[] = [
  {
    id: "shows-a-pool-as-a-list-of-one",
    family: "shapes",
    requirement: "show-agent-pool.sample-response",
    fault: "shows a pool in an array.",
    alteration: shown("showAgentPool", ({ data }) => ({ data: [data] })),
  },
  {
    id: "includes-an-organization-out-of-nowhere",
    family: "shapes",
    requirement: "jsonapi.full-linkage",
    fault: "includes the organization with a pool that it shows, though no relationship leads to it.",
    alteration: shown<TerraformStore>("showAgentPool", (body, _, { organizations }) => {
      body.included = [...organizations].slice(0, 1).map((id) => ({ id, type: "organizations" }));
    }),
  },
  {
    id: "unwraps-lists-of-one",
    family: "shapes",
    requirement: "list-agent-pools.data",
    fault: "gives the pool itself in place of an array where a page has one only.",
    alteration: shown("listAgentPools", (body) => ({
      ...body,
      data: body.data.length === 1 ? body.data[0] : body.data,
    })),
  },
  {
    id: "gives-null-for-an-empty-list",
    family: "shapes",
    requirement: "list-agents.data",
    fault: "gives null in place of an empty array where a pool has no agents.",
    alteration: shown("listAgents", (body) => ({ ...body, data: body.data.length === 0 ? null : body.data })),
  },
  {
    id: "leaves-meta-out-of-empty-lists",
    family: "shapes",
    requirement: "pagination.meta",
    fault: "answers a list without agents early, before it has counted anything, and without meta.",
    alteration: shown("listAgents", ({ meta, ...body }) => (body.data.length === 0 ? body : { ...body, meta })),
  },
  {
    id: "counts-in-strings",
    family: "shapes",
    requirement: "pagination.total-count",
    fault: "gives total-count as a string, as its database driver does with large integers.",
    alteration: shown("listAgentPools", ({ meta: { pagination } }) => {
      pagination["total-count"] = String(pagination["total-count"]);
    }),
  },
  {
    id: "answers-updates-with-nothing",
    family: "shapes",
    requirement: "update-agent-pool.success",
    fault: "answers an update with 204 and no pool.",
    alteration: operation("updateAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return isRefused(outcome) ? outcome : { status: 204 };
    }),
  },
  {
    id: "creates-with-200",
    family: "shapes",
    requirement: "create-agent-pool.success",
    fault: "answers 200 to a creation.",
    alteration: operation("createAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return isRefused(outcome) ? outcome : { ...outcome, status: 200 };
    }),
  },
  {
    id: "answers-deletions-with-the-agent",
    family: "shapes",
    requirement: "delete-agent.success",
    fault: "answers the deletion of an agent with 200 and the agent.",
    alteration: answeringWith("showAgent", "deleteAgent"),
  },
  {
    id: "answers-deletions-with-the-pool",
    family: "shapes",
    requirement: "delete-agent-pool.meta-only",
    fault: "answers the deletion of a pool with 200 and the pool as data.",
    alteration: answeringWith("showAgentPool", "deleteAgentPool"),
  },
];
