import { referenceData } from "../../../src/reference/reference-data.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, seeded } from "../../proof/alterations.ts";
import { sized } from "./pages.ts";
import { changeAgents, changePools } from "./resources.ts";
import type { TerraformVariant } from "./terraform-variant.ts";
import { onAgents, onAgentsAtWork, onDeletableAgents, onPagesOfAgents, onPings } from "./undecided.ts";

const { organization, fixtures } = referenceData.terraform;
const { poolWithAgents, busyAgent, idleAgent, deletableAgent, otherOrganization, foreignPool } = fixtures;
const manyPools = 130;
const veryManyPools = 4100;
const manyAgents = 820;
const largestPage = 20;
const ended: ReadonlySet<string> = new Set(["unknown", "errored", "exited"]);
const moment = new Date(Date.UTC(2026, 0, 1, 12, 30, 15, 250));

const otherNames = ["Läger Nord", "pool.7", "a/b?c", "POOL-0001", "  ", "名前", "-", "🙂"];

export const otherNamesOfPools = seeded<TerraformStore>((store) =>
  changePools(store, ({ name }, index) => ({ name: otherNames[index] ?? name })),
);

const emptyAgents = seeded<TerraformStore>((store) =>
  changeAgents(store, () => ({ name: null, ipAddress: null, lastPingAt: null })),
);

export const manyWorkspaces = seeded<TerraformStore>((store) =>
  changePools(store, ({ id }, index) => ({
    workspaceIds: Array.from({ length: index % 4 }, (_, each) => `ws-${id}-${each}`),
  })),
);

const pooled = (count: number) =>
  seeded<TerraformStore>(({ pools }) => {
    const [sample] = pools.values();
    for (let number = 1; sample && number <= count; number += 1) {
      const id = `apool-many${number}`;
      pools.set(id, { ...sample, id, name: `many-${number}`, workspaceIds: [] });
    }
  });

/** What is there at first. */
export const contentsVariants: readonly TerraformVariant[] = [
  {
    id: "has-no-pools-at-first",
    difference: "has no pool in the organization until one is created.",
    alteration: seeded(({ pools, agents }) => {
      for (const { id, organization: owner } of pools.values()) if (owner === organization) pools.delete(id);
      for (const { id, poolId } of agents.values()) if (!pools.has(poolId)) agents.delete(id);
    }),
    options: { without: ["agents"], fixtures: { otherOrganization, foreignPool } },
    undecided: onAgents,
  },
  {
    id: "has-no-agents",
    difference: "has pools, and no agent in any of them.",
    alteration: seeded(({ agents }) => agents.clear()),
    options: { without: ["agents"], fixtures: { otherOrganization, foreignPool } },
    undecided: onAgents,
  },
  {
    id: "has-one-agent-in-its-pool",
    difference: "has a single agent, which is at work, so that lists of agents have one page.",
    alteration: seeded(({ agents }) => {
      for (const { id } of agents.values()) if (id !== busyAgent[0]) agents.delete(id);
    }),
    options: { fixtures: { poolWithAgents, busyAgent, otherOrganization, foreignPool } },
    undecided: [...onPagesOfAgents, ...onDeletableAgents],
  },
  {
    id: "has-agents-at-work-only",
    difference: "has no agent that may be deleted.",
    alteration: seeded((store) =>
      changeAgents(store, ({ status }) => ({ status: status === "busy" || status === "idle" ? status : "busy" })),
    ),
    options: { fixtures: { poolWithAgents, busyAgent, idleAgent, otherOrganization, foreignPool } },
    undecided: onDeletableAgents,
  },
  {
    id: "has-agents-that-have-exited",
    difference: "has agents that have all exited.",
    alteration: seeded((store) => changeAgents(store, () => ({ status: "exited" }))),
    options: { fixtures: { poolWithAgents, deletableAgent, otherOrganization, foreignPool } },
    undecided: [...onAgentsAtWork, "terraform/deleteAgent/keeps-agents-at-work"],
  },
  {
    id: "has-agents-without-anything",
    difference: "has agents without name, address and ping, each of them null.",
    alteration: emptyAgents,
    undecided: onPings,
  },
  {
    id: "has-agents-of-one-name-and-moment",
    difference: "has agents that are called the same, pinged at the same moment, and have IPv6 addresses.",
    alteration: seeded((store) =>
      changeAgents(store, () => ({ name: "agent", ipAddress: "2001:db8::1", lastPingAt: moment })),
    ),
  },
  {
    id: "has-agents-that-pinged-to-the-millisecond",
    difference: "has agents whose last pings are a few milliseconds apart.",
    alteration: seeded((store) =>
      changeAgents(store, (_, index) => ({ lastPingAt: new Date(moment.getTime() + 7 * index) })),
    ),
  },
  {
    id: "has-pools-of-one-moment",
    difference: "has pools that were all created at the same moment.",
    alteration: seeded((store) => changePools(store, () => ({ createdAt: moment }))),
  },
  {
    id: "has-pools-of-other-names",
    difference: "has pools from before there was a rule, with other characters in their names.",
    alteration: otherNamesOfPools,
  },
  {
    id: "has-pools-with-many-workspaces",
    difference: "has pools with no workspace, with one and with several.",
    alteration: manyWorkspaces,
  },
  {
    id: "has-pools-without-workspaces",
    difference: "has pools without workspaces only.",
    alteration: seeded((store) => changePools(store, () => ({ workspaceIds: [] }))),
  },
  {
    id: "has-very-many-pools",
    difference: `has ${manyPools} pools more, so that they take several of the largest pages.`,
    alteration: pooled(manyPools),
  },
  {
    id: "has-more-pools-than-are-read",
    difference: `has ${veryManyPools} pools more, too many to read them all.`,
    alteration: pooled(veryManyPools),
  },
  {
    id: "has-more-agents-than-are-read",
    difference: `has ${manyAgents} agents more in its pool, before the others, and pages of ${largestPage} at most.`,
    alteration: combine(
      sized(largestPage, largestPage),
      seeded(({ agents }) => {
        const all = [...agents.values()];
        const [sample] = all;
        agents.clear();
        for (let number = 1; sample && number <= manyAgents; number += 1) {
          const id = `agent-many${number}`;
          agents.set(id, { ...sample, id, name: id, lastPingAt: new Date(moment.getTime() + number * 1000) });
        }
        for (const agent of all) agents.set(agent.id, agent);
      }),
    ),
    undecided: ["terraform/listAgents/lists-every-agent"],
  },
  {
    id: "has-cleared-away-agents-that-ended",
    difference: "has cleared away by itself the agents that are named for being deleted.",
    alteration: seeded(({ agents }) => {
      for (const { id, status } of agents.values()) if (ended.has(status)) agents.delete(id);
    }),
    undecided: onDeletableAgents,
  },
  {
    id: "has-agents-that-came-back-to-life",
    difference: "has heard again from the agents that are named for being deleted, which are idle now.",
    alteration: seeded((store) =>
      changeAgents(store, ({ status }) => ({ status: ended.has(status) ? ("idle" as const) : status })),
    ),
    undecided: onDeletableAgents,
  },
];
