import { finishDocuments } from "../finish-documents.ts";
import type { Agent, AgentPool } from "./store.ts";

/** Resource objects as the page's samples show them. Links of resources are relative, beginning with the base path. */
export function poolResource(pool: AgentPool, basePath: string) {
  const self = `${basePath}/agent-pools/${pool.id}`;
  return {
    id: pool.id,
    type: "agent-pools",
    attributes: { name: pool.name, "created-at": pool.createdAt.toISOString() },
    relationships: {
      agents: { links: { related: `${self}/agents` } },
      "authentication-tokens": { links: { related: `${self}/authentication-tokens` } },
      workspaces: { data: pool.workspaceIds.map((id) => ({ id, type: "workspaces" })) },
    },
    links: { self },
  };
}

export function agentResource(agent: Agent, basePath: string) {
  return {
    id: agent.id,
    type: "agents",
    attributes: {
      name: agent.name,
      status: agent.status,
      "ip-address": agent.ipAddress,
      "last-ping-at": agent.lastPingAt?.toISOString() ?? null,
    },
    links: { self: `${basePath}/agents/${agent.id}` },
  };
}

/** The same for lists, in which most are as they were before. */
export const listedPool = finishDocuments(poolResource);
export const listedAgent = finishDocuments(agentResource);
