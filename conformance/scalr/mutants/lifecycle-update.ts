import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { poolResource } from "../../../src/reference/scalr/documents.ts";
import { nameTaken } from "../../../src/reference/scalr/problems.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Outcome } from "../../../src/reference/service.ts";
import { anew, combine, operation, shown } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import {
  answerUnchecked,
  created,
  documentIn,
  poolIdIn,
  sending,
  sentIn,
  showAgain,
  updated,
  without,
} from "./stored-pools.ts";

interface Item {
  readonly id: string;
  readonly attributes: { readonly name: string };
}

export const updateMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "keeps-no-change-that-it-has-answered",
    family: "lifecycle",
    requirement: "update-agent-pool.updated",
    fault: "answers a change with the new name, and keeps the old one.",
    alteration: updated((before, _, store) => {
      store.pools.set(before.id, before);
      return undefined;
    }),
  },
  {
    id: "lists-pools-by-the-names-of-their-creation",
    family: "lifecycle",
    requirement: "update-agent-pool.updated",
    fault: "takes the names in a list from an index that is written when a pool is created, and never again.",
    alteration: anew<ScalrStore>(() => {
      const names = new Map<string, string>();
      return combine<ScalrStore>(
        created(({ id, name }) => {
          names.set(id, name);
          return undefined;
        }),
        shown("listAgentPools", (body) => ({
          ...body,
          data: body.data.map((item: Item) => ({
            ...item,
            attributes: { name: names.get(item.id) ?? item.attributes.name },
          })),
        })),
      );
    }),
  },
  {
    id: "shows-pools-from-a-cache-that-changes-miss",
    family: "lifecycle",
    requirement: "update-agent-pool.name",
    fault: "shows a pool that was asked for before from a cache, whatever has been changed since.",
    alteration: anew<ScalrStore>(() => {
      const cache = new Map<string, Outcome>();
      return operation("getAgentPool", (asked, sound) => {
        const outcome = sound(asked);
        if ("title" in outcome) return outcome;
        const key = `${poolIdIn(asked)}?${asked.query}`;
        const cached = cache.get(key) ?? outcome;
        cache.set(key, cached);
        return cached;
      });
    }),
  },
  {
    id: "answers-a-change-with-the-pool-before-it",
    family: "lifecycle",
    requirement: "update-agent-pool.updated",
    fault: "makes the answer to a change from what it has read before it.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound, store) => {
      const pool = store.pools.get(poolIdIn(asked));
      const data = pool && poolResource(store, pool, asked.baseUrl);
      const outcome = sound(asked);
      return "title" in outcome || !data ? outcome : { ...outcome, body: { ...documentIn(outcome), data } };
    }),
  },
  {
    id: "renames-every-pool-of-the-name",
    family: "lifecycle",
    requirement: "update-agent-pool.agent-pool",
    fault: "renames the pools of the account by their name, and so those of other scopes as well.",
    alteration: updated((before, after, store) => {
      for (const pool of store.pools.values()) {
        if (pool.accountId !== before.accountId || pool.name !== before.name) continue;
        store.pools.set(pool.id, { ...pool, name: after.name });
      }
      return undefined;
    }),
  },
  {
    id: "changes-the-pool-that-the-body-names",
    family: "lifecycle",
    requirement: "update-agent-pool.agent-pool",
    fault: "changes the pool of data.id, whichever the path names.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound) =>
      sound({ ...asked, params: { ...asked.params, agent_pool: sentIn(asked).id ?? poolIdIn(asked) } }),
    ),
  },
  {
    id: "gives-a-changed-pool-another-id",
    family: "lifecycle",
    requirement: "update-agent-pool.updated",
    fault: "saves a change as a new pool in place of the old one.",
    alteration: updated((_, after, store, asked, reply) => {
      const id = `apool-${crypto.randomUUID()}`;
      store.pools.delete(after.id);
      store.pools.set(id, { ...after, id });
      for (const workspace of store.workspaces.values()) {
        if (workspace.poolId === after.id) store.workspaces.set(workspace.id, { ...workspace, poolId: id });
      }
      return showAgain(reply, id, store, asked);
    }),
  },
  {
    id: "finds-the-name-of-a-pool-taken-by-itself",
    family: "lifecycle",
    requirement: "update-agent-pool.own-name",
    fault: "refuses a change that sends the name which the pool has.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound, store) => {
      const name = store.pools.get(poolIdIn(asked))?.name;
      return name !== undefined && sentIn(asked).attributes?.name === name ? nameTaken : sound(asked);
    }),
  },
  {
    id: "looks-for-taken-names-on-creation-only",
    family: "lifecycle",
    requirement: "update-agent-pool.name-taken",
    fault: "gives a pool the name of another one of its scope.",
    alteration: operation("updateAgentPool", answerUnchecked),
  },
  {
    id: "empties-a-name-that-is-left-out",
    family: "lifecycle",
    requirement: "update-agent-pool.name-left-out",
    fault: "gives a pool an empty name where the change names none.",
    alteration: updated((_, after, store, asked, reply) => {
      if (sentIn(asked).attributes?.name !== undefined) return undefined;
      store.pools.set(after.id, { ...after, name: "" });
      return showAgain(reply, after.id, store, asked);
    }),
  },
  {
    id: "writes-names-small-on-change",
    family: "lifecycle",
    requirement: "update-agent-pool.name",
    fault: "turns the new name of a pool into small letters.",
    alteration: sending("updateAgentPool", (data) =>
      data.attributes?.name === undefined
        ? data
        : { ...data, attributes: { name: data.attributes.name.toLowerCase() } },
    ),
  },
  {
    id: "lifts-a-renamed-pool-to-the-account",
    family: "lifecycle",
    requirement: "jsonapi.update-keeps-relationships",
    fault: "takes an environment that a change leaves out for none.",
    alteration: updated((_, after, store, asked, reply) => {
      if (sentIn(asked).relationships?.environment) return undefined;
      store.pools.set(after.id, { ...after, environmentId: null });
      return showAgain(reply, after.id, store, asked);
    }),
  },
  {
    id: "leaves-a-pool-in-its-environment",
    family: "lifecycle",
    requirement: "update-agent-pool.environment",
    fault: "takes a change of the environment, and leaves the pool where it is.",
    alteration: sending("updateAgentPool", (data) => without("environment", data)),
  },
];
