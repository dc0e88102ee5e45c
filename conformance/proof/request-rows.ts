import type { AgentsmeshRequirementId } from "../../generated/agentsmesh/requirements.ts";
import type { PulumiRequirementId } from "../../generated/pulumi/requirements.ts";
import type { ScalrRequirementId } from "../../generated/scalr/requirements.ts";
import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import type { ApiId } from "../../src/apis/index.ts";
import type { RequestRows } from "./generated/request-mutants.ts";

const terraform = {
  noServerError: "errors.no-server-error",
  badToken: "request.bad-token-refused",
  notJson: { createAgentPool: "create-agent-pool.not-json", updateAgentPool: "update-agent-pool.not-json" },
  emptyBody: { createAgentPool: "create-agent-pool.not-json", updateAgentPool: "update-agent-pool.not-json" },
  broken: {
    createAgentPool: [
      [/^drops \/data\/type$/, "create-agent-pool.type-missing"],
      [/^changes \/data\/type$/, "create-agent-pool.wrong-type"],
      [/^drops \/data\/attributes\/name$/, "create-agent-pool.name-missing"],
      [/^mistypes \/data\/attributes\/name$/, "create-agent-pool.name-wrong-type"],
      [/^changes \/data\/attributes\/name$/, "create-agent-pool.name-other-characters"],
      [/./, "create-agent-pool.malformed-body"],
    ],
    updateAgentPool: [
      [/^drops \/data\/type$/, "update-agent-pool.type-missing"],
      [/^changes \/data\/type$/, "update-agent-pool.wrong-type"],
      [/^mistypes \/data\/attributes\/name$/, "update-agent-pool.name-wrong-type"],
      [/^changes \/data\/attributes\/name$/, "update-agent-pool.name-other-characters"],
      // The page has no data.id.
      [/(?<! \/data\/id)$/, "update-agent-pool.malformed-body"],
    ],
  },
  wrongMediaType: {
    createAgentPool: "create-agent-pool.wrong-media-type",
    updateAgentPool: "update-agent-pool.wrong-media-type",
  },
  unknownId: {
    listAgentPools: { organization_name: "list-agent-pools.not-found" },
    createAgentPool: { organization_name: "create-agent-pool.not-found" },
    listAgents: { agent_pool_id: "list-agents.not-found" },
    showAgentPool: { agent_pool_id: "show-agent-pool.not-found" },
    updateAgentPool: { agent_pool_id: "update-agent-pool.not-found" },
    deleteAgentPool: { agent_pool_id: "delete-agent-pool.unknown-pool" },
    showAgent: { agent_id: "show-agent.not-found" },
    deleteAgent: { agent_id: "delete-agent.not-found" },
  },
  overlooked: {
    listAgentPools: {
      sort: "list-agent-pools.sort-order",
      "page[number]": "pagination.page-asked-for",
      "page[size]": "pagination.size-asked-for",
    },
    listAgents: {
      "filter[last-ping-since]": "list-agents.filter-keeps",
      "page[number]": "pagination.page-asked-for",
      "page[size]": "pagination.size-asked-for",
    },
  },
} as const satisfies Rows<TerraformRequirementId>;

const scalr = {
  noServerError: "errors.no-server-error",
  badToken: "request.bad-token-refused",
  notJson: { createAgentPool: "create-agent-pool.not-json", updateAgentPool: "update-agent-pool.not-json" },
  emptyBody: { createAgentPool: "create-agent-pool.not-json", updateAgentPool: "update-agent-pool.not-json" },
  broken: {
    createAgentPool: [
      [/^drops \/data\/type$/, "create-agent-pool.type-missing"],
      [/^changes \/data\/type$/, "create-agent-pool.wrong-type"],
      [/^drops \/data\/attributes\/name$/, "create-agent-pool.name-missing"],
      [/^mistypes \/data\/attributes\/name$/, "create-agent-pool.name-wrong-type"],
      [/environment\/data\/type$/, "create-agent-pool.environment-type"],
      [/environment\/data\/id$/, "create-agent-pool.environment-id"],
      // That the type of a workspace is this word is not from the page; of the id a server may take no notice.
      [/(?<!workspaces\/data\/\*\/type| \/data\/id)$/, "create-agent-pool.malformed-body"],
    ],
    updateAgentPool: [
      [/^drops \/data\/type$/, "update-agent-pool.type-missing"],
      [/^changes \/data\/type$/, "update-agent-pool.wrong-type"],
      [/^mistypes \/data\/attributes\/name$/, "update-agent-pool.name-wrong-type"],
      // That the type of a workspace is this word is not from the page.
      [/(?<!workspaces\/data\/\*\/type)$/, "update-agent-pool.malformed-body"],
    ],
  },
  wrongMediaType: {
    createAgentPool: "create-agent-pool.wrong-media-type",
    updateAgentPool: "update-agent-pool.wrong-media-type",
  },
  unknownId: {
    getAgentPool: { agent_pool: "get-agent-pool.not-found" },
    updateAgentPool: { agent_pool: "update-agent-pool.not-found" },
    deleteAgentPool: { agent_pool: "delete-agent-pool.not-found" },
  },
  overlooked: {
    listAgentPools: {
      "filter[agent-pool]": "list-agent-pools.filter-agent-pool",
      "filter[name]": "list-agent-pools.filter-name",
      "filter[account]": "list-agent-pools.filter-account",
      "filter[environment]": "list-agent-pools.filter-environment",
      "page[number]": "pagination.page-asked-for",
      "page[size]": "pagination.size-asked-for",
      include: "list-agent-pools.include",
      sort: "list-agent-pools.sort",
    },
    createAgentPool: { include: "create-agent-pool.include" },
    getAgentPool: { include: "get-agent-pool.include" },
    updateAgentPool: { include: "update-agent-pool.include" },
  },
} as const satisfies Rows<ScalrRequirementId>;

