import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { includedResources } from "../../../src/reference/scalr/documents.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { operation, overlooking, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { listing, soundSteps } from "./listing.ts";
import { documentIn, poolIdIn } from "./stored-pools.ts";

export const includeMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "includes-for-the-first-path-only",
    family: "lists",
    requirement: "list-agent-pools.include",
    fault: "includes nothing for the paths after the first comma.",
    alteration: listing({
      include: (store, items, include) => includedResources(store, items, include?.split(",")[0] ?? null),
    }),
  },
  {
    id: "includes-an-account-for-each-pool",
    family: "lists",
    requirement: "list-agent-pools.included",
    fault: "includes the same account as often as there are pools of it on the page.",
    alteration: listing({
      include: (store, items, include) =>
        include && items.flatMap((pool) => includedResources(store, [pool], include) ?? []),
    }),
  },
  {
    id: "includes-for-pools-of-other-pages",
    family: "lists",
    requirement: "jsonapi.full-linkage",
    fault: "includes what belongs to any pool of the list, though the page shows some of them only.",
    alteration: listing({ include: (store, _, include, pools) => includedResources(store, pools, include) }),
  },
  {
    id: "includes-the-account-along-with-others",
    family: "lists",
    requirement: "jsonapi.include-only-requested",
    fault: "includes the account whatever else is to be included.",
    alteration: listing({
      include: (store, items, include, pools) =>
        soundSteps.include(store, items, include && `${include},account`, pools),
    }),
  },
  {
    id: "includes-every-workspace-of-the-environment",
    family: "lists",
    requirement: "get-agent-pool.include",
    fault: "includes the workspaces of a pool's environment, whether they are linked to the pool or not.",
    alteration: shown<ScalrStore>("getAgentPool", (body, { params, query }, { pools, workspaces }) => {
      if (!query.get("include")?.split(",").includes("workspaces")) return;
      const { environmentId } = pools.get(params.agent_pool ?? "") ?? {};
      const linked = body.included.map(({ id }: { id: string }) => id);
      for (const { id, name, environmentId: place } of workspaces.values()) {
        const isToo = place === environmentId && !linked.includes(id);
        if (isToo) body.included.push({ id, type: "workspaces", attributes: { name } });
      }
    }),
  },
  {
    id: "includes-nothing-on-creation",
    family: "lists",
    requirement: "create-agent-pool.include",
    fault: "does not look at include when it answers a creation.",
    alteration: overlooking("createAgentPool", "include"),
  },
  {
    id: "gives-null-where-there-is-nothing-to-include",
    family: "lists",
    requirement: "jsonapi.include-present",
    fault: "gives null for included where include is sent and nothing is related.",
    alteration: shown("getAgentPool", (body) => {
      if (body.included?.length === 0) body.included = null;
    }),
  },
  {
    id: "includes-what-was-related-before-the-change",
    family: "lists",
    requirement: "update-agent-pool.include",
    fault: "looks up what to include before it makes the change.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound, store) => {
      const pool = store.pools.get(poolIdIn(asked));
      const included = pool ? includedResources(store, [pool], asked.query.get("include")) : null;
      const outcome = sound(asked);
      return "title" in outcome ? outcome : { ...outcome, body: { ...documentIn(outcome), included } };
    }),
  },
];
