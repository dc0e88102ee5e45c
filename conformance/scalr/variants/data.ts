import { referenceData } from "../../../src/reference/reference-data.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { seeded } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";

const { account, environment, fixtures } = referenceData.scalr;
const { workspaces, otherEnvironment, otherWorkspace, foreignPool } = fixtures;

const oddNames = [
  "",
  " leading and trailing ",
  "POOL-0000",
  "Ünïcödé 名前 🏊",
  'it\'s "quoted" <b>&amp;</b>',
  "100%_of\\it",
  "a/b?c#d",
  "line\nbreak",
  "null",
  "x".repeat(300),
];

/** Adds pools that are nobody's concern. */
export const withPools = (names: readonly string[]) =>
  seeded<ScalrStore>(({ pools }) => {
    for (const [index, name] of names.entries()) {
      const id = `apool-extra${index}`;
      pools.set(id, { id, name, accountId: account, environmentId: index % 2 === 0 ? environment : null });
    }
  });

export const withOddNames = withPools(oddNames);

/** Checks of pools to which agents are connected. */
const needingAgents = [
  "scalr/deleteAgentPool/refuses-busy-pool",
  "scalr/deleteAgentPool/deletes-idle-pool",
  "scalr/getAgentPool/names-its-agents",
];

/** Checks that look at two environments at once. */
const needingAnotherEnvironment = [
  "scalr/listAgentPools/filters-by-environment",
  "scalr/createAgentPool/opens-account-pool",
  "scalr/createAgentPool/closes-environment-pool",
  "scalr/updateAgentPool/moves-or-refuses-environment",
];

export const dataVariants: readonly Variant<ScalrStore>[] = [
  {
    id: "has-nothing-at-first",
    difference: "has neither pools nor agents of the user at first.",
    alteration: seeded(({ pools, agents, workspaces: all }) => {
      for (const { id, accountId } of pools.values()) if (accountId === account) pools.delete(id);
      for (const { id, poolId } of agents.values()) if (!pools.has(poolId)) agents.delete(id);
      for (const each of all.values()) {
        if (!pools.has(each.poolId ?? "")) all.set(each.id, { ...each, poolId: null });
      }
    }),
    options: { without: ["agents"], fixtures: { workspaces, otherEnvironment, otherWorkspace, foreignPool } },
    undecided: needingAgents,
  },
  {
    id: "has-no-agents",
    difference: "has pools to which no agent is connected.",
    alteration: seeded(({ agents }) => agents.clear()),
    options: { without: ["agents"], fixtures: { workspaces, otherEnvironment, otherWorkspace, foreignPool } },
    undecided: needingAgents,
  },
  {
    id: "has-one-environment",
    difference: "has an account with a single environment.",
    alteration: seeded(({ environments, workspaces: all, pools }) => {
      const [other] = otherEnvironment;
      environments.delete(other);
      for (const each of all.values()) if (each.environmentId === other) all.delete(each.id);
      for (const pool of pools.values()) if (pool.environmentId === other) pools.delete(pool.id);
    }),
    options: {
      without: ["otherEnvironment", "otherWorkspace"],
      fixtures: { workspaces, busyPool: fixtures.busyPool, idlePool: fixtures.idlePool, foreignPool },
    },
    undecided: needingAnotherEnvironment,
  },
  {
    id: "has-used-up-its-quota",
    difference: "refuses every new pool with 409, because the quota of the account is used up.",
    alteration: seeded(({ accounts }) => {
      const own = accounts.get(account);
      // Less than there are, so that none can be created either when one has been deleted.
      if (own) accounts.set(account, { ...own, poolQuota: 0 });
    }),
    // Nearly every check needs a pool of its own.
    undecided: ["scalr/"],
  },
  {
    id: "has-names-of-every-kind",
    difference: "has pools of other people whose names are empty, long, quoted, broken over lines or not Latin.",
    alteration: withOddNames,
  },
  {
    id: "has-more-pools-than-the-largest-page",
    difference: "has more pools than it puts on one page at most.",
    alteration: withPools(Array.from({ length: 150 }, (_, index) => `many-${index}`)),
  },
];
