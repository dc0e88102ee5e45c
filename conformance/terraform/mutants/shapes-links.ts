import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { operation, shown } from "../../proof/alterations.ts";
import { isRefused } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

interface LinkedPool {
  readonly id: string;
  readonly attributes: { readonly name: string };
  readonly relationships: Record<string, { links: Record<string, string | null> }>;
  readonly links: Record<string, string>;
}

export const shapesLinksMutants: readonly TerraformMutant[] = [
  {
    id: "links-to-pools-by-their-names",
    family: "shapes",
    requirement: "agent-pool.self-link-target",
    fault: "gives as self of a pool an address with its name, where it is not found.",
    alteration: shown("showAgentPool", ({ data }: { data: LinkedPool }) => {
      data.links.self = data.links.self?.replace(data.id, data.attributes.name) ?? "";
    }),
  },
  {
    id: "leaves-the-base-path-out-of-links",
    family: "shapes",
    requirement: "resource.link-form",
    fault: "begins the links of a new pool behind the base path, so that they lead nowhere from the root of the host.",
    alteration: shown("createAgentPool", ({ data }: { data: LinkedPool }) => {
      data.links.self = `/agent-pools/${data.id}`;
    }),
  },
  {
    id: "links-all-pools-to-the-agents-of-the-last",
    family: "shapes",
    requirement: "agent-pool.agents-link-target",
    fault: "links each pool of a list to the agents of the last one on the page.",
    alteration: shown("listAgentPools", ({ data }: { data: LinkedPool[] }) => {
      const last = data.at(-1)?.relationships.agents?.links.related ?? "";
      for (const { relationships } of data) relationships.agents = { links: { related: last } };
    }),
  },
  {
    id: "links-to-no-agents-where-there-are-none",
    family: "shapes",
    requirement: "list-agent-pools.agents-and-tokens",
    fault: "gives null as the related link of the agents of a pool that has none.",
    alteration: shown<TerraformStore>("listAgentPools", ({ data }: { data: LinkedPool[] }, _, { agents }) => {
      const inUse = new Set([...agents.values()].map(({ poolId }) => poolId));
      for (const { id, relationships } of data) {
        if (!inUse.has(id)) relationships.agents = { links: { related: null } };
      }
    }),
  },
  {
    id: "gives-tokens-as-data",
    family: "shapes",
    requirement: "agent-pool.tokens-link",
    fault: "gives the tokens of a pool as an empty array of data, without a link to them.",
    alteration: shown("showAgentPool", ({ data }) => {
      data.relationships["authentication-tokens"] = { data: [] };
    }),
  },
  {
    id: "links-all-pools-to-the-same-tokens",
    family: "shapes",
    requirement: "list-agent-pools.agents-and-tokens",
    fault: "links the pools of a list to the tokens of the organization, all of them to the same address.",
    alteration: shown("listAgentPools", ({ data }: { data: LinkedPool[] }) => {
      const [first] = data;
      for (const { relationships } of data) {
        const related = first?.relationships["authentication-tokens"]?.links.related ?? "";
        relationships["authentication-tokens"] = { links: { related } };
      }
    }),
  },
  {
    id: "links-changed-pools-by-their-names",
    family: "shapes",
    requirement: "agent-pool.self-link-target",
    fault: "gives as self of a pool that it has changed an address with its new name.",
    alteration: shown("updateAgentPool", ({ data }: { data: LinkedPool }) => {
      data.links.self = data.links.self?.replace(data.id, data.attributes.name) ?? "";
    }),
  },
  {
    id: "links-new-pools-to-the-agents-of-none",
    family: "shapes",
    requirement: "agent-pool.agents-link-target",
    fault: "writes the links of a new pool before it has an id, so that agents lead to those of undefined.",
    alteration: shown("createAgentPool", ({ data }: { data: LinkedPool }) => {
      const related = data.relationships.agents?.links.related?.replace(data.id, "undefined") ?? "";
      data.relationships.agents = { links: { related } };
    }),
  },
  {
    id: "leaves-the-base-path-out-of-links-to-agents",
    family: "shapes",
    requirement: "resource.link-form",
    fault: "begins the links to agents behind the base path where it lists pools.",
    alteration: shown("listAgentPools", ({ data }: { data: LinkedPool[] }) => {
      for (const { id, relationships } of data)
        relationships.agents = { links: { related: `/agent-pools/${id}/agents` } };
    }),
  },
  {
    id: "nests-agents-below-pools-in-links",
    family: "shapes",
    requirement: "agent.self-link-target",
    fault: "gives as self of a listed agent an address below that of its pool, where nothing is served.",
    alteration: shown("listAgents", ({ data }, { params }) => {
      for (const { links } of data) {
        links.self = links.self.replace("/agents/", `/agent-pools/${params.agent_pool_id}/agents/`);
      }
    }),
  },
  {
    id: "links-to-agents-by-their-names",
    family: "shapes",
    requirement: "agent.self-link-target",
    fault: "gives as self of an agent an address with its name, where it is not found.",
    alteration: shown("showAgent", ({ data }) => {
      data.links.self = data.links.self.replace(data.id, data.attributes.name);
    }),
  },
  {
    id: "locates-new-pools-at-their-list",
    family: "shapes",
    requirement: "jsonapi.created-location-is-self",
    fault: "sends the address of the list as Location of a new pool.",
    alteration: operation("createAgentPool", (asked, sound) => {
      const outcome = sound(asked);
      const Location = `${asked.baseUrl}/organizations/${asked.params.organization_name}/agent-pools`;
      return isRefused(outcome) ? outcome : { ...outcome, headers: { Location } };
    }),
  },
];
