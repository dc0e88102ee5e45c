import type { Alteration } from "../../../src/reference/alteration.ts";
import { cutPage, type Page } from "../../../src/reference/json-api-paging.ts";
import { includedResources, poolResource } from "../../../src/reference/scalr/documents.ts";
import { filterPools, sortPools } from "../../../src/reference/scalr/pool-selection.ts";
import { applyPreference } from "../../../src/reference/scalr/preference.ts";
import { nothingToList } from "../../../src/reference/scalr/problems.ts";
import type { AgentPool, ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Identity } from "../../../src/reference/service.ts";

type Pools = readonly AgentPool[];

/** Sizes of pages in the reference. */
export const paging = { defaultSize: 20, largestSize: 100 } as const;

/** The steps from the store to the answer of a list, in their order. */
interface Steps {
  readonly see: (store: ScalrStore, identity: Identity, query: URLSearchParams) => Pools;
  readonly filter: (pools: Pools, query: URLSearchParams, store: ScalrStore) => Pools;
  readonly sort: (pools: Pools, sort: string | null, query: URLSearchParams) => Pools;
  /** `all` is what the user sees, before any filter. */
  readonly cut: (pools: Pools, url: string, query: URLSearchParams, all: Pools) => Page<AgentPool>;
  /** The second are all pools of the list, those of other pages too. */
  readonly include: (store: ScalrStore, items: Pools, include: string | null, pools: Pools) => unknown;
}

export const soundSteps: Steps = {
  see: ({ pools }, { memberOf }) => [...pools.values()].filter(({ accountId }) => memberOf.includes(accountId)),
  filter: filterPools,
  sort: sortPools,
  cut: (pools, url, query) => cutPage(pools, url, query, paging),
  include: includedResources,
};

/** Lists pools as the reference does, with some of the steps taken otherwise. */
export function listing(steps: Partial<Steps>): Alteration<ScalrStore> {
  const { see, filter, sort, cut, include } = { ...soundSteps, ...steps };
  return {
    service: (service, store) => {
      const altered = applyPreference({
        listAgentPools: ({ identity, query, baseUrl }) => {
          if (identity.memberOf.length === 0) return nothingToList;
          const all = see(store, identity, query);
          const sorted = sort(filter(all, query, store), query.get("sort"), query);
          const { items, links, meta } = cut(sorted, `${baseUrl}/agent-pools`, query, all);
          const data = items.map((pool) => poolResource(store, pool, baseUrl));
          const included = include(store, items, query.get("include"), sorted);
          return { status: 200, body: { data, included, links, meta } };
        },
      });
      return { ...service, operations: { ...service.operations, ...altered } };
    },
  };
}
