import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import type { Outcome } from "../../../src/reference/service.ts";
import { anew, combine, operation, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { poolIdIn, updated } from "./stored-pools.ts";

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

interface Named {
  readonly name?: string;
  readonly description?: string;
}

export const updateMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "keeps-no-update-that-it-has-answered",
    family: "lifecycle",
    requirement: "update-agent-pool.updates",
    fault: "answers an update with the new values, and keeps the old ones.",
    alteration: updated((before, store) => {
      store.pools.set(before.id, before);
      return undefined;
    }),
  },
  {
    id: "shows-pools-as-they-were-before-an-update",
    family: "lifecycle",
    requirement: "update-agent-pool.updates",
    fault: "answers the details of a pool from a cache that an update leaves as it is.",
    alteration: anew<PulumiStore>(() => {
      const cache = new Map<string, Outcome>();
      return operation("getAgentPool", (asked, sound) => {
        const outcome = sound(asked);
        if ("title" in outcome) return outcome;
        const cached = cache.get(poolIdIn(asked)) ?? outcome;
        cache.set(poolIdIn(asked), cached);
        return cached;
      });
    }),
  },
  {
    id: "indexes-pools-for-the-list-once",
    family: "lifecycle",
    requirement: "list-agent-pools.agrees-with-get",
    fault: "lists pools by the name and description that they were created with.",
    alteration: anew<PulumiStore>(() => {
      const index = new Map<string, Named>();
      return combine<PulumiStore>(
        operation("createAgentPool", (asked, sound) => {
          const outcome = sound(asked);
          if (!("title" in outcome)) index.set((outcome.body as Shown).id, asked.body as Named);
          return outcome;
        }),
        shown("listAgentPools", ({ agentPools }) => ({
          agentPools: agentPools.map((pool: Shown) => ({ ...pool, ...index.get(pool.id) })),
        })),
      );
    }),
  },
  {
    id: "updates-every-pool-of-the-name",
    family: "lifecycle",
    requirement: "update-agent-pool.only-that-pool",
    fault: "changes every pool that has the name of the one in the path.",
    alteration: updated((before, store) => {
      const now = store.pools.get(before.id);
      for (const pool of store.pools.values()) {
        if (pool.organization !== before.organization || pool.name !== before.name || !now) continue;
        Object.assign(pool, { name: now.name, description: now.description });
      }
      return undefined;
    }),
  },
  {
    id: "describes-all-pools-at-once",
    family: "lifecycle",
    requirement: "update-agent-pool.only-that-pool",
    fault: "gives a new description to all pools of the organization instead of one.",
    alteration: updated((before, store, { body }) => {
      const { description } = body as Named;
      for (const pool of store.pools.values()) {
        if (pool.organization === before.organization) pool.description = description ?? pool.description;
      }
      return undefined;
    }),
  },
  {
    id: "empties-the-description-that-an-update-leaves-out",
    family: "lifecycle",
    requirement: "update-agent-pool.keeps-the-rest",
    fault: "takes an update for the whole pool: without a description in it, the pool has none.",
    alteration: operation<PulumiStore>("updateAgentPool", (asked, sound) =>
      sound({ ...asked, body: { description: "", ...(asked.body as Named) } }),
    ),
  },
  {
    id: "overlooks-an-emptied-description",
    family: "lifecycle",
    requirement: "update-agent-pool.updates",
    fault: "takes an empty description in an update for none, and keeps the old one.",
    alteration: operation<PulumiStore>("updateAgentPool", (asked, sound) => {
      const { description, ...rest } = asked.body as Named;
      return sound({ ...asked, body: description ? { ...rest, description } : rest });
    }),
  },
  {
    id: "drops-a-description-that-comes-alone",
    family: "lifecycle",
    requirement: "update-agent-pool.updates",
    fault: "answers 200 to an update of the description, and keeps it only where a name comes with it.",
    alteration: updated((before, { pools }, { body }) => {
      const pool = pools.get(before.id);
      if (pool && (body as Named).name === undefined) pool.description = before.description;
      return undefined;
    }),
  },
  {
    id: "answers-no-content-to-an-update-without-difference",
    family: "lifecycle",
    requirement: "update-agent-pool.success",
    fault: "answers 204 to an update that leaves name and description as they are.",
    alteration: updated(({ id, name, description }, { pools }) => {
      const pool = pools.get(id);
      return pool?.name === name && pool.description === description ? { status: 204 } : undefined;
    }),
  },
  {
    id: "answers-null-for-what-an-update-leaves-out",
    family: "lifecycle",
    requirement: "update-agent-pool.answers-description",
    fault: "answers an update with what was sent, and null for the rest.",
    alteration: updated((_, __, { body }, outcome) => ({
      ...outcome,
      body: { name: null, description: null, ...(body as Named) },
    })),
  },
  {
    id: "answers-an-update-with-old-values",
    family: "lifecycle",
    requirement: "update-agent-pool.answers-new-values",
    fault: "answers an update with the pool as it was before.",
    alteration: updated(({ name, description }, _, __, outcome) => ({ ...outcome, body: { name, description } })),
  },
  {
    id: "dates-creation-by-the-last-update",
    family: "lifecycle",
    requirement: "agent-pool.steady",
    fault: "sets the moment of creation anew when a pool is updated.",
    alteration: {
      service: (service, store, surroundings) => {
        // A millisecond on, as creation and update may fall into the same one.
        const now = () => new Date(surroundings.clock().getTime() + 1);
        const moved = updated(({ id }, { pools }) => {
          const pool = pools.get(id);
          if (pool) pools.set(id, { ...pool, createdAt: now() });
          return undefined;
        });
        return moved.service?.(service, store, surroundings) ?? service;
      },
    },
  },
  {
    id: "files-an-update-under-another-id",
    family: "lifecycle",
    requirement: "agent-pool.steady",
    fault: "keeps an updated pool as a new version with another id, and the old id leads nowhere.",
    alteration: updated(({ id }, { pools }) => {
      const pool = pools.get(id);
      pools.delete(id);
      if (pool) pools.set(`${id}v`, { ...pool, id: `${id}v` });
      return undefined;
    }),
  },
];
