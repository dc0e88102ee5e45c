import { isoText } from "../iso-text.ts";
import { makeOnce } from "../make-once.ts";
import type { Agent, AgentPool } from "./store.ts";

/** Resource objects as the page's samples show them. Links of resources are relative, beginning with the base path. */
export function poolResource(pool: AgentPool, basePath: string) {
  const { self, agents, tokens } = poolLinks(pool, basePath);
  return {
    id: pool.id,
    type: "agent-pools",
    attributes: { name: pool.name, "created-at": isoText(pool.createdAt) },
    relationships: {
      agents: { links: { related: agents } },
      "authentication-tokens": { links: { related: tokens } },
      workspaces: { data: pool.workspaceIds.map((id) => ({ id, type: "workspaces" })) },
    },
    links: { self },
  };
}

const poolLinks = makeOnce(({ id }: AgentPool, basePath) => {
  const self = `${basePath}/agent-pools/${id}`;
  return { self, agents: `${self}/agents`, tokens: `${self}/authentication-tokens` };
});

export function agentResource(agent: Agent, basePath: string) {
  return {
    id: agent.id,
    type: "agents",
    attributes: {
      name: agent.name,
      status: agent.status,
      "ip-address": agent.ipAddress,
      "last-ping-at": agent.lastPingAt && isoText(agent.lastPingAt),
    },
    links: { self: agentLink(agent, basePath) },
  };
}

const agentLink = makeOnce(({ id }: Agent, basePath) => `${basePath}/agents/${id}`);
