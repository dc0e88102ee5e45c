import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { fronted, operation } from "../../proof/alterations.ts";
import { errorsMutants } from "./refusals-errors.ts";
import { tenantMutants } from "./refusals-tenants.ts";
import { agentIdIn, fail, isRefused, nameIn, poolIdIn } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

const documentedMethods = ["GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"];

export const refusalsMutants: readonly TerraformMutant[] = [
  {
    id: "gives-an-empty-list-for-an-unknown-organization",
    family: "refusals",
    requirement: "list-agent-pools.not-found",
    fault: "finds no pools of an organization that does not exist, and answers 200 with an empty list.",
    alteration: operation<TerraformStore>("listAgentPools", (asked, sound, { organizations }) => {
      const name = asked.params.organization_name ?? "";
      if (organizations.has(name)) return sound(asked);
      organizations.add(name);
      const outcome = sound({ ...asked, identity: { ...asked.identity, memberOf: [name] } });
      organizations.delete(name);
      return outcome;
    }),
  },
  {
    id: "fails-to-list-agents-of-an-unknown-pool",
    family: "refusals",
    requirement: "list-agents.not-found",
    fault: "answers 500 to a list of the agents of a pool that does not exist.",
    alteration: operation<TerraformStore>("listAgents", (asked, sound, { pools }) =>
      pools.has(poolIdIn(asked)) ? sound(asked) : fail(),
    ),
  },
  {
    id: "shows-null-for-an-unknown-pool",
    family: "refusals",
    requirement: "show-agent-pool.not-found",
    fault: "answers 200 and null as data for a pool that does not exist.",
    alteration: operation<TerraformStore>("showAgentPool", (asked, sound, { pools }) =>
      pools.has(poolIdIn(asked)) ? sound(asked) : { status: 200, body: { data: null } },
    ),
  },
  {
    id: "finds-agents-by-the-beginning-of-an-id",
    family: "refusals",
    requirement: "show-agent.not-found",
    fault: "shows the first agent whose id begins with the one in the path.",
    alteration: operation<TerraformStore>("showAgent", (asked, sound, { agents }) => {
      const id = [...agents.keys()].find((each) => each.startsWith(agentIdIn(asked))) ?? agentIdIn(asked);
      return sound({ ...asked, params: { ...asked.params, agent_id: id } });
    }),
  },
  {
    id: "creates-pools-by-updating-them",
    family: "refusals",
    requirement: "update-agent-pool.not-found",
    fault: "creates the pool that an update does not find, with the id from the path.",
    alteration: {
      service: (service, store, surroundings) => {
        const upserting = operation<TerraformStore>("updateAgentPool", (asked, sound, { pools }) => {
          const id = poolIdIn(asked);
          const [organization] = asked.identity.memberOf;
          if (!pools.has(id) && organization && asked.identity.mayWrite) {
            const name = String(nameIn(asked) ?? id);
            pools.set(id, { id, organization, name, createdAt: surroundings.clock(), workspaceIds: [] });
          }
          return sound(asked);
        });
        return upserting.service?.(service, store, surroundings) ?? service;
      },
    },
  },
  {
    id: "deletes-agents-that-are-not-there",
    family: "refusals",
    requirement: "delete-agent.not-found",
    fault: "answers 204 to the deletion of an agent that does not exist.",
    alteration: operation<TerraformStore>("deleteAgent", (asked, sound, { agents }) =>
      agents.has(agentIdIn(asked)) ? sound(asked) : { status: 204 },
    ),
  },
  {
    id: "deletes-pools-that-are-not-there",
    family: "refusals",
    requirement: "delete-agent-pool.unknown-pool",
    fault: "answers 204 to the deletion of a pool that does not exist.",
    alteration: operation<TerraformStore>("deleteAgentPool", (asked, sound, { pools }) =>
      pools.has(poolIdIn(asked)) ? sound(asked) : { status: 204 },
    ),
  },
  {
    id: "deletes-idle-agents",
    family: "refusals",
    requirement: "delete-agent.not-deletable",
    fault: "refuses to delete busy agents, and deletes idle ones.",
    alteration: operation<TerraformStore>("deleteAgent", (asked, sound, { agents }) => {
      const agent = agents.get(agentIdIn(asked));
      if (agent?.status !== "idle") return sound(asked);
      agent.status = "exited";
      const outcome = sound(asked);
      if (isRefused(outcome)) agent.status = "idle";
      return outcome;
    }),
  },
  {
    id: "keeps-unknown-agents",
    family: "refusals",
    requirement: "delete-agent.deletable",
    fault: "answers 412 to the deletion of an agent that is unknown.",
    alteration: operation<TerraformStore>("deleteAgent", (asked, sound, { agents }) => {
      const agent = agents.get(agentIdIn(asked));
      if (agent?.status !== "unknown") return sound(asked);
      agent.status = "busy";
      const refusal = sound(asked);
      agent.status = "unknown";
      return refusal;
    }),
  },
  {
    id: "answers-409-for-agents-at-work",
    family: "refusals",
    requirement: "delete-agent.not-deletable",
    fault: "answers 409 in place of 412 to the deletion of an agent that is busy or idle.",
    alteration: operation("deleteAgent", (asked, sound) => {
      const outcome = sound(asked);
      return isRefused(outcome) && outcome.status === 412 ? { ...outcome, status: 409 } : outcome;
    }),
  },
  {
    id: "deletes-agents-and-then-looks-at-their-status",
    family: "refusals",
    requirement: "errors.nothing-changed",
    fault: "answers 412 to the deletion of a busy agent, and has deleted it by then.",
    alteration: operation<TerraformStore>("deleteAgent", (asked, sound, { agents }) => {
      const outcome = sound(asked);
      if (outcome.status === 412 && agents.get(agentIdIn(asked))?.status === "busy") agents.delete(agentIdIn(asked));
      return outcome;
    }),
  },
  {
    id: "fails-on-methods-that-it-does-not-know",
    family: "refusals",
    requirement: "errors.no-server-error",
    fault: "answers 500 to a method that it has no code for.",
    alteration: fronted((request, sound) =>
      documentedMethods.includes(request.method)
        ? sound(request)
        : Response.json({ errors: [{ status: "500", title: "no handler" }] }, { status: 500 }),
    ),
  },
  ...errorsMutants,
  ...tenantMutants,
];
