import type { Alteration } from "../../../src/reference/alteration.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { combine, operation, shown } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { idVariants } from "./pool-ids.ts";

const showing = ["createAgentPool", "getAgentPool", "updateAgentPool"] as const;

/** Where there is more of the service, out of a suite's reach. */
const elsewhere = "https://elsewhere.example/api/iacp/v3";

interface Linkage {
  data: unknown;
  links?: unknown;
  meta?: unknown;
}

/** A pool as it is sent, to be changed. */
interface Pool {
  readonly id: string;
  readonly attributes: Record<string, unknown>;
  readonly links: Record<string, unknown>;
  readonly relationships: {
    agents?: Linkage | null;
    environment?: Linkage | null;
    workspaces?: Linkage | null;
    [other: string]: unknown;
  };
}

/** Shows every pool otherwise, wherever it is shown. */
function pools(change: (pool: Pool) => void): Alteration<ScalrStore> {
  return shown<ScalrStore>([...showing, "listAgentPools"], ({ data }) => {
    for (const pool of [data].flat()) change(pool);
  });
}

const isEmpty = (relationship: Linkage | null | undefined) =>
  (relationship?.data as unknown[] | undefined)?.length === 0;

/** Leaves out or empties relationships that lead nowhere. */
export const leadingNowhere = {
  leftOut: pools(({ relationships }) => {
    if (isEmpty(relationships.workspaces)) delete relationships.workspaces;
    if (relationships.environment === null) delete relationships.environment;
  }),
  null: pools(({ relationships }) => {
    if (isEmpty(relationships.workspaces)) relationships.workspaces = null;
  }),
  emptyArrays: pools(({ relationships }) => {
    relationships.agents ??= { data: [] };
    relationships.environment ??= { data: null };
  }),
  nullData: pools(({ relationships }) => {
    relationships.agents ??= { data: null };
    relationships.environment ??= { data: null };
    if (isEmpty(relationships.workspaces)) relationships.workspaces = { data: null };
  }),
} as const;

/** Says more of pools than the page does. */
export const furtherMembers = combine<ScalrStore>(
  pools(({ id, attributes, relationships, links }) => {
    Object.assign(attributes, {
      "created-at": "2024-01-05T09:02:10.123456+00:00",
      description: null,
      "agent-count": 0,
    });
    Object.assign(links, { related: { href: elsewhere, meta: { count: 1 } }, html: null });
    for (const relationship of Object.values(relationships) as (Linkage | null)[]) {
      if (!relationship) continue;
      relationship.links = { self: `${elsewhere}/agent-pools/${id}/relationships/any`, related: null };
      relationship.meta = { count: 3 };
    }
    Object.assign(relationships, {
      owner: { data: { type: "users", id: "user-1" } },
      tags: { data: [{ type: "tags", id: "tag-1" }] },
      runs: { links: { related: `${elsewhere}/runs?filter%5Bpool%5D=${id}` } },
      "pool-tokens": { meta: { count: 0 } },
      "created-by": null,
    });
  }),
  shown([...showing, "listAgentPools"], (body) => ({ jsonapi: { version: "1.1", meta: {} }, ...body })),
  shown(showing, (body) => ({ ...body, links: { describedby: elsewhere }, meta: { "request-id": "5f2c" } })),
  shown("listAgentPools", (body) => ({ ...body, meta: { ...body.meta, "request-id": "5f2c" } })),
);

/** Says more or less of what is included. */
export const includingMore = shown<ScalrStore>([...showing, "listAgentPools"], (body) => {
  for (const resource of body.included ?? []) {
    if (resource.type === "environments") delete resource.attributes;
    else Object.assign(resource.attributes, { "created-at": "2024-01-05T09:02:10Z", tags: [], owner: null });
    resource.links = { self: `${elsewhere}/${resource.type}/${resource.id}` };
    resource.relationships = { account: { data: null } };
    resource.meta = {};
  }
});

export const agentsOfAnotherType = combine<ScalrStore>(
  pools(({ relationships }) => {
    for (const agent of (relationships.agents?.data ?? []) as { type: string }[]) agent.type = "agent";
  }),
  shown([...showing, "listAgentPools"], (body) => {
    for (const resource of body.included ?? []) if (resource.type === "agents") resource.type = "agent";
  }),
);

/** Leaves out what a document may do without. */
export const withoutMetaAndIncluded = shown<ScalrStore>([...showing, "listAgentPools"], (body) => {
  if (body.meta === null) delete body.meta;
  if (body.included === null) delete body.included;
});

/** Gives addresses of pools without origin. */
export const relativePools = combine<ScalrStore>(
  pools(({ links }) => {
    links.self = new URL(String(links.self)).pathname;
  }),
  operation("createAgentPool", (asked, sound) => {
    const outcome = sound(asked);
    if ("title" in outcome || !outcome.headers?.Location) return outcome;
    return { ...outcome, headers: { ...outcome.headers, Location: new URL(outcome.headers.Location).pathname } };
  }),
);

/** Names the account of no pool. */
const withoutAccounts = combine<ScalrStore>(
  pools(({ relationships }) => {
    relationships.account = null;
  }),
  shown([...showing, "listAgentPools"], (body) => {
    if (body.included) body.included = body.included.filter(({ type }: { type: string }) => type !== "accounts");
  }),
);

export const poolVariants: readonly Variant<ScalrStore>[] = [
  ...idVariants,
  {
    id: "leaves-relationships-out-that-lead-nowhere",
    difference: "leaves workspaces and environment out where there are none, as the sample does with workspaces.",
    alteration: leadingNowhere.leftOut,
  },
  {
    id: "gives-null-for-no-workspaces",
    difference: "gives null where no workspaces are linked, as the sample does with agents.",
    alteration: leadingNowhere.null,
  },
  {
    id: "gives-empty-linkage-for-none",
    difference: "gives an empty array for no agents, and null as data for no environment.",
    alteration: leadingNowhere.emptyArrays,
  },
  {
    id: "gives-null-as-data-for-none",
    difference: "gives null as the data of whatever relationship leads nowhere.",
    alteration: leadingNowhere.nullData,
  },
  {
    id: "gives-null-for-the-account",
    difference: "gives null for the account of every pool, as a relationship may be.",
    alteration: withoutAccounts,
  },
  {
    id: "says-more-of-pools",
    difference: "adds attributes, relationships, links and meta that the page does not know.",
    alteration: furtherMembers,
  },
  {
    id: "says-more-of-what-is-included",
    difference: "adds members to included resources, and gives environments no attributes.",
    alteration: includingMore,
  },
  {
    id: "calls-agents-otherwise",
    difference: "gives agents another type, of which the page says nothing.",
    alteration: agentsOfAnotherType,
  },
  {
    id: "leaves-meta-and-included-out",
    difference: "leaves meta and included out where they would be null.",
    alteration: withoutMetaAndIncluded,
  },
  {
    id: "links-pools-relatively",
    difference: "gives self links and Location without origin.",
    alteration: relativePools,
  },
];
