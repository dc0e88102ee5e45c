import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, operation, shown } from "../../proof/alterations.ts";
import { isRefused } from "../mutants/stored-pools.ts";
import { agentOperations, poolOperations, resourceOperations, showingEach } from "./resources.ts";
import type { TerraformVariant } from "./terraform-variant.ts";

const furtherOfPools = showingEach(poolOperations, (pool, _, { pools, agents }) => {
  const members = [...agents.values()].filter(({ poolId }) => poolId === pool.id);
  const organization = pools.get(pool.id)?.organization ?? "";
  const { relationships = {} } = pool;
  Object.assign(pool.attributes, { "organization-scoped": true, "agent-count": members.length, "default-for": null });
  Object.assign(relationships, {
    organization: { data: { id: organization, type: "organizations" } },
    "allowed-workspaces": { data: [] },
    "default-project": { data: null },
  });
  Object.assign(relationships.agents ?? {}, {
    data: members.map(({ id }) => ({ id, type: "agents" })),
    meta: { count: members.length },
  });
  pool.links.html = { href: `/app/${organization}/settings/agents`, title: "Agents", meta: { external: false } };
  pool.meta = { "can-be-deleted": members.length === 0 };
});

const furtherOfAgents = showingEach(agentOperations, (agent, _, { agents }) => {
  const poolId = agents.get(agent.id)?.poolId ?? "";
  Object.assign(agent.attributes, {
    architecture: "amd64",
    version: "1.2.0",
    capabilities: ["plan", "apply"],
    load: 0.5,
  });
  agent.relationships = { "agent-pool": { data: { id: poolId, type: "agent-pools" } } };
  agent.links.html = `/app/agents/${agent.id}`;
});

export const furtherMembers = combine<TerraformStore>(
  furtherOfPools,
  furtherOfAgents,
  shown<TerraformStore>(resourceOperations, (body) => ({
    jsonapi: { version: "1.1", meta: { implementation: "another" } },
    ...body,
    meta: { ...body.meta, "request-id": "5f2c", "api-version": [2, 6] },
  })),
  shown<TerraformStore>(["listAgentPools", "listAgents"], ({ meta, ...body }) => ({
    ...body,
    meta: { ...meta, "status-counts": { total: 3 }, pagination: { ...meta.pagination, "page-size": body.data.length } },
  })),
);

/** Answers deletions of pools with 200 and a document that has no data. */
const deletingWith = (document: unknown) =>
  operation<TerraformStore>("deleteAgentPool", (asked, sound) => {
    const outcome = sound(asked);
    return isRefused(outcome) ? outcome : { status: 200, body: document };
  });

export const deletingWithMeta = deletingWith({ meta: { deleted: true }, jsonapi: { version: "1.0" } });

export const documentVariants: readonly TerraformVariant[] = [
  {
    id: "has-further-members",
    difference: "adds attributes, relationships, links and meta, as newer servers do and any object may.",
    alteration: furtherMembers,
  },
  {
    id: "answers-deletions-of-pools-with-meta",
    difference: "answers 200 and a document with meta to the deletion of a pool, which is one of the readings.",
    alteration: deletingWithMeta,
  },
  {
    id: "answers-deletions-of-pools-with-empty-meta",
    difference: "answers 200 and an empty meta to the deletion of a pool, which is one of the readings.",
    alteration: deletingWith({ meta: {} }),
  },
];