const pulumi = {
  noServerError: "errors.no-server-error",
  badToken: {
    createAgentPool: "create-agent-pool.bad-token-refused",
    updateAgentPool: "update-agent-pool.bad-token-refused",
    deleteAgentPool: "delete-agent-pool.bad-token-refused",
    getAgentPool: "get-agent-pool.bad-token-refused",
    listAgentPools: "list-agent-pools.bad-token-refused",
  },
  notJson: {
    createAgentPool: "create-agent-pool.malformed-refused",
    updateAgentPool: "update-agent-pool.malformed-refused",
  },
  // That there must be any member is the vendor's word only.
  emptyBody: { createAgentPool: "create-agent-pool.name-needed" },
  broken: {
    createAgentPool: [
      [/^drops \/name$/, "create-agent-pool.name-needed"],
      [/^mistypes/, "create-agent-pool.wrong-type-refused"],
    ],
    updateAgentPool: [[/^mistypes/, "update-agent-pool.wrong-type-refused"]],
  },
  wrongMediaType: {},
  unknownId: {
    createAgentPool: { organization: "create-agent-pool.unknown-organization-refused" },
    updateAgentPool: {
      organization: "update-agent-pool.unknown-organization-refused",
      poolId: "update-agent-pool.unknown-pool-refused",
    },
    deleteAgentPool: {
      organization: "delete-agent-pool.unknown-organization-refused",
      poolId: "delete-agent-pool.unknown-pool-refused",
    },
    getAgentPool: {
      organization: "get-agent-pool.unknown-organization-refused",
      poolId: "get-agent-pool.unknown-pool-refused",
    },
    listAgentPools: { organization: "list-agent-pools.unknown-organization-refused" },
  },
  overlooked: {},
} as const satisfies Rows<PulumiRequirementId>;

const agentsmesh = {
  noServerError: "api.no-server-error",
  badToken: "api.invalid-key",
  missingToken: "api.missing-key",
  notJson: {},
  emptyBody: {},
  broken: {},
  wrongMediaType: {},
  unknownId: {
    getRunner: { id: "get-runner.unknown-runner" },
    listRunnerPods: { id: "list-runner-pods.unknown-runner" },
  },
  overlooked: {
    listRunnerPods: {
      status: "list-runner-pods.status",
      limit: "list-runner-pods.limit",
      offset: "list-runner-pods.offset",
    },
  },
} as const satisfies Rows<AgentsmeshRequirementId>;

/** {@link RequestRows} with the requirement ids of one API. */
type Rows<Id extends string> = RequestRows & {
  readonly badToken: Id | Readonly<Record<string, Id>>;
  readonly missingToken?: Id;
  readonly noServerError: Id;
  readonly notJson: Readonly<Record<string, Id>>;
  readonly emptyBody: Readonly<Record<string, Id>>;
  readonly broken: Readonly<Record<string, readonly (readonly [RegExp, Id])[]>>;
  readonly wrongMediaType: Readonly<Record<string, Id>>;
  readonly unknownId: Readonly<Record<string, Readonly<Record<string, Id>>>>;
  readonly overlooked: Readonly<Record<string, Readonly<Record<string, Id>>>>;
};

/** Which requirement a fault of a whole request breaks. */
export const requestRows: Readonly<Record<ApiId, RequestRows>> = { terraform, scalr, pulumi, agentsmesh };
