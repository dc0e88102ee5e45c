import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { shown } from "../../proof/alterations.ts";
import { documentsMutants } from "./shapes-documents.ts";
import { shapesLinksMutants } from "./shapes-links.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const secondMs = 1000;
const poolOperations = ["listAgentPools", "createAgentPool", "showAgentPool", "updateAgentPool"] as const;
const statuses = ["idle", "busy", "unknown", "exited", "errored"];

interface Shown {
  readonly id: unknown;
  readonly attributes: Record<string, unknown>;
  readonly relationships: Record<string, Record<string, unknown>>;
}

interface WorkspaceIdentifier {
  readonly id: string;
}

/** Shows every pool or agent of an answer otherwise, be it one or a list. */
function resources(ids: string | readonly string[], change: (resource: Shown) => Partial<Shown> | undefined) {
  return shown<TerraformStore>(ids, (body) => {
    const changed = (resource: Shown) => change(resource) ?? resource;
    return { ...body, data: Array.isArray(body.data) ? body.data.map(changed) : changed(body.data) };
  });
}

/** Gives each pool another relationship to workspaces. */
function workspaces(ids: string | readonly string[], change: (identifiers: readonly WorkspaceIdentifier[]) => unknown) {
  return resources(ids, ({ relationships }) => {
    const { data } = relationships.workspaces as { data: WorkspaceIdentifier[] };
    relationships.workspaces = { data: change(data) };
    return undefined;
  });
}

export const shapesMutants: readonly TerraformMutant[] = [
  {
    id: "answers-creations-before-they-have-a-moment",
    family: "shapes",
    requirement: "agent-pool.created-at",
    fault: "answers a creation with null as created-at, which its database sets and it does not read.",
    alteration: resources("createAgentPool", ({ attributes }) => {
      attributes["created-at"] = null;
      return undefined;
    }),
  },
  {
    id: "makes-moments-up",
    family: "shapes",
    requirement: "agent-pool.created-at",
    fault:
      "gives each pool a moment of creation by its id, the same in every answer and far from that of the one before.",
    alteration: resources(poolOperations, ({ id, attributes }) => {
      const digits = [...String(id)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
      attributes["created-at"] = new Date(digits * 1_000_000).toISOString();
      return undefined;
    }),
  },
  {
    id: "prints-moments-as-its-language-does",
    family: "shapes",
    requirement: "agent-pool.created-at",
    fault: "gives created-at of a pool in the answer to an update as 2026-01-01 00:00:00 UTC.",
    alteration: resources("updateAgentPool", ({ attributes }) => {
      attributes["created-at"] = String(attributes["created-at"]).replace(/^(.*)T([\d:]*).*$/, "$1 $2 UTC");
      return undefined;
    }),
  },
  {
    id: "takes-now-for-the-moment-of-creation",
    family: "shapes",
    requirement: "agent-pool.created-at-steady",
    fault: "shows as created-at of a pool the moment at which it is asked for.",
    alteration: {
      service: (service, store, surroundings) => {
        const showing = resources("showAgentPool", ({ attributes }) => {
          attributes["created-at"] = surroundings.clock().toISOString();
          return undefined;
        });
        return showing.service?.(service, store, surroundings) ?? service;
      },
    },
  },
  {
    id: "counts-pings-in-seconds",
    family: "shapes",
    requirement: "agent.last-ping-at",
    fault: "gives the last ping of an agent in seconds since 1970.",
    alteration: resources("listAgents", ({ attributes }) => {
      const last = attributes["last-ping-at"];
      if (typeof last === "string") attributes["last-ping-at"] = Date.parse(last) / secondMs;
      return undefined;
    }),
  },
  {
    id: "numbers-statuses",
    family: "shapes",
    requirement: "agent.status",
    fault: "shows the status of an agent as the number that its database has for it.",
    alteration: resources("showAgent", ({ attributes }) => {
      attributes.status = statuses.indexOf(String(attributes.status));
      return undefined;
    }),
  },
  {
    id: "leaves-out-names-that-are-null",
    family: "shapes",
    requirement: "agent.name",
    fault: "has no member name for an agent without a name.",
    alteration: resources(["listAgents", "showAgent"], ({ attributes }) => {
      if (attributes.name === null) delete attributes.name;
      return undefined;
    }),
  },
  {
    id: "writes-members-with-underscores",
    family: "shapes",
    requirement: "agent.ip-address",
    fault: "shows an agent by itself with ip_address and last_ping_at, which lists call ip-address and last-ping-at.",
    alteration: resources("showAgent", (agent) => {
      const renamed = Object.entries(agent.attributes).map(([name, value]) => [name.replaceAll("-", "_"), value]);
      return { ...agent, attributes: Object.fromEntries(renamed) };
    }),
  },
  {
    id: "flattens-attributes",
    family: "shapes",
    requirement: "agent-pool.attributes",
    fault: "shows the attributes of a pool beside its id.",
    alteration: resources("showAgentPool", ({ attributes, ...pool }) => ({ ...attributes, ...pool })),
  },
  {
    id: "answers-updates-without-relationships",
    family: "shapes",
    requirement: "agent-pool.relationships",
    fault: "answers an update with the attributes of the pool, and without its relationships.",
    alteration: resources("updateAgentPool", ({ relationships, ...pool }) => pool),
  },
  {
    id: "names-pools-in-the-singular",
    family: "shapes",
    requirement: "agent-pool.type",
    fault: "gives a new pool the type agent-pool.",
    alteration: resources("createAgentPool", (pool) => ({ ...pool, type: "agent-pool" })),
  },
  {
    id: "numbers-agents",
    family: "shapes",
    requirement: "agent.id",
    fault: "lists the ids of agents as the numbers at their end.",
    alteration: resources("listAgents", (agent) => ({ ...agent, id: Number(String(agent.id).replaceAll(/\D/g, "")) })),
  },
  {
    id: "gives-new-pools-null-for-workspaces",
    family: "shapes",
    requirement: "create-agent-pool.no-workspaces",
    fault: "gives null in place of an empty array where a new pool has no workspaces.",
    alteration: workspaces("createAgentPool", () => null),
  },
  {
    id: "unwraps-a-single-workspace",
    family: "shapes",
    requirement: "agent-pool.workspaces",
    fault: "gives the one workspace of a pool without the array around it.",
    alteration: workspaces(["listAgentPools", "showAgentPool"], (identifiers) =>
      identifiers.length === 1 ? identifiers[0] : identifiers,
    ),
  },
  {
    id: "names-workspaces-without-their-type",
    family: "shapes",
    requirement: "agent-pool.workspace-identifier",
    fault: "names workspaces by their ids only.",
    alteration: workspaces(["listAgentPools", "showAgentPool"], (identifiers) => identifiers.map(({ id }) => ({ id }))),
  },
  ...documentsMutants,
  ...shapesLinksMutants,
];
