import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { poolResource } from "../../../src/reference/scalr/documents.ts";
import { nameTaken, poolNotFound } from "../../../src/reference/scalr/problems.ts";
import { isSameScope } from "../../../src/reference/scalr/scope.ts";
import type { AgentPool, ScalrStore } from "../../../src/reference/scalr/store.ts";
import { anew, combine, operation } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { listing, soundSteps } from "./listing.ts";
import {
  answerUnchecked,
  created,
  deleted,
  poolIdIn,
  sending,
  sentIn,
  showAgain,
  updated,
  without,
} from "./stored-pools.ts";

export const creationMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "keeps-no-pool-that-it-has-created",
    family: "lifecycle",
    requirement: "create-agent-pool.created",
    fault: "answers the creation of a pool, and never saves it.",
    alteration: created((pool, store) => {
      store.pools.delete(pool.id);
      return undefined;
    }),
  },
  {
    id: "lists-new-pools-after-their-first-change",
    family: "lifecycle",
    requirement: "create-agent-pool.created",
    fault: "shows a new pool, and lists it only once it has been changed.",
    alteration: anew<ScalrStore>(() => {
      const unlisted = new Set<string>();
      return combine<ScalrStore>(
        created(({ id }) => {
          unlisted.add(id);
          return undefined;
        }),
        updated(({ id }) => {
          unlisted.delete(id);
          return undefined;
        }),
        listing({ see: (...asked) => soundSteps.see(...asked).filter(({ id }) => !unlisted.has(id)) }),
      );
    }),
  },
  {
    id: "replaces-the-namesake-in-another-scope",
    family: "lifecycle",
    requirement: "agent-pool.name-unique",
    fault: "files pools by account and name, so that a new one displaces a pool of the name in another scope.",
    alteration: created((pool, store) => {
      for (const other of namesakesOf(pool, store)) store.pools.delete(other.id);
      return undefined;
    }),
  },
  {
    id: "creates-each-pool-twice",
    family: "lifecycle",
    requirement: "agent-pool.name-unique",
    fault: "saves a new pool a second time under another id.",
    alteration: created((pool, store) => {
      const id = `${pool.id}2`;
      store.pools.set(id, { ...pool, id });
      return undefined;
    }),
  },
  {
    id: "wants-names-unique-among-all-environments",
    family: "lifecycle",
    requirement: "agent-pool.name-unique",
    fault: "refuses a name for an environment because a pool of another environment has it.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound, store) => {
      const { attributes, relationships } = sentIn(asked);
      const isTaken = [...store.pools.values()].some(
        ({ name, environmentId, accountId }) =>
          name === attributes?.name && environmentId !== null && asked.identity.memberOf.includes(accountId),
      );
      return relationships?.environment && isTaken ? nameTaken : sound(asked);
    }),
  },
  {
    id: "knows-no-uniqueness-at-the-account",
    family: "lifecycle",
    requirement: "create-agent-pool.name-taken",
    fault: "relies on a unique index over environment and name, in which pools without an environment never collide.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound, store) =>
      sentIn(asked).relationships?.environment ? sound(asked) : answerUnchecked(asked, sound, store),
    ),
  },
  {
    id: "answers-a-taken-name-with-its-pool",
    family: "lifecycle",
    requirement: "create-agent-pool.name-taken",
    fault: "answers 201 to a name that is taken, with the pool that has it already.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound, store) => {
      const outcome = sound(asked);
      if (outcome !== nameTaken) return outcome;
      const { attributes, relationships } = sentIn(asked);
      const pool = [...store.pools.values()].find(
        ({ name, environmentId }) =>
          name === attributes?.name && environmentId === (relationships?.environment?.data.id ?? null),
      );
      const body = pool && { data: poolResource(store, pool, asked.baseUrl), included: null, meta: null };
      return body ? { status: 201, body } : outcome;
    }),
  },
  {
    id: "keeps-the-names-of-deleted-pools-taken",
    family: "lifecycle",
    requirement: "agent-pool.name-unique",
    fault: "refuses a name that no pool has but one that has been deleted.",
    alteration: anew<ScalrStore>(() => {
      const gone: AgentPool[] = [];
      return combine<ScalrStore>(
        deleted((pool) => gone.push(pool)),
        created((pool, store) => {
          if (!gone.some(({ name, ...scope }) => name === pool.name && isSameScope(scope, pool))) return undefined;
          store.pools.delete(pool.id);
          return nameTaken;
        }),
      );
    }),
  },
  {
    id: "puts-account-pools-into-an-environment",
    family: "lifecycle",
    requirement: "create-agent-pool.account-scope",
    fault: "gives a pool of the account the account's first environment.",
    alteration: created((pool, store, asked, reply) => {
      const first = [...store.environments.values()].find(({ accountId }) => accountId === pool.accountId);
      if (pool.environmentId !== null || !first) return undefined;
      store.pools.set(pool.id, { ...pool, environmentId: first.id });
      return showAgain(reply, pool.id, store, asked);
    }),
  },
  {
    id: "shows-no-pool-of-the-account-scope",
    family: "lifecycle",
    requirement: "get-agent-pool.agent-pool",
    fault: "finds a pool by way of its environment, and so shows none of the account scope.",
    alteration: operation<ScalrStore>("getAgentPool", (asked, sound, store) =>
      store.pools.get(poolIdIn(asked))?.environmentId ? sound(asked) : poolNotFound,
    ),
  },
  {
    id: "lets-the-account-displace-the-environment",
    family: "lifecycle",
    requirement: "create-agent-pool.environment",
    fault: "drops the environment of a new pool where its account is sent along.",
    alteration: sending("createAgentPool", (data) =>
      data.relationships?.account ? without("environment", data) : data,
    ),
  },
  {
    id: "has-no-characters-beyond-latin-1",
    family: "lifecycle",
    requirement: "create-agent-pool.name",
    fault: "keeps names in Latin-1, with a question mark for every other character.",
    alteration: sending("createAgentPool", (data) => ({
      ...data,
      attributes: { name: toLatin1(data.attributes?.name ?? "") },
    })),
  },
];

function namesakesOf(pool: AgentPool, { pools }: ScalrStore): AgentPool[] {
  return [...pools.values()].filter(
    ({ id, name, accountId }) => id !== pool.id && name === pool.name && accountId === pool.accountId,
  );
}

function toLatin1(text: string): string {
  return Array.from(text, (character) => ((character.codePointAt(0) ?? 0) > 0xff ? "?" : character)).join("");
}
