import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { poolResource } from "../../../src/reference/scalr/documents.ts";
import { busyAgents, invalidRelationship, nameTaken, poolNotFound } from "../../../src/reference/scalr/problems.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { linkWorkspaces } from "../../../src/reference/scalr/workspace-links.ts";
import { operation } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { errorMutants } from "./refusals-errors.ts";
import { poolIdIn, sentIn, withSent } from "./stored-pools.ts";

const failure = { status: 500, title: "internal error", detail: "The database has refused the statement." };

const stateMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "shows-null-for-an-unknown-pool",
    family: "refusals",
    requirement: "get-agent-pool.not-found",
    fault: "answers 200 and null where there is no such pool.",
    alteration: operation<ScalrStore>("getAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return outcome === poolNotFound ? { status: 200, body: { data: null } } : outcome;
    }),
  },
  {
    id: "deletes-what-is-not-there",
    family: "refusals",
    requirement: "delete-agent-pool.not-found",
    fault: "answers 204 to the deletion of a pool that there is not.",
    alteration: operation<ScalrStore>("deleteAgentPool", (asked, sound, { pools }) => {
      const outcome = sound(asked);
      return outcome === poolNotFound && !pools.has(poolIdIn(asked)) ? { status: 204 } : outcome;
    }),
  },
  {
    id: "creates-the-pool-that-a-change-does-not-find",
    family: "refusals",
    requirement: "update-agent-pool.not-found",
    fault: "creates a pool of the account where a change finds none of the id.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound, { pools }) => {
      const id = poolIdIn(asked);
      const [accountId] = asked.identity.memberOf;
      if (!pools.has(id) && asked.identity.mayWrite && accountId !== undefined) {
        pools.set(id, { id, name: sentIn(asked).attributes?.name ?? "", accountId, environmentId: null });
      }
      return sound(asked);
    }),
  },
  {
    id: "deletes-before-it-looks-for-busy-agents",
    family: "refusals",
    requirement: "delete-agent-pool.busy-kept",
    fault: "refuses to delete a pool with busy agents, and has deleted it by then.",
    alteration: operation<ScalrStore>("deleteAgentPool", (asked, sound, { pools }) => {
      const outcome = sound(asked);
      if (outcome === busyAgents) pools.delete(poolIdIn(asked));
      return outcome;
    }),
  },
  {
    id: "takes-busy-agents-for-a-malformed-request",
    family: "refusals",
    requirement: "delete-agent-pool.busy",
    fault: "refuses with 422 to delete a pool with busy agents.",
    alteration: operation<ScalrStore>("deleteAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return outcome === busyAgents ? { ...busyAgents, status: 422 } : outcome;
    }),
  },
  {
    id: "fails-on-a-name-that-is-taken",
    family: "refusals",
    requirement: "errors.no-server-error",
    fault: "leaves uniqueness to the database, and answers 500 when that complains.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      return outcome === nameTaken ? failure : outcome;
    }),
  },
  {
    id: "fails-on-an-unknown-workspace",
    family: "refusals",
    requirement: "errors.no-server-error",
    fault: "answers 500 to a change that names a workspace which there is not.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound, { workspaces }) => {
      const outcome = sound(asked);
      const sent = sentIn(asked).relationships?.workspaces?.data ?? [];
      return "title" in outcome && sent.some(({ id }) => !workspaces.has(id)) ? failure : outcome;
    }),
  },
  {
    id: "takes-an-unknown-environment-for-none",
    family: "refusals",
    requirement: "errors.refused",
    fault: "creates a pool of the account where the environment sent does not exist.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound, { environments }) => {
      const data = sentIn(asked);
      const { environment, ...relationships } = data.relationships ?? {};
      const [id] = asked.identity.memberOf;
      if (!environment || environments.has(environment.data.id) || id === undefined) return sound(asked);
      const account = { data: { type: "accounts" as const, id } };
      return sound(withSent(asked, { ...data, relationships: { account, ...relationships } }));
    }),
  },
  {
    id: "renames-before-it-looks-at-workspaces",
    family: "refusals",
    requirement: "errors.nothing-changed",
    fault: "refuses a change for a workspace that there is not, and has renamed the pool by then.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound) => {
      const { relationships: _, ...data } = sentIn(asked);
      const outcome = sound(asked);
      if ("title" in outcome && outcome.status === 404) sound(withSent(asked, data));
      return outcome;
    }),
  },
  {
    id: "unlinks-before-it-looks-at-the-name",
    family: "refusals",
    requirement: "errors.nothing-changed",
    fault: "refuses a change for its name, and has unlinked the workspaces of the pool by then.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound, store) => {
      const outcome = sound(asked);
      const pool = store.pools.get(poolIdIn(asked));
      if (outcome === nameTaken && pool) linkWorkspaces(store, pool, []);
      return outcome;
    }),
  },
  {
    id: "creates-before-it-looks-at-workspaces",
    family: "refusals",
    requirement: "errors.nothing-changed",
    fault: "refuses to create a pool for a workspace that there is not, and has created it by then.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      const { relationships: { workspaces, ...relationships } = {}, ...data } = sentIn(asked);
      if ("title" in outcome && workspaces) sound(withSent(asked, { ...data, relationships }));
      return outcome;
    }),
  },
  {
    id: "sends-the-other-pool-along-with-a-refusal",
    family: "refusals",
    requirement: "errors.no-data",
    fault: "shows, when it refuses a name, the pool that has it.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound, store) => {
      const outcome = sound(asked);
      const name = sentIn(asked).attributes?.name;
      const pool = [...store.pools.values()].find(
        (each) => each.name === name && asked.identity.memberOf.includes(each.accountId),
      );
      if (outcome !== nameTaken || !pool) return outcome;
      const { status, title, detail } = nameTaken;
      const body = { errors: [{ status: `${status}`, title, detail }], data: poolResource(store, pool, asked.baseUrl) };
      return { status, body };
    }),
  },
  {
    id: "links-workspaces-of-another-environment",
    family: "refusals",
    requirement: "create-agent-pool.environment-scope-access",
    fault: "lets a change link workspaces of any environment of the account to a pool of one environment.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound, store) => {
      const pool = store.pools.get(poolIdIn(asked));
      const sent = sentIn(asked).relationships?.workspaces?.data;
      if (!pool || !sent) return sound(asked);
      // As long as it is decided, the pool is one of the account.
      store.pools.set(pool.id, { ...pool, environmentId: null });
      const outcome = sound(asked);
      const after = store.pools.get(pool.id) ?? pool;
      store.pools.set(pool.id, { ...after, environmentId: after.environmentId ?? pool.environmentId });
      if ("title" in outcome) return outcome;
      const data = poolResource(store, store.pools.get(pool.id) ?? pool, asked.baseUrl);
      return { ...outcome, body: { ...(outcome.body as object), data } };
    }),
  },
  {
    id: "keeps-workspaces-from-pools-of-the-account",
    family: "refusals",
    requirement: "create-agent-pool.account-scope-access",
    fault: "compares the environments of workspace and pool, and so links none to a pool of the account.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound, store) => {
      const pool = store.pools.get(poolIdIn(asked));
      const outcome = sound(asked);
      const sent = sentIn(asked).relationships?.workspaces?.data ?? [];
      const after = store.pools.get(poolIdIn(asked));
      if ("title" in outcome || !pool || !after || sent.length === 0 || after.environmentId !== null) return outcome;
      linkWorkspaces(store, after, []);
      store.pools.set(pool.id, pool);
      return invalidRelationship("The workspace is outside the scope of the pool.", "/data/relationships/workspaces");
    }),
  },
];

export const refusalsMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [...stateMutants, ...errorMutants];
