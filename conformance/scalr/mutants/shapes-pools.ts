import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { pools } from "./shown-pools.ts";

export const poolMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "lists-pools-as-agent-pool",
    family: "shapes",
    requirement: "agent-pool.type",
    fault: "gives pools in a list the type agent-pool.",
    alteration: pools("listAgentPools", (pool) => {
      pool.type = "agent-pool";
    }),
  },
  {
    id: "puts-the-type-among-the-relationships",
    family: "shapes",
    requirement: "create-agent-pool.sample-response",
    fault: "gives the type of a new pool where the sample has it by a slip, among the relationships.",
    alteration: pools("createAgentPool", (pool) => {
      pool.relationships.type = pool.type;
      delete pool.type;
    }),
  },
  {
    id: "lists-ids-without-their-beginning",
    family: "shapes",
    requirement: "get-agent-pool.agrees-with-list",
    fault: "gives the ids of listed pools without what stands before the hyphen, under which none is found.",
    alteration: pools("listAgentPools", (pool) => {
      pool.id = pool.id.replace("apool-", "");
    }),
  },
  {
    id: "gives-the-name-beside-the-attributes",
    family: "shapes",
    requirement: "agent-pool.name",
    fault: "gives the name of a pool as a member of its own, and leaves the attributes empty.",
    alteration: pools("getAgentPool", (pool) => {
      pool.name = pool.attributes.name ?? "";
      pool.attributes = {};
    }),
  },
  {
    id: "lists-pools-without-self-link",
    family: "shapes",
    requirement: "agent-pool.self-link",
    fault: "gives no links to listed pools.",
    alteration: pools("listAgentPools", (pool) => {
      delete pool.links;
    }),
  },
  {
    id: "links-every-pool-of-a-list-to-the-first",
    family: "shapes",
    requirement: "agent-pool.self-link-target",
    fault: "gives every pool on a page the self link of the first one.",
    alteration: shown("listAgentPools", ({ data }) => {
      for (const pool of data) pool.links = data[0].links;
    }),
  },
  {
    id: "links-a-new-pool-before-it-has-an-id",
    family: "shapes",
    requirement: "agent-pool.self-link-target",
    fault: "makes the self link of a new pool before its id is known.",
    alteration: pools("createAgentPool", (pool) => {
      pool.links = { self: (pool.links?.self ?? "").replace(pool.id, "undefined") };
    }),
  },
];
