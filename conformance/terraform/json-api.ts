import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import type { JsonApiDescription, ListRows, SortDescription, SortKey } from "../json-api/description.ts";
import { asks, fillPools } from "./fixtures.ts";
import { createPool, type OwnPool, renaming } from "./pools.ts";

const rows = {
  pageAskedFor: "pagination.page-asked-for",
  sizeAskedFor: "pagination.size-asked-for",
  isFilled: true,
  defaultNumber: "pagination.default-number",
  pageCount: "pagination.page-count",
  neighbours: "pagination.neighbours",
  total: "pagination.counts",
  meta: ["pagination.current-page", "pagination.prev-page", "pagination.next-page", "pagination.total-pages"],
  pastEnd: "pagination.past-end",
  areLinksRequired: true,
  prevAndNext: "pagination.prev-and-next-links",
  linkTargets: "pagination.link-targets",
  linkParameters: "pagination.link-parameters",
  linksAgree: "pagination.links-agree",
  walk: "pagination.walk",
  further: ["pagination.default-size"],
} as const satisfies ListRows & { further: readonly TerraformRequirementId[] };

/** What the checks of JSON:API services have to know of this one. */
export const jsonApi: JsonApiDescription = {
  api: "terraform",
  lists: [
    {
      operationId: "listAgentPools",
      fill: async (context) => {
        const ask = await asks.listAgentPools(context);
        if (context.has("write")) for (let more = 0; more < 3; more += 1) await fillPools(context);
        return ask;
      },
      kind: "several-pools",
      sort: "-name",
      // A page of one resource is among those that are asked for.
      rows: { ...rows, further: [...rows.further, "list-agent-pools.data"] },
    },
    {
      operationId: "listAgents",
      fill: async (context) => asks.listAgents(context),
      kind: "agents",
      sort: undefined,
      rows: { ...rows, further: [...rows.further, "list-agents.data", "list-agents.encoded-brackets"] },
    },
  ],
  documents: [
    { operationId: "listAgentPools", includes: [] },
    { operationId: "createAgentPool", includes: [] },
    { operationId: "showAgentPool", includes: [] },
    { operationId: "updateAgentPool", includes: [] },
    { operationId: "listAgents", includes: [] },
    { operationId: "showAgent", includes: [] },
  ],
  pools: {
    listWith: "listAgentPools",
    showWith: "showAgentPool",
    createWith: "createAgentPool",
    updateWith: "updateAgentPool",
    askForList: (context) => ({ path: { organization_name: context.datum("organization") } }),
    askForOne: (id) => ({ path: { agent_pool_id: id } }),
    selfLinkRow: "agent-pool.self-link-target",
    linkFormRow: "resource.link-form",
    idParameter: "agent_pool_id",
    related: [{ name: "agents", operationId: "listAgents", row: "agent-pool.agents-link-target" }],
    relatedElsewhere: [{ name: "authentication-tokens", row: "list-agent-pools.agents-and-tokens" }],
    askForOrder: (context) => ({ path: { organization_name: context.datum("organization") } }),
    createUnordered: async (context, names) => {
      const pools: OwnPool[] = [];
      // One gets its name when all are there, and had one before that stands elsewhere in the order.
      const renamed = 1;
      for (const [index, name] of names.entries()) {
        pools.push(await createPool(context, index === renamed ? `${names.toSorted().at(-1)}z` : name));
      }
      const [pool, name] = [pools[renamed], names[renamed]];
      if (pool && name !== undefined) await context.prepare("updateAgentPool", renaming(pool, name));
    },
    sorts: [
      sortBy("name", "/attributes/name", "text", 1),
      sortBy("name", "/attributes/name", "text", -1),
      sortBy("created-at", "/attributes/created-at", "moment", 1),
      sortBy("created-at", "/attributes/created-at", "moment", -1),
    ],
  },
};

function sortBy(key: string, pointer: string, kind: SortKey["kind"], direction: SortKey["direction"]): SortDescription {
  const keys = [{ pointer, kind, direction }];
  const further = ["jsonapi.pagination-order"] as const satisfies readonly TerraformRequirementId[];
  if (direction > 0) {
    const rows: TerraformRequirementId[] = ["list-agent-pools.sort-order", "jsonapi.sort-ascending", ...further];
    return { value: key, topic: `sorts-by-${key}`, keys, rows };
  }
  const rows: TerraformRequirementId[] = ["list-agent-pools.sort-reverse", "jsonapi.sort-descending", ...further];
  return { value: `-${key}`, topic: `sorts-by-${key}-descending`, keys, rows };
}
