import { referenceData } from "../../../src/reference/reference-data.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine, operation, seeded } from "../../proof/alterations.ts";
import type { TerraformVariant } from "./terraform-variant.ts";
import { onAgents, onPoolsOfItsOwn, onSeveralPools } from "./undecided.ts";

const { organization, fixtures } = referenceData.terraform;
const { otherOrganization, foreignPool } = fixtures;

/** Keeps the pools of the organization that are named, and the agents in them. */
const withPools = (ids: readonly string[]) =>
  seeded<TerraformStore>(({ pools, agents }) => {
    for (const { id, organization: owner } of pools.values()) {
      if (owner === organization && !ids.includes(id)) pools.delete(id);
    }
    for (const { id, poolId } of agents.values()) if (!pools.has(poolId)) agents.delete(id);
  });

/** Refuses a pool where there is one. */
const onePool = operation<TerraformStore>("createAgentPool", (asked, sound, { pools }) => {
  const owner = asked.params.organization_name ?? "";
  const hasOne = [...pools.values()].some((pool) => pool.organization === owner);
  const isAllowed = asked.identity.memberOf.includes(owner) && asked.identity.mayWrite;
  if (!hasOne || !isAllowed) return sound(asked);
  return { status: 422, title: "limit reached", detail: "An organization may have one agent pool only." };
});

const mostPools = 25;

/** Refuses a pool where there are as many as a plan pays for. */
const severalPools = operation<TerraformStore>("createAgentPool", (asked, sound, { pools }) => {
  const owner = asked.params.organization_name ?? "";
  const held = [...pools.values()].filter((pool) => pool.organization === owner).length;
  const outcome = sound(asked);
  if (held < mostPools || "title" in outcome) return outcome;
  for (const { id } of [...pools.values()].slice(-1)) pools.delete(id);
  return { status: 422, title: "limit reached", detail: `The plan is for ${mostPools} pools.` };
});

/** "Only one Agent Pool may exist for an organization", which is one of the readings. */
export const onePoolVariants: readonly TerraformVariant[] = [
  {
    id: "allows-one-pool",
    difference: "allows an organization one pool, which is one of the readings, and has none at first.",
    alteration: combine(withPools([]), onePool),
    options: { without: ["agents"], fixtures: { otherOrganization, foreignPool } },
    undecided: [...onSeveralPools, ...onAgents],
  },
  {
    id: "has-its-one-pool",
    difference: "allows an organization one pool, which is one of the readings, and has it from the beginning.",
    alteration: combine(withPools(fixtures.poolWithAgents), onePool),
    undecided: onPoolsOfItsOwn,
  },
  {
    id: "allows-as-many-pools-as-the-plan-has",
    difference: "allows an organization several pools, and has as many as it allows but one.",
    alteration: severalPools,
    undecided: [...onSeveralPools, "terraform/createAgentPool/holds-one-pool-or-many"],
  },
  {
    id: "has-its-one-pool-and-no-agents",
    difference: "allows an organization one pool, which is one of the readings, and has one without agents.",
    alteration: combine(
      withPools(fixtures.poolWithAgents),
      seeded(({ agents }) => agents.clear()),
      onePool,
    ),
    options: { without: ["agents"], fixtures: { otherOrganization, foreignPool } },
    // No room to make anything: what is left is what one pool shows that is only read.
    undecided: [...onPoolsOfItsOwn, ...onAgents],
  },
];
