import type { Alteration } from "../../../src/reference/alteration.ts";
import { referenceData } from "../../../src/reference/reference-data.ts";
import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { combine } from "../../proof/alterations.ts";
import { created, poolBody } from "../mutants/stored-pools.ts";
import type { TerraformVariant } from "./terraform-variant.ts";

const { fixtures } = referenceData.terraform;
const digits = /\d{4}$/;

/** Makes an id from a number that counts pools, and agents by themselves, from 1. */
type MakeId = (count: number) => string;

interface Ids {
  readonly pool: MakeId;
  readonly agent: MakeId;
}

/** Gives pools and agents ids of another form, those that are there at first and those that come. */
function identified({ pool: poolId, agent: agentId }: Ids): Pick<TerraformVariant, "alteration" | "options"> {
  const named = (id: string) => (id.startsWith("apool-") ? poolId : agentId)(numberIn(id));
  const renamed = Object.entries(fixtures).map(([name, ids]) => [
    name,
    ids.map((id) => (digits.test(id) ? named(id) : id)),
  ]);
  return {
    alteration: combine(reseeding(named), numbering(poolId)),
    options: { fixtures: Object.fromEntries(renamed) },
  };
}

/** Seeds count from 0. */
function numberIn(id: string): number {
  return Number(digits.exec(id)?.[0]) + 1;
}

function reseeding(named: (id: string) => string): Alteration<TerraformStore> {
  return {
    seed: ({ pools, agents }) => {
      for (const pool of [...pools.values()]) {
        pools.delete(pool.id);
        pools.set(named(pool.id), { ...pool, id: named(pool.id) });
      }
      for (const agent of [...agents.values()]) {
        agents.delete(agent.id);
        agents.set(named(agent.id), { ...agent, id: named(agent.id), poolId: named(agent.poolId) });
      }
    },
  };
}

function numbering(poolId: MakeId): Alteration<TerraformStore> {
  return {
    service: (service, store, surroundings) => {
      let count = store.pools.size;
      const altered = created((pool, { pools }, asked) => {
        count += 1;
        const numbered = { ...pool, id: poolId(count) };
        pools.delete(pool.id);
        pools.set(numbered.id, numbered);
        return { status: 201, body: poolBody(numbered, asked) };
      });
      return altered.service?.(service, store, surroundings) ?? service;
    },
  };
}

/** The number after the greatest that is there, so that the id of the youngest pool is given again when that is deleted. */
const givingAgain = created((pool, { pools }, asked) => {
  pools.delete(pool.id);
  const id = `apool-seed${Math.max(...[...pools.keys()].map((key) => Number(digits.exec(key)?.[0] ?? 0))) + 1}`;
  const next = { ...pool, id: id.replace(/\d+$/, (number) => number.padStart(4, "0")) };
  pools.set(next.id, next);
  return { status: 201, body: poolBody(next, asked) };
});

export const numbered = identified({ pool: String, agent: String });

export const punctuated = identified({
  pool: (count) => `v1.pool_~${count}-x`,
  agent: (count) => `Agent.~${count}_`,
});

export const identifierVariants: readonly TerraformVariant[] = [
  {
    id: "has-ids-that-are-numbers",
    difference: "gives ids that are numbers in strings, the same ones to pools and agents, as types tell them apart.",
    ...numbered,
  },
  {
    id: "has-uuids",
    difference: "gives UUIDs as ids, in capitals.",
    ...identified({
      pool: (count) => `0ABCDEF0-8102-447F-B246-${count.toString(16).toUpperCase().padStart(12, "0")}`,
      agent: (count) => `0ABCDEF0-8102-447F-A246-${count.toString(16).toUpperCase().padStart(12, "0")}`,
    }),
  },
  {
    id: "has-very-long-ids",
    difference: "gives ids of 200 characters.",
    ...identified({
      pool: (count) => `${count}`.padStart(200, "apool-Ab0"),
      agent: (count) => `${count}`.padStart(200, "agent-Yz9"),
    }),
  },
  {
    id: "has-ids-with-punctuation",
    difference: "gives ids with dots, tildes and underscores.",
    ...punctuated,
  },
  {
    id: "gives-ids-again",
    difference: "gives the id of a pool that was deleted to the next one, which the page does not speak of.",
    alteration: givingAgain,
  },
];
