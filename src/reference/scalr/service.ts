import type { components } from "../../../generated/scalr/types.ts";
import { cutPage } from "../json-api-paging.ts";
import type { Asked, Identity, Outcome, Service, Surroundings } from "../service.ts";
import { includedResources, listedPool, poolResource } from "./documents.ts";
import { filterPools, sortPools } from "./pool-selection.ts";
import { applyPreference } from "./preference.ts";
import {
  busyAgents,
  forbidden,
  idMismatch,
  invalidRelationship,
  nameTaken,
  nothingToList,
  poolNotFound,
  quotaExceeded,
} from "./problems.ts";
import { isSameScope, isWithin, readScope } from "./scope.ts";
import { type AgentPool, agentsOf, type ScalrStore, type Scope, workspacesOf } from "./store.ts";
import { linkWorkspaces, readWorkspaces } from "./workspace-links.ts";

type CreateDocument = components["schemas"]["CreateAgentPoolDocument"];
type UpdateDocument = components["schemas"]["UpdateAgentPoolDocument"];

/** The page names neither; 20 is the size in the spec's examples. */
const paging = { defaultSize: 20, largestSize: 100 } as const;

/** Tokens that the server knows, by what they may do in which account. */
export const scalrTokens: Readonly<Record<string, Identity>> = {
  "reference-token": { memberOf: ["acc-svrcncgh453bi8g"], mayWrite: true },
  "reader-token": { memberOf: ["acc-svrcncgh453bi8g"], mayWrite: false },
  "no-access-token": { memberOf: [], mayWrite: false },
  "other-token": { memberOf: ["acc-seed0002"], mayWrite: true },
};

/** Agent pools of Scalr, as its page documents them. */
export function createScalrService({ newId }: Surroundings, store: ScalrStore): Service {
  return {
    identify: (token) => (Object.hasOwn(scalrTokens, token) ? scalrTokens[token] : undefined),
    operations: applyPreference({
      listAgentPools: (asked) => {
        const { identity, query, baseUrl } = asked;
        if (identity.memberOf.length === 0) return nothingToList;
        const visible = [...store.pools.values()].filter(({ accountId }) => identity.memberOf.includes(accountId));
        const sorted = sortPools(filterPools(visible, query), query.get("sort"));
        const { items, links, meta } = cutPage(sorted, `${baseUrl}/agent-pools`, query, paging);
        const data = items.map((pool) => listedPool(store, pool, baseUrl));
        const included = includedResources(store, items, query.get("include"));
        return { status: 200, body: { data, included, links, meta } };
      },
      createAgentPool: byWriter((asked) => {
        const { attributes, relationships = {} } = (asked.body as CreateDocument).data;
        const scope = readScope(store, asked.identity, relationships);
        if ("title" in scope) return scope;
        if (isFull(scope.accountId)) return quotaExceeded;
        if (isTaken(attributes.name, scope)) return nameTaken;
        const workspaces = readWorkspaces(store, asked.identity, relationships.workspaces ?? { data: [] }, scope);
        if ("title" in workspaces) return workspaces;

        const pool: AgentPool = { id: newId("apool-"), name: attributes.name, ...scope };
        store.pools.set(pool.id, pool);
        linkWorkspaces(store, pool, workspaces);
        const body = documentOf(asked, pool);
        return { status: 201, body, headers: { Location: body.data.links.self } };
      }),
      deleteAgentPool: byWriter(
        onPool((_, pool) => {
          const agents = agentsOf(store, pool);
          if (agents.some(({ status }) => status === "busy")) return busyAgents;

          linkWorkspaces(store, pool, []);
          for (const { id } of agents) store.agents.delete(id);
          store.pools.delete(pool.id);
          return { status: 204 };
        }),
      ),
      getAgentPool: onPool((asked, pool) => ({ status: 200, body: documentOf(asked, pool) })),
      updateAgentPool: byWriter(
        onPool((asked, pool) => {
          const { id, attributes, relationships = {} } = (asked.body as UpdateDocument).data;
          if (id !== undefined && id !== pool.id) return idMismatch;
          const scope = readScope(store, asked.identity, relationships, pool);
          if ("title" in scope) return scope;
          if (scope.accountId !== pool.accountId && isFull(scope.accountId)) return quotaExceeded;
          const name = attributes?.name ?? pool.name;
          if (isTaken(name, scope, pool)) return nameTaken;
          const workspaces = relationships.workspaces
            ? readWorkspaces(store, asked.identity, relationships.workspaces, scope)
            : workspacesOf(store, pool);
          if ("title" in workspaces) return workspaces;
          if (!workspaces.every((workspace) => isWithin(store, scope, workspace))) return leavesWorkspaces;

          const updated: AgentPool = { ...pool, name, ...scope };
          store.pools.set(pool.id, updated);
          linkWorkspaces(store, updated, workspaces);
          return { status: 200, body: documentOf(asked, updated) };
        }),
      ),
    }),
  };

  function byWriter(answer: (asked: Asked) => Outcome) {
    return (asked: Asked): Outcome => (asked.identity.mayWrite ? answer(asked) : forbidden);
  }

  function onPool(answer: (asked: Asked, pool: AgentPool) => Outcome) {
    return (asked: Asked): Outcome => {
      const pool = store.pools.get(asked.params.agent_pool ?? "");
      return pool && asked.identity.memberOf.includes(pool.accountId) ? answer(asked, pool) : poolNotFound;
    };
  }

  function documentOf({ query, baseUrl }: Asked, pool: AgentPool) {
    const data = poolResource(store, pool, baseUrl);
    return { data, included: includedResources(store, [pool], query.get("include")), meta: null };
  }

  function isFull(accountId: string): boolean {
    const count = [...store.pools.values()].filter((pool) => pool.accountId === accountId).length;
    return count >= (store.accounts.get(accountId)?.poolQuota ?? 0);
  }

  function isTaken(name: string, scope: Scope, except?: AgentPool): boolean {
    return [...store.pools.values()].some(
      (pool) => pool.id !== except?.id && pool.name === name && isSameScope(pool, scope),
    );
  }
}

const leavesWorkspaces = invalidRelationship(
  "Workspaces linked to the pool are outside the new scope: unlink them first, or send others along.",
  // Whichever of account and environment moves the pool.
  "/data/relationships",
);
