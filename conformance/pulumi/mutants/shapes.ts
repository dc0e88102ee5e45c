import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { anew, operation, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { tokenLeakMutants } from "./shapes-tokens.ts";
import { refile } from "./stored-pools.ts";

type Members = Readonly<Record<string, unknown>>;

/** Where Go's time begins, in seconds since 1970: what it makes of a moment that was never set. */
const goZeroSeconds = -62_135_596_800;

/** Shows every agent otherwise. */
const agents = (change: (agent: Members) => Members) =>
  shown<PulumiStore>("getAgentPool", (body) => ({ ...body, agents: body.agents.map(change) }));

/** Shows every item of the list otherwise. */
const items = (change: (item: Members) => Members) =>
  shown<PulumiStore>("listAgentPools", (body) => ({ agentPools: body.agentPools.map(change) }));

export const shapesMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "gives-process-ids-as-numbers",
    family: "shapes",
    requirement: "agent.pid",
    fault: "shows the process id of an agent as a number.",
    alteration: agents((agent) => ({ ...agent, pid: Number(agent.pid) })),
  },
  {
    id: "gives-last-seen-as-text",
    family: "shapes",
    requirement: "agent.last-seen",
    fault: "shows the moment at which an agent was last seen in ISO 8601.",
    alteration: agents((agent) => ({ ...agent, lastSeen: new Date(agent.lastSeen as number).toISOString() })),
  },
  {
    id: "calls-the-host-name-host-name",
    family: "shapes",
    requirement: "agent.hostname",
    fault: "shows the host name of an agent as hostName.",
    alteration: agents(({ hostname, ...rest }) => ({ ...rest, hostName: hostname })),
  },
  {
    id: "shouts-the-status-of-agents",
    family: "shapes",
    requirement: "agent.status-values",
    fault: "shows the status of an agent in capitals.",
    alteration: agents((agent) => ({ ...agent, status: `${agent.status}`.toUpperCase() })),
  },
  {
    id: "shows-null-for-no-agents",
    family: "shapes",
    requirement: "get-agent-pool.agents",
    fault: "shows null in place of the agents of a pool that has none.",
    alteration: shown("getAgentPool", (body) => ({ ...body, agents: body.agents.length > 0 ? body.agents : null })),
  },
  {
    id: "shows-null-for-no-description",
    family: "shapes",
    requirement: "agent-pool.without-description",
    fault: "shows and lists null as the description of a pool that has none.",
    alteration: shown(["getAgentPool", "listAgentPools"], (body) => {
      for (const pool of body.agentPools ?? [body]) pool.description ||= null;
    }),
  },
  {
    id: "lists-without-a-wrapper",
    family: "shapes",
    requirement: "list-agent-pools.agent-pools",
    fault: "answers the list as an array, without an object around it.",
    alteration: shown("listAgentPools", ({ agentPools }) => agentPools),
  },
  {
    id: "lists-moments-as-text",
    family: "shapes",
    requirement: "list-agent-pools.created",
    fault: "lists 64-bit numbers as strings, as Protocol Buffers do in JSON.",
    alteration: items((item) => ({ ...item, created: `${item.created}` })),
  },
  {
    id: "lists-moments-before-time",
    family: "shapes",
    requirement: "list-agent-pools.last-seen",
    fault: "lists the beginning of Go's time as the moment at which a pool was seen that never was.",
    alteration: items((item) => ({ ...item, lastSeen: item.lastSeen || goZeroSeconds })),
  },
  {
    id: "lists-fractions-of-seconds",
    family: "shapes",
    requirement: "list-agent-pools.last-deployment",
    fault: "divides milliseconds by 1000 for the last deployment, and lists the fraction.",
    alteration: shown<PulumiStore>("listAgentPools", ({ agentPools }, _, { pools }) => {
      for (const item of agentPools) {
        const moment = pools.get(item.id)?.lastDeploymentAt;
        if (moment) item.lastDeployment = moment.getTime() / 1000;
      }
    }),
  },
  {
    id: "lists-no-status-without-agents",
    family: "shapes",
    requirement: "list-agent-pools.status",
    fault: "takes the status of a pool from its first agent, and lists none for a pool without agents.",
    alteration: shown<PulumiStore>("listAgentPools", ({ agentPools }, _, { pools }) => {
      for (const item of agentPools) item.status = pools.get(item.id)?.agents[0]?.status;
    }),
  },
  {
    id: "answers-numbers-as-new-ids",
    family: "shapes",
    requirement: "create-agent-pool.id",
    fault: "answers the id of a new pool as a number.",
    alteration: anew<PulumiStore>(() => {
      let last = 1000;
      return operation("createAgentPool", (asked, sound, store) => {
        const outcome = sound(asked);
        if ("title" in outcome) return outcome;
        const body = outcome.body as { id: string };
        const pool = store.pools.get(body.id);
        last += 1;
        if (pool) refile(store, pool, `${last}`);
        return { ...outcome, body: { ...body, id: last } };
      });
    }),
  },
  {
    id: "calls-the-new-token-token",
    family: "shapes",
    requirement: "create-agent-pool.token-value",
    fault: "answers the token of a new pool as token.",
    alteration: shown("createAgentPool", ({ id, tokenValue }) => ({ id, token: tokenValue })),
  },
  {
    id: "answers-creations-with-201",
    family: "shapes",
    requirement: "create-agent-pool.success",
    fault: "answers 201 when a pool is created.",
    alteration: operation("createAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return "title" in outcome ? outcome : { ...outcome, status: 201 };
    }),
  },
  {
    id: "answers-updates-with-nothing",
    family: "shapes",
    requirement: "update-agent-pool.success",
    fault: "answers 204 without a body when a pool is updated.",
    alteration: operation("updateAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return "title" in outcome ? outcome : { status: 204 };
    }),
  },
  {
    id: "answers-updates-in-a-wrapper",
    family: "shapes",
    requirement: "update-agent-pool.body",
    fault: "answers an update with the pool as a member of an object.",
    alteration: shown("updateAgentPool", (body) => ({ agentPool: body })),
  },
  {
    id: "answers-deletions-with-a-message",
    family: "shapes",
    requirement: "delete-agent-pool.success",
    fault: "answers 200 and a message when a pool is deleted.",
    alteration: operation("deleteAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return outcome.status === 204 ? { status: 200, body: { message: "deleted" } } : outcome;
    }),
  },
  ...tokenLeakMutants,
];
