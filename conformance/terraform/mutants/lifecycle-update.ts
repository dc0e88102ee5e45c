import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { anew, combine, operation, shown } from "../../proof/alterations.ts";
import { updateNamesMutants } from "./lifecycle-update-names.ts";
import {
  createdAtIn,
  isRefused,
  nameIn,
  type PoolDocument,
  poolBody,
  poolIdIn,
  updated,
  updateRegardless,
  withName,
} from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

export const updateMutants: readonly TerraformMutant[] = [
  {
    id: "renames-in-its-answer-only",
    family: "lifecycle",
    requirement: "update-agent-pool.name",
    fault: "answers an update with the new name, and does not keep it.",
    alteration: updated((before, pool, _, asked) => {
      const body = poolBody(pool, asked);
      pool.name = before.name;
      return { status: 200, body };
    }),
  },
  {
    id: "answers-updates-with-the-name-before",
    family: "lifecycle",
    requirement: "update-agent-pool.sample-response",
    fault: "answers an update with the pool as it was before.",
    alteration: updated((before, _, __, asked) => ({ status: 200, body: poolBody(before, asked) })),
  },
  {
    id: "lists-names-from-before-an-update",
    family: "lifecycle",
    requirement: "update-agent-pool.name",
    fault: "lists a pool under the name that it had when it was first listed.",
    alteration: anew<TerraformStore>(() => {
      const names = new Map<string, string>();
      return shown("listAgentPools", ({ data }) => {
        for (const { id, attributes } of data) {
          attributes.name = names.get(id) ?? attributes.name;
          names.set(id, attributes.name);
        }
      });
    }),
  },
  {
    id: "writes-hyphens-for-underscores",
    family: "lifecycle",
    requirement: "update-agent-pool.name",
    fault: "makes a slug of the new name of a pool, in which underscores are hyphens.",
    alteration: operation("updateAgentPool", (asked, sound) => {
      const name = nameIn(asked);
      return sound(typeof name === "string" ? withName(asked, name.replaceAll("_", "-")) : asked);
    }),
  },
  {
    id: "empties-names-that-are-left-out",
    family: "lifecycle",
    requirement: "update-agent-pool.name-default",
    fault: "gives a pool an empty name where an update has none.",
    alteration: updated((_, pool, __, asked) => {
      if (nameIn(asked) !== undefined) return undefined;
      pool.name = "";
      return { status: 200, body: poolBody(pool, asked) };
    }),
  },
  {
    id: "counts-a-pool-against-its-own-name",
    family: "lifecycle",
    requirement: "update-agent-pool.own-name",
    fault: "finds the name of a pool taken by that pool itself.",
    alteration: updated(({ name }, _, __, asked) =>
      nameIn(asked) === name
        ? { status: 422, title: "invalid attribute", detail: "Name has already been taken" }
        : undefined,
    ),
  },
  {
    id: "forgets-uniqueness-on-update",
    family: "lifecycle",
    requirement: "update-agent-pool.name-taken",
    fault: "renames a pool to a name that another pool of the organization has.",
    alteration: operation("updateAgentPool", updateRegardless),
  },
  {
    id: "finds-names-taken-that-begin-alike",
    family: "lifecycle",
    requirement: "update-agent-pool.name-free",
    fault: "refuses a new name that is the beginning of another pool's name.",
    alteration: operation<TerraformStore>("updateAgentPool", (asked, sound, { pools }) => {
      const pool = pools.get(poolIdIn(asked));
      const name = nameIn(asked);
      const isTaken = [...pools.values()].some(
        (other) => other !== pool && other.organization === pool?.organization && other.name.startsWith(String(name)),
      );
      const isAllowed = asked.identity.memberOf.includes(pool?.organization ?? "") && asked.identity.mayWrite;
      if (!isTaken || !isAllowed) return sound(asked);
      return { status: 422, title: "invalid attribute", detail: "Name has already been taken" };
    }),
  },
  {
    id: "takes-updates-for-creations",
    family: "lifecycle",
    requirement: "update-agent-pool.keeps-the-rest",
    fault: "sets the moment of creation to that of the update.",
    alteration: {
      service: (service, store, surroundings) => {
        const moving = updated((before, pool, { pools }, asked) => {
          if (before.name === pool.name) return undefined;
          const moved = { ...pool, createdAt: surroundings.clock() };
          pools.set(pool.id, moved);
          return { status: 200, body: poolBody(moved, asked) };
        });
        return moving.service?.(service, store, surroundings) ?? service;
      },
    },
  },
  {
    id: "gives-renamed-pools-a-new-id",
    family: "lifecycle",
    requirement: "update-agent-pool.keeps-the-rest",
    fault: "stores the new version of a pool beside the old one, under an id of its own, and drops the old one.",
    alteration: updated((before, pool, { pools }, asked) => {
      if (before.name === pool.name) return undefined;
      const next = { ...pool, id: `${pool.id}v` };
      pools.delete(pool.id);
      pools.set(next.id, next);
      return { status: 200, body: poolBody(next, asked) };
    }),
  },
  {
    id: "dates-pools-back-on-update",
    family: "lifecycle",
    requirement: "agent-pool.created-at-steady",
    fault: "assigns all attributes of an update to the pool, the moment of creation among them.",
    alteration: updated((_, pool, { pools }, asked) => {
      const dated = { ...pool, createdAt: createdAtIn(asked) ?? pool.createdAt };
      pools.set(pool.id, dated);
      return { status: 200, body: poolBody(dated, asked) };
    }),
  },
  {
    id: "joins-workspaces-of-all-pools-on-update",
    family: "lifecycle",
    requirement: "update-agent-pool.keeps-the-rest",
    fault: "reads a pool again after its update by a join that it does not narrow, and answers the workspaces of all.",
    alteration: updated((_, pool, { pools }, asked) => {
      const workspaceIds = [...pools.values()].flatMap((each) => each.workspaceIds);
      return { status: 200, body: poolBody({ ...pool, workspaceIds }, asked) };
    }),
  },
  {
    id: "updates-the-pool-shown-last",
    family: "lifecycle",
    requirement: "update-agent-pool.agent-pool-id",
    fault: "keeps the pool at hand in a variable that showing one sets, and updates whichever pool is there.",
    alteration: anew<TerraformStore>(() => {
      let shownLast: string | undefined;
      return combine<TerraformStore>(
        operation("showAgentPool", (asked, sound) => {
          const outcome = sound(asked);
          if (!isRefused(outcome)) shownLast = poolIdIn(asked);
          return outcome;
        }),
        operation("updateAgentPool", (asked, sound, { pools }) => {
          const isKnown = shownLast !== undefined && pools.has(shownLast) && pools.has(poolIdIn(asked));
          if (!isKnown) return sound(asked);
          return sound({ ...asked, params: { ...asked.params, agent_pool_id: shownLast ?? "" } });
        }),
      );
    }),
  },
  {
    id: "updates-the-pool-that-the-body-names",
    family: "lifecycle",
    requirement: "update-agent-pool.agent-pool-id",
    fault: "changes the pool whose id the body has, where it is not that of the path.",
    alteration: operation<TerraformStore>("updateAgentPool", (asked, sound, { pools }) => {
      const { id = poolIdIn(asked) } = (asked.body as PoolDocument).data;
      return sound(pools.has(id) ? { ...asked, params: { ...asked.params, agent_pool_id: id } } : asked);
    }),
  },
  ...updateNamesMutants,
];
