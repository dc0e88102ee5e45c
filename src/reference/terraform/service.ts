import type { Problem } from "../../apis/api.ts";
import { cutPage } from "../json-api-paging.ts";
import type { Asked, Identity, Outcome, Service, Surroundings } from "../service.ts";
import { agentResource, listedAgent, listedPool, poolResource } from "./documents.ts";
import type { Agent, AgentPool, TerraformStore } from "./store.ts";

/** Default and largest page size of the live service. */
const paging = { defaultSize: 20, largestSize: 100 } as const;

/** Statuses in which an agent may be deleted ("Delete an Agent"). */
const deletableStatuses: ReadonlySet<Agent["status"]> = new Set(["unknown", "errored", "exited"]);

/** Tokens that the server knows. What a user may not do is not found for them, as the page has it. */
export const terraformTokens: Readonly<Record<string, Identity>> = {
  "reference-token": { memberOf: ["my-organization"], mayWrite: true },
  "reader-token": { memberOf: ["my-organization"], mayWrite: false },
  "other-token": { memberOf: ["other-organization"], mayWrite: true },
};

const notFound: Problem = { status: 404, title: "not found", detail: "There is no such thing, or not for this user." };

/** Agent pools and agents of Terraform Cloud, as its page documents them. */
export function createTerraformService({ clock, newId }: Surroundings, store: TerraformStore): Service {
  return {
    identify: (token) => (Object.hasOwn(terraformTokens, token) ? terraformTokens[token] : undefined),
    operations: {
      listAgentPools: inOrganization((asked, organization) => {
        const pools = [...store.pools.values()].filter((pool) => pool.organization === organization);
        const page = cutPage(
          sortPools(pools, asked.query.get("sort")),
          urlOf(asked, `/organizations/${organization}/agent-pools`),
          asked.query,
          paging,
        );
        const basePath = basePathOf(asked);
        return list(page, (pool) => listedPool(pool, basePath));
      }),
      createAgentPool: inOrganization((asked, organization) => {
        if (!asked.identity.mayWrite) return notFound;
        const { name } = (asked.body as PoolDocument).data.attributes;
        if (isTaken(name, organization)) return nameTaken;
        const pool: AgentPool = { id: newId("apool-"), organization, name, createdAt: clock(), workspaceIds: [] };
        store.pools.set(pool.id, pool);
        return { status: 201, body: { data: poolResource(pool, basePathOf(asked)) } };
      }),
      showAgentPool: onPool((asked, pool) => ({ status: 200, body: { data: poolResource(pool, basePathOf(asked)) } })),
      updateAgentPool: onPool((asked, pool) => {
        if (!asked.identity.mayWrite) return notFound;
        const { id, attributes } = (
          asked.body as Partial<PoolDocument> & { data: { id?: string; attributes?: { name?: string } } }
        ).data;
        if (id !== undefined && id !== pool.id) {
          return {
            status: 409,
            title: "conflict",
            detail: "The id is not that of the pool in the path.",
            source: { pointer: "/data/id" },
          };
        }
        const name = attributes?.name ?? pool.name;
        if (isTaken(name, pool.organization, pool)) return nameTaken;
        pool.name = name;
        return { status: 200, body: { data: poolResource(pool, basePathOf(asked)) } };
      }),
      deleteAgentPool: onPool((asked, pool) => {
        if (!asked.identity.mayWrite) return notFound;
        store.pools.delete(pool.id);
        for (const agent of agentsOf(pool)) store.agents.delete(agent.id);
        return { status: 204 };
      }),
      listAgents: onPool((asked, pool) => {
        const since = asked.query.get("filter[last-ping-since]");
        const moment = since === null ? undefined : Date.parse(since);
        if (Number.isNaN(moment)) {
          return {
            status: 400,
            title: "bad request",
            detail: `${since} is no date.`,
            source: { parameter: "filter[last-ping-since]" },
          };
        }
        const agents = agentsOf(pool).filter(
          (agent) => moment === undefined || (agent.lastPingAt?.getTime() ?? -1) >= moment,
        );
        const page = cutPage(agents, urlOf(asked, `/agent-pools/${pool.id}/agents`), asked.query, paging);
        const basePath = basePathOf(asked);
        return list(page, (agent) => listedAgent(agent, basePath));
      }),
      showAgent: onAgent((asked, agent) => ({ status: 200, body: { data: agentResource(agent, basePathOf(asked)) } })),
      deleteAgent: onAgent((asked, agent) => {
        if (!asked.identity.mayWrite) return notFound;
        if (!deletableStatuses.has(agent.status)) {
          return {
            status: 412,
            title: "precondition failed",
            detail: "Agents must be unknown, errored or exited to be deleted.",
          };
        }
        store.agents.delete(agent.id);
        return { status: 204 };
      }),
    },
  };

  function inOrganization(answer: (asked: Asked, organization: string) => Outcome) {
    return (asked: Asked): Outcome => {
      const organization = asked.params.organization_name ?? "";
      const isVisible = store.organizations.has(organization) && asked.identity.memberOf.includes(organization);
      return isVisible ? answer(asked, organization) : notFound;
    };
  }

  function onPool(answer: (asked: Asked, pool: AgentPool) => Outcome) {
    return (asked: Asked): Outcome => {
      const pool = store.pools.get(asked.params.agent_pool_id ?? "");
      return pool && asked.identity.memberOf.includes(pool.organization) ? answer(asked, pool) : notFound;
    };
  }

  function onAgent(answer: (asked: Asked, agent: Agent) => Outcome) {
    return (asked: Asked): Outcome => {
      const agent = store.agents.get(asked.params.agent_id ?? "");
      const organization = agent && store.pools.get(agent.poolId)?.organization;
      return agent && organization && asked.identity.memberOf.includes(organization) ? answer(asked, agent) : notFound;
    };
  }

  function agentsOf({ id }: AgentPool): Agent[] {
    return [...store.agents.values()].filter((agent) => agent.poolId === id);
  }

  function isTaken(name: string, organization: string, except?: AgentPool): boolean {
    for (const pool of store.pools.values()) {
      if (pool !== except && pool.organization === organization && pool.name === name) return true;
    }
    return false;
  }
}

interface PoolDocument {
  readonly data: { readonly attributes: { readonly name: string } };
}

const nameTaken: Problem = {
  status: 422,
  title: "invalid attribute",
  detail: "Name has already been taken",
  source: { pointer: "/data/attributes/name" },
};

function sortPools(pools: AgentPool[], sort: string | null): AgentPool[] {
  const key = sort?.replace(/^-/, "");
  if (key === undefined) return pools;
  const direction = sort?.startsWith("-") ? -1 : 1;
  const sortKey = (pool: AgentPool) => (key === "name" ? pool.name : pool.createdAt.toISOString());
  return pools.toSorted((a, b) => direction * (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));
}

function list<T>({ items, links, meta }: ReturnType<typeof cutPage<T>>, resource: (item: T) => unknown): Outcome {
  return { status: 200, body: { data: items.map(resource), links, meta } };
}

function urlOf({ baseUrl }: Asked, path: string): string {
  return `${baseUrl}${path}`;
}

function basePathOf({ baseUrl }: Asked): string {
  return baseUrl.replace(/^[^:]+:\/\/[^/]+/, "");
}
