import type { TerraformStore } from "../../../src/reference/terraform/store.ts";
import { operation } from "../../proof/alterations.ts";
import { agentIdIn, asMemberOfAll, isRefused, poolBody, poolIdIn } from "./stored-pools.ts";
import type { TerraformMutant } from "./terraform-mutant.ts";

/** Carries an operation out for whoever has a token. */
function forEverybody(id: string) {
  return operation<TerraformStore>(id, (asked, sound, store) => sound(asMemberOfAll(asked, store)));
}

/** What belongs to another tenant than the user's, or is kept from a user who may only read. */
export const tenantMutants: readonly TerraformMutant[] = [
  {
    id: "shows-foreign-pools",
    family: "refusals",
    requirement: "show-agent-pool.unauthorized",
    fault: "shows a pool to users who have no part in its organization.",
    alteration: forEverybody("showAgentPool"),
  },
  {
    id: "shows-foreign-agents",
    family: "refusals",
    requirement: "show-agent.unauthorized",
    fault: "shows an agent to users who have no part in its organization.",
    alteration: forEverybody("showAgent"),
  },
  {
    id: "lists-foreign-agents",
    family: "refusals",
    requirement: "list-agents.unauthorized",
    fault: "lists the agents of a pool to users who have no part in its organization.",
    alteration: forEverybody("listAgents"),
  },
  {
    id: "filters-foreign-agents",
    family: "refusals",
    requirement: "list-agents.unauthorized",
    fault: "looks for the user's part in a pool only where it lists all agents, and not where it filters them.",
    alteration: operation<TerraformStore>("listAgents", (asked, sound, store) =>
      sound(asked.query.has("filter[last-ping-since]") ? asMemberOfAll(asked, store) : asked),
    ),
  },
  {
    id: "sorts-foreign-pools",
    family: "refusals",
    requirement: "list-agent-pools.foreign-organization",
    fault: "lists the pools of an organization to users who have no part in it, if they are to be sorted.",
    alteration: operation<TerraformStore>("listAgentPools", (asked, sound, store) =>
      sound(asked.query.has("sort") ? asMemberOfAll(asked, store) : asked),
    ),
  },
  {
    id: "deletes-foreign-pools",
    family: "refusals",
    requirement: "delete-agent-pool.foreign-pool",
    fault: "deletes a pool for users who have no part in its organization.",
    alteration: forEverybody("deleteAgentPool"),
  },
  {
    id: "lists-own-pools-under-any-organization",
    family: "refusals",
    requirement: "list-agent-pools.foreign-organization",
    fault:
      "overlooks the organization in the path if there is one of that name, and lists the pools of the user's own.",
    alteration: operation<TerraformStore>("listAgentPools", (asked, sound, { organizations }) => {
      const { organization_name: named = "" } = asked.params;
      const [own = named] = asked.identity.memberOf;
      return sound(
        organizations.has(named) ? { ...asked, params: { ...asked.params, organization_name: own } } : asked,
      );
    }),
  },
  {
    id: "renames-foreign-pools-and-then-refuses",
    family: "refusals",
    requirement: "errors.nothing-changed",
    fault: "answers 404 to the update of a pool of another organization, and has renamed it by then.",
    alteration: operation<TerraformStore>("updateAgentPool", (asked, sound, store) => {
      const refusal = sound(asked);
      const isForeign = !asked.identity.memberOf.includes(store.pools.get(poolIdIn(asked))?.organization ?? "");
      if (isRefused(refusal) && isForeign) sound(asMemberOfAll(asked, store));
      return refusal;
    }),
  },
  {
    id: "admits-that-an-organization-exists",
    family: "refusals",
    requirement: "create-agent-pool.unauthorized",
    fault: "answers 403 in place of 404 to a creation in an organization where the user may not create pools.",
    alteration: operation<TerraformStore>("createAgentPool", (asked, sound, { organizations }) => {
      const outcome = sound(asked);
      const isThere = organizations.has(asked.params.organization_name ?? "");
      return isRefused(outcome) && outcome.status === 404 && isThere ? { ...outcome, status: 403 } : outcome;
    }),
  },
  {
    id: "looks-at-the-status-before-the-user",
    family: "refusals",
    requirement: "delete-agent.unauthorized",
    fault: "answers 412 for an agent at work to users who may not delete any agent of that organization.",
    alteration: operation<TerraformStore>("deleteAgent", (asked, sound, { agents }) => {
      const isAtWork = ["busy", "idle"].includes(agents.get(agentIdIn(asked))?.status ?? "");
      return isAtWork ? { status: 412, title: "precondition failed", detail: "The agent is at work." } : sound(asked);
    }),
  },
  {
    id: "shows-a-foreign-pool-while-refusing-it",
    family: "refusals",
    requirement: "errors.no-data",
    fault: "answers 404 for the pool of another organization, and adds it to the errors.",
    alteration: operation<TerraformStore>("showAgentPool", (asked, sound, { pools }) => {
      const outcome = sound(asked);
      const pool = pools.get(poolIdIn(asked));
      if (!isRefused(outcome) || !pool) return outcome;
      const errors = [{ status: "404", title: outcome.title }];
      return { status: outcome.status, body: { errors, ...poolBody(pool, asked) } };
    }),
  },
];
