import { agentResource } from "../../../src/reference/terraform/documents.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { anew, combine, operation, overlooking, shown } from "../../proof/alterations.ts";
import { holding, type Resource } from "./lists-anew.ts";
import { sortingMutants } from "./lists-sorting.ts";
import { agentIdIn, isRefused, poolBody, poolIdIn } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const filter = "filter[last-ping-since]";
const dayLength = "2026-01-01".length;
const hourMs = 3_600_000;

/** Lists the agents that pass another filter than the one that was asked for. */
function filtering(passes: (lastPingAt: string | null, since: string) => boolean) {
  return combine<TerraformStore>(
    overlooking("listAgents", filter),
    holding("listAgents", (all, { query }) => {
      const since = query.get(filter);
      return since === null ? all : all.filter(({ attributes }) => passes(attributes["last-ping-at"] ?? null, since));
    }),
  );
}

function attributesOf({ data }: { data: { attributes: Record<string, unknown> } }) {
  return data.attributes;
}

export const listsMutants: readonly TerraformMutant[] = [
  {
    id: "filters-the-agents-of-all-pools",
    family: "lists",
    requirement: "list-agents.filter-keeps",
    fault: "looks for agents that have pinged since a moment in all pools, whosever they are.",
    alteration: holding("listAgents", (all, { query, baseUrl }, { agents }) => {
      const since = query.get(filter);
      if (since === null) return all;
      const passing = [...agents.values()].filter(
        ({ lastPingAt }) => lastPingAt && lastPingAt.getTime() >= Date.parse(since),
      );
      const others = passing.filter(({ id }) => !all.some((each) => each.id === id));
      return [...all, ...others.map((agent) => agentResource(agent, new URL(baseUrl).pathname))];
    }),
  },
  {
    id: "lists-an-agent-twice-where-it-filters",
    family: "lists",
    requirement: "list-agents.filter-keeps",
    fault: "lists the first agent that passes the filter twice, as of a join.",
    alteration: holding("listAgents", (all, { query }) => (query.has(filter) ? [...all.slice(0, 1), ...all] : all)),
  },
  {
    id: "lists-pools-of-all-organizations",
    family: "lists",
    requirement: "list-agent-pools.membership",
    fault: "lists the pools of every organization.",
    alteration: holding("listAgentPools", (_, asked, { pools }) =>
      [...pools.values()].map((pool) => poolBody(pool, asked).data),
    ),
  },
  {
    id: "lists-pools-that-have-workspaces",
    family: "lists",
    requirement: "list-agent-pools.membership",
    fault: "joins pools with their workspaces for the list, so that pools without any are left out.",
    alteration: holding("listAgentPools", (all, _, { pools }) =>
      all.filter(({ id }) => pools.get(id)?.workspaceIds.length),
    ),
  },
  {
    id: "lists-a-pool-once-for-each-agent",
    family: "lists",
    requirement: "pagination.walk",
    fault: "joins pools with their agents for the list, so that a pool comes as often as it has agents.",
    alteration: holding("listAgentPools", (all, _, { agents }) =>
      all.flatMap((pool) => {
        const count = [...agents.values()].filter(({ poolId }) => poolId === pool.id).length;
        return Array<Resource>(count || 1).fill(pool);
      }),
    ),
  },
  {
    id: "lists-agents-of-every-pool",
    family: "lists",
    requirement: "list-agents.membership",
    fault: "lists the agents of all pools of the organization for each of them.",
    alteration: holding("listAgents", (all, asked, { pools, agents }) => {
      const organization = pools.get(poolIdIn(asked))?.organization;
      const others = [...agents.values()].filter(
        ({ poolId }) => poolId !== poolIdIn(asked) && pools.get(poolId)?.organization === organization,
      );
      return [...all, ...others.map((agent) => agentResource(agent, new URL(asked.baseUrl).pathname))];
    }),
  },
  {
    id: "lists-agents-that-have-names",
    family: "lists",
    requirement: "list-agents.membership",
    fault: "leaves agents without a name out of the list.",
    alteration: holding("listAgents", (all) => all.filter(({ attributes }) => attributes.name)),
  },
  {
    id: "lists-agents-that-are-alive",
    family: "lists",
    requirement: "list-agents.membership",
    fault: "leaves agents that have exited out of the list, although nobody asked for that.",
    alteration: holding("listAgents", (all) => all.filter(({ attributes }) => attributes.status !== "exited")),
  },
  {
    id: "overlooks-the-filter",
    family: "lists",
    requirement: "list-agents.filter-keeps",
    fault: "lists agents as though no filter had been asked for.",
    alteration: overlooking("listAgents", filter),
  },
  {
    id: "keeps-agents-that-pinged-before",
    family: "lists",
    requirement: "list-agents.filter-keeps",
    fault: "keeps the agents whose last ping was before the moment of the filter.",
    alteration: filtering((last, since) => last !== null && Date.parse(last) < Date.parse(since)),
  },
  {
    id: "keeps-agents-that-never-pinged",
    family: "lists",
    requirement: "list-agents.filter-keeps",
    fault: "lets agents that have never pinged pass every filter.",
    alteration: filtering((last, since) => last === null || Date.parse(last) >= Date.parse(since)),
  },
  {
    id: "filters-by-whole-days",
    family: "lists",
    requirement: "list-agents.filter-keeps",
    fault: "drops the time of day from the filter, and keeps agents that pinged earlier on that day.",
    alteration: filtering((last, since) => last !== null && last >= since.slice(0, dayLength)),
  },
  {
    id: "compares-moments-as-text",
    family: "lists",
    requirement: "list-agents.filter-offset",
    fault: "compares the filter with the last pings as text, so that a moment with another offset than Z is misread.",
    alteration: filtering((last, since) => last !== null && last >= since),
  },
  {
    id: "lists-moments-an-hour-off",
    family: "lists",
    requirement: "agent-pool.created-at-steady",
    fault: "lists the moment of creation in summer time and calls it UTC; shown alone, a pool has the right one.",
    alteration: shown("listAgentPools", ({ data }) => {
      for (const { attributes } of data) {
        attributes["created-at"] = new Date(Date.parse(attributes["created-at"]) + hourMs).toISOString();
      }
    }),
  },
  {
    id: "shows-pools-without-their-workspaces",
    family: "lists",
    requirement: "show-agent-pool.agrees-with-list",
    fault: "loads the workspaces of pools for the list only, and shows an empty array of them.",
    alteration: shown("showAgentPool", ({ data }) => {
      data.relationships.workspaces.data = [];
    }),
  },
  {
    id: "gathers-workspaces-of-the-pools-before",
    family: "lists",
    requirement: "show-agent-pool.agrees-with-list",
    fault: "lists with each pool the workspaces of those before it as well, gathered in one array.",
    alteration: shown("listAgentPools", ({ data }) => {
      const gathered: unknown[] = [];
      for (const { relationships } of data) {
        gathered.push(...relationships.workspaces.data);
        relationships.workspaces.data = [...gathered];
      }
    }),
  },
  {
    id: "shows-ids-for-missing-names",
    family: "lists",
    requirement: "show-agent.agrees-with-list",
    fault: "shows the id of an agent as its name where the list has null.",
    alteration: shown("showAgent", (body, asked) => {
      attributesOf(body).name ??= agentIdIn(asked);
    }),
  },
  {
    id: "shows-the-agent-that-was-shown-before",
    family: "lists",
    requirement: "show-agent.agent-id",
    fault: "answers a request for an agent with the one that the request before asked for.",
    alteration: anew<TerraformStore>(() => {
      let shownBefore: string | undefined;
      return operation("showAgent", (asked, sound, { agents }) => {
        const outcome = sound(asked);
        if (isRefused(outcome)) return outcome;
        const stale = shownBefore !== undefined && agents.has(shownBefore) ? shownBefore : agentIdIn(asked);
        shownBefore = agentIdIn(asked);
        return sound({ ...asked, params: { ...asked.params, agent_id: stale } });
      });
    }),
  },
  {
    id: "shows-the-newest-pool",
    family: "lists",
    requirement: "show-agent-pool.agent-pool-id",
    fault: "looks for the organization of the pool in the path, and shows the newest pool of it.",
    alteration: operation<TerraformStore>("showAgentPool", (asked, sound, { pools }) => {
      const { organization } = pools.get(poolIdIn(asked)) ?? {};
      const newest = [...pools.values()].findLast((pool) => pool.organization === organization);
      return sound(newest ? { ...asked, params: { ...asked.params, agent_pool_id: newest.id } } : asked);
    }),
  },
  ...sortingMutants,
];
