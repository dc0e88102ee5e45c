import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { type Identifier, type Linkage, pools } from "./shown-pools.ts";

const all = ["listAgentPools", "createAgentPool", "getAgentPool", "updateAgentPool"];

export const relationshipMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "gives-agents-as-a-bare-array",
    family: "shapes",
    requirement: "agent-pool.relationship-form",
    fault: "gives the agents of a pool as an array, without data around it.",
    alteration: pools(["getAgentPool", "createAgentPool", "updateAgentPool"], ({ relationships }) => {
      relationships.agents = ((relationships.agents as Linkage | null)?.data ?? []) as Identifier[];
    }),
  },
  {
    id: "names-agents-by-their-id-alone",
    family: "shapes",
    requirement: "agent-pool.agent-identifier",
    fault: "names the agents of a pool by a text each instead of type and id.",
    alteration: pools(all, ({ relationships }) => {
      if (relationships.agents)
        relationships.agents = { data: identifiersIn(relationships.agents).map(({ id }) => id) };
    }),
  },
  {
    id: "shows-the-agents-of-all-pools",
    family: "shapes",
    requirement: "agent-pool.agents",
    fault: "shows with every pool the agents of the whole account.",
    alteration: pools("getAgentPool", (pool, store) => {
      const accountId = store.pools.get(pool.id)?.accountId;
      const agents = [...store.agents.values()].filter(
        ({ poolId }) => store.pools.get(poolId)?.accountId === accountId,
      );
      pool.relationships.agents = { data: agents.map(({ id }) => ({ id, type: "agents" })) };
    }),
  },
  {
    id: "lists-pools-without-their-agents",
    family: "shapes",
    requirement: "agent-pool.agents",
    fault: "loads no agents for a list, and gives null for those of every pool.",
    alteration: pools("listAgentPools", ({ relationships }) => {
      relationships.agents = null;
    }),
  },
  {
    id: "numbers-workspaces",
    family: "shapes",
    requirement: "agent-pool.workspace-id",
    fault: "gives the ids of workspaces as numbers.",
    alteration: pools(["getAgentPool", "updateAgentPool"], ({ relationships }) => {
      const workspaces = identifiersIn(relationships.workspaces);
      relationships.workspaces = { data: workspaces.map(({ type }, index) => ({ type, id: index + 1 })) };
    }),
  },
  {
    id: "leaves-out-what-kind-of-thing-an-environment-is",
    family: "shapes",
    requirement: "agent-pool.environment-type",
    fault: "names the environment of a pool by its id only.",
    alteration: pools(["createAgentPool", "getAgentPool"], ({ relationships: { environment } }) => {
      if (environment) environment.data = { id: (environment.data as Identifier).id };
    }),
  },
  {
    id: "names-an-environment-that-there-is-not",
    family: "shapes",
    requirement: "agent-pool.environment-id",
    fault: "names an environment with the id null for a pool of the account scope.",
    alteration: pools(all, ({ relationships }) => {
      relationships.environment ??= { data: { type: "environments", id: null } };
    }),
  },
  {
    id: "lists-pools-without-their-environment",
    family: "shapes",
    requirement: "agent-pool.environment",
    fault: "loads no environments for a list, and gives null for those of every pool.",
    alteration: pools("listAgentPools", ({ relationships }) => {
      relationships.environment = null;
    }),
  },
  {
    id: "names-the-account-by-its-name",
    family: "shapes",
    requirement: "agent-pool.account-id",
    fault: "gives as id of a shown pool's account the name of it.",
    alteration: pools("getAgentPool", (pool, store) => {
      const name = store.accounts.get(store.pools.get(pool.id)?.accountId ?? "")?.name;
      pool.relationships.account = { data: { type: "accounts", id: name } };
    }),
  },
  {
    id: "lists-pools-without-their-account",
    family: "shapes",
    requirement: "agent-pool.account",
    fault: "leaves the account of listed pools out.",
    alteration: pools("listAgentPools", ({ relationships }) => {
      delete relationships.account;
    }),
  },
  {
    id: "answers-a-creation-without-the-environment",
    family: "shapes",
    requirement: "create-agent-pool.echo",
    fault: "does not load the environment of a new pool for the answer, and gives null.",
    alteration: pools("createAgentPool", ({ relationships }) => {
      relationships.environment = null;
    }),
  },
];

function identifiersIn(relationship: Linkage | null | readonly Identifier[]): readonly Identifier[] {
  return relationship && "data" in relationship ? (relationship.data as Identifier[]) : [];
}
