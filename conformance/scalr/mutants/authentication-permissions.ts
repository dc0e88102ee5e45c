import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { forbidden, poolNotFound } from "../../../src/reference/scalr/problems.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Asked, Outcome } from "../../../src/reference/service.ts";
import { anew, combine, operation } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { listing, soundSteps } from "./listing.ts";
import { poolIdIn } from "./stored-pools.ts";

/** Lets whoever may read do what an operation does. */
function withoutPermission(id: string) {
  return operation<ScalrStore>(id, (asked, sound) => sound(asWriter(asked)));
}

/** Looks for what an operation is about in every account. */
function withoutTenants(id: string) {
  return operation<ScalrStore>(id, (asked, sound, store) => sound(asMemberOfAll(asked, store)));
}

function asWriter(asked: Asked): Asked {
  return { ...asked, identity: { ...asked.identity, mayWrite: true } };
}

function asMemberOfAll(asked: Asked, { accounts }: ScalrStore): Asked {
  return { ...asked, identity: { ...asked.identity, memberOf: [...accounts.keys()] } };
}

/** What a user of a known token may do. */
export const permissionMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "lets-readers-delete",
    family: "authentication",
    requirement: "delete-agent-pool.unauthorized",
    fault: "looks at no permission when a pool is deleted.",
    alteration: withoutPermission("deleteAgentPool"),
  },
  {
    id: "lets-readers-change",
    family: "authentication",
    requirement: "update-agent-pool.unauthorized",
    fault: "looks at no permission when a pool is changed.",
    alteration: withoutPermission("updateAgentPool"),
  },
  {
    id: "finds-nothing-where-creation-is-forbidden",
    family: "authentication",
    requirement: "create-agent-pool.unauthorized",
    fault: "answers 404 to a creation that the user is not permitted.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return outcome === forbidden ? { ...forbidden, status: 404, title: "not found" } : outcome;
    }),
  },
  {
    id: "creates-before-it-looks-at-permissions",
    family: "authentication",
    requirement: "errors.nothing-changed",
    fault: "answers 403 to a creation that the user is not permitted, and has created the pool by then.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound) => {
      if (asked.identity.mayWrite) return sound(asked);
      sound(asWriter(asked));
      return forbidden;
    }),
  },
  {
    id: "shows-pools-of-other-accounts",
    family: "authentication",
    requirement: "get-agent-pool.unauthorized",
    fault: "shows a pool to every user who knows its id.",
    alteration: withoutTenants("getAgentPool"),
  },
  {
    id: "admits-pools-of-other-accounts",
    family: "authentication",
    requirement: "get-agent-pool.unauthorized",
    fault: "answers 403 instead of 404 where the user may not see a pool.",
    alteration: operation<ScalrStore>("getAgentPool", (asked, sound, { pools }) => {
      const outcome = sound(asked);
      return outcome === poolNotFound && pools.has(poolIdIn(asked)) ? forbidden : outcome;
    }),
  },
  {
    id: "shows-pools-from-a-cache-of-all-users",
    family: "authentication",
    requirement: "get-agent-pool.unauthorized",
    fault: "shows a pool from a cache that forgets who may see it.",
    alteration: anew<ScalrStore>(() => {
      const cache = new Map<string, Outcome>();
      return combine<ScalrStore>(
        operation(["createAgentPool", "updateAgentPool", "deleteAgentPool"], (asked, sound) => {
          cache.clear();
          return sound(asked);
        }),
        operation("getAgentPool", (asked, sound) => {
          const key = `${poolIdIn(asked)} ${asked.query}`;
          const outcome = cache.get(key) ?? sound(asked);
          if (!("title" in outcome)) cache.set(key, outcome);
          return outcome;
        }),
      );
    }),
  },
  {
    id: "changes-pools-of-other-accounts",
    family: "authentication",
    requirement: "update-agent-pool.unauthorized",
    fault: "lets a user of one account change a pool of another.",
    alteration: withoutTenants("updateAgentPool"),
  },
  {
    id: "deletes-pools-of-other-accounts",
    family: "authentication",
    requirement: "delete-agent-pool.unauthorized",
    fault: "lets a user of one account delete a pool of another.",
    alteration: withoutTenants("deleteAgentPool"),
  },
  {
    id: "creates-pools-in-other-accounts",
    family: "authentication",
    requirement: "create-agent-pool.unauthorized",
    fault: "creates a pool in an environment of an account that is not the user's.",
    alteration: withoutTenants("createAgentPool"),
  },
  {
    id: "lists-pools-of-other-accounts",
    family: "authentication",
    requirement: "list-agent-pools.membership",
    fault: "lists the pools of every account.",
    alteration: listing({ see: ({ pools }) => [...pools.values()] }),
  },
  {
    id: "finds-pools-of-other-accounts-by-id",
    family: "authentication",
    requirement: "list-agent-pools.membership",
    fault: "lists the pools of the user's account, and with filter[agent-pool] any pool there is.",
    alteration: listing({
      see: (store, identity, query) =>
        query.has("filter[agent-pool]") ? [...store.pools.values()] : soundSteps.see(store, identity, query),
    }),
  },
  {
    id: "counts-pools-of-other-accounts",
    family: "authentication",
    requirement: "pagination.counts",
    fault: "counts the pools of every account in total-count, and lists those of the user's.",
    alteration: operation<ScalrStore>("listAgentPools", (asked, sound, store) => {
      const outcome = sound(asked);
      const all = sound(asMemberOfAll(asked, store));
      if ("title" in outcome || "title" in all) return outcome;
      return { ...outcome, body: { ...(outcome.body as object), meta: (all.body as { meta: object }).meta } };
    }),
  },
];
