import type { Agent, AgentPool, PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { referenceData } from "../../../src/reference/reference-data.ts";
import type { Outcome } from "../../../src/reference/service.ts";
import { anew, meanwhile, operation } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { changeEach } from "./own-pools.ts";

const { organization } = referenceData.pulumi;
const longestStay = 12;
const secondMs = 1000;

/** Somebody else creates a pool now and then, renames it, and deletes it later. */
export const othersWrite = meanwhile<PulumiStore>(({ pools }, count) => {
  if (count % 3 === 0) pools.set(`others-${count}`, poolOfOthers(count));
  const renamed = pools.get(`others-${count - longestStay / 2}`);
  if (renamed) renamed.description = "renamed meanwhile";
  pools.delete(`others-${count - longestStay}`);
});

/** Agents report, so that their moments move, and those of their pools. */
export const agentsReport = meanwhile<PulumiStore>((store) => {
  const later = (moment: Date) => new Date(moment.getTime() + secondMs);
  changeEach(store, ({ agents, lastSeenAt, lastDeploymentAt }) => ({
    agents: agents.map((agent) => ({ ...agent, lastSeenAt: later(agent.lastSeenAt) })),
    lastSeenAt: agents.length > 0 && lastSeenAt ? later(lastSeenAt) : lastSeenAt,
    lastDeploymentAt: agents.length > 0 && lastDeploymentAt ? later(lastDeploymentAt) : lastDeploymentAt,
  }));
});

const other: Readonly<Record<Agent["status"], Agent["status"]>> = { online: "offline", offline: "online" };

/** Answers a list from what it has kept of the one before, though not twice in a row. */
export const keepsLists = anew<PulumiStore>(() => {
  const kept = new Map<string, Outcome>();
  return operation("listAgentPools", (asked, sound) => {
    const key = JSON.stringify([asked.identity, asked.params]);
    const known = kept.get(key);
    kept.delete(key);
    if (known) return known;
    const outcome: Outcome = structuredClone(sound(asked));
    kept.set(key, outcome);
    return outcome;
  });
});

export const otherVariants: readonly Variant<PulumiStore>[] = [
  {
    id: "is-written-to-by-others",
    difference: "has other users, who create, change and delete pools of their own between any two requests.",
    alteration: othersWrite,
  },
  {
    id: "keeps-lists-for-a-moment",
    difference: "lists pools as they were a moment ago; the page does not say how soon a list has what was written.",
    alteration: keepsLists,
  },
  {
    id: "hears-from-agents",
    difference: "hears from its agents between any two requests, so that moments of use move.",
    alteration: agentsReport,
  },
  {
    id: "loses-and-finds-agents",
    difference: "has agents that go offline and come back while it is asked.",
    alteration: meanwhile((store, count) => {
      if (count % 4 !== 0) return;
      changeEach(store, ({ agents }) => ({
        agents: agents.map((agent) => ({ ...agent, status: other[agent.status] })),
      }));
    }),
  },
  {
    id: "restarts-agents",
    difference: "has agents that are gone for every other three requests, as they restart.",
    alteration: anew(() => {
      const known = new Map<string, AgentPool["agents"]>();
      return meanwhile((store, count) => {
        const isAway = Math.floor(count / 3) % 2 === 1;
        for (const { id, agents } of store.pools.values()) if (agents.length > 0) known.set(id, agents);
        changeEach(store, ({ id }) => ({ agents: isAway ? [] : (known.get(id) ?? []) }));
      });
    }),
  },
  {
    id: "shows-agents-in-another-order-each-time",
    difference: "shows the agents of a pool in an order that changes from request to request.",
    alteration: meanwhile((store) => {
      changeEach(store, ({ agents: [first, ...rest] }) => ({ agents: first ? [...rest, first] : [] }));
    }),
  },
];

function poolOfOthers(count: number): AgentPool {
  return {
    id: `others-${count}`,
    organization,
    name: `others-${count % 5}`,
    description: "",
    createdAt: new Date(Date.UTC(2026, 2, 1) + count),
    agents: [],
    lastSeenAt: undefined,
    lastDeploymentAt: undefined,
    never: "absent",
  };
}
