import type { ScalrRequirementId } from "../../generated/scalr/requirements.ts";
import type { JsonApiDescription, SortDescription, SortKey } from "../json-api/description.ts";
import type { CheckContext } from "../kit/context.ts";
import { textAt } from "../kit/text-at.ts";
import { asks, fillPools } from "./fixtures.ts";
import { changeAsk } from "./pools.ts";

const paths = ["account", "agents", "environment", "workspaces"] as const;

const byName = { pointer: "/attributes/name", kind: "text", direction: 1 } as const;
const byAccount = { pointer: "/relationships/account/data/id", kind: "group", direction: 1 } as const;
const byEnvironment = { pointer: "/relationships/environment/data/id", kind: "group", direction: 1 } as const;

const ofEnvironment = (context: CheckContext) => ({ query: { "filter[environment]": context.datum("environment") } });

/** What the checks of JSON:API services have to know of this one. */
export const jsonApi: JsonApiDescription = {
  api: "scalr",
  lists: [
    {
      operationId: "listAgentPools",
      fill: async (context) => {
        const ask = await asks.listAgentPools(context);
        if (context.has("write")) for (let more = 0; more < 3; more += 1) await fillPools(context);
        return ask;
      },
      kind: "pools",
      sort: "name",
      rows: {
        pageAskedFor: "pagination.page-asked-for",
        sizeAskedFor: "pagination.size-asked-for",
        isFilled: false,
        defaultNumber: undefined,
        pageCount: "pagination.neighbours",
        neighbours: "pagination.neighbours",
        total: "pagination.counts",
        meta: ["pagination.current-page", "pagination.prev-page", "pagination.next-page", "pagination.total-pages"],
        pastEnd: undefined,
        areLinksRequired: false,
        prevAndNext: "jsonapi.prev-next-null",
        linkTargets: "jsonapi.pagination-keys",
        linkParameters: undefined,
        linksAgree: "jsonapi.pagination-keys",
        further: [],
      },
    },
  ],
  documents: [
    { operationId: "listAgentPools", includes: paths },
    { operationId: "createAgentPool", includes: ["environment"] },
    { operationId: "getAgentPool", includes: paths },
    { operationId: "updateAgentPool", includes: ["environment", "workspaces"] },
  ],
  pools: {
    listWith: "listAgentPools",
    showWith: "getAgentPool",
    createWith: "createAgentPool",
    updateWith: "updateAgentPool",
    askForList: ofEnvironment,
    askForOne: (id) => ({ path: { agent_pool: id } }),
    selfLinkRow: "agent-pool.self-link-target",
    linkFormRow: undefined,
    idParameter: "agent_pool",
    related: [],
    askForOrder: () => ({}),
    createUnordered: async (context, names) => {
      const inside = { environment: { data: { type: "environments", id: context.datum("environment") } } };
      const above = { account: { data: { type: "accounts", id: context.datum("account") } } };
      // So that the names rise by age in the one scope, and fall in the other: without an order, one is out of order.
      const scopes = [inside, above, above, inside];
      for (const [index, name] of names.entries()) {
        const relationships = scopes[index % scopes.length];
        // One gets its name later, and had one before that stands elsewhere in the order.
        const isRenamed = index === 1;
        const first = isRenamed ? `${names.toSorted().at(-1)}z` : name;
        const body = { data: { type: "agent-pools", attributes: { name: first }, relationships } };
        const created = await context.prepare("createAgentPool", { body });
        if (!isRenamed) continue;
        const id = textAt(context, created, "/data/id");
        await context.prepare("updateAgentPool", changeAsk({ id, path: { agent_pool: id } }, { name }));
      }
    },
    sorts: [
      sortBy("name", [byName]),
      sortBy("-name", [{ ...byName, direction: -1 }]),
      sortBy("account", [byAccount]),
      sortBy("-account", [byAccount]),
      sortBy("environment", [byEnvironment]),
      sortBy("-environment", [byEnvironment]),
      sortBy("environment,name", [byEnvironment, byName]),
      sortBy("-environment,name", [byEnvironment, byName]),
    ],
  },
};

/** `-environment,name` is told in the topic as `sorts-by-environment-descending-and-name`. */
function sortBy(value: string, keys: readonly SortKey[]): SortDescription {
  const words = value.split(",").map((key) => (key.startsWith("-") ? `${key.slice(1)}-descending` : key));
  const isDescending = value.startsWith("-");
  const rows: ScalrRequirementId[] = isDescending
    ? ["list-agent-pools.sort-descending", "jsonapi.sort-descending", "jsonapi.pagination-order"]
    : ["list-agent-pools.sort", "jsonapi.sort-ascending", "jsonapi.pagination-order"];
  const [key] = keys;
  const isGroup = isDescending && key?.kind === "group";
  const topic = `sorts-by-${words.join("-and-")}`;
  return { value, topic, keys, rows, ...(isGroup && { reverses: value.slice(1) }) };
}
