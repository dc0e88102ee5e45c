import type { PulumiRequirementId } from "../../../generated/pulumi/requirements.ts";
import type { PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { operation } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { askAsOf, poolIdIn } from "./stored-pools.ts";

/** Organizations that are not looked for, or not looked at. */
export const tenantMutants: readonly Mutant<PulumiStore, PulumiRequirementId>[] = [
  {
    id: "creates-organizations-on-the-way",
    family: "refusals",
    requirement: "create-agent-pool.unknown-organization-refused",
    fault: "creates the organization that a new pool names, where there is none.",
    alteration: operation<PulumiStore>("createAgentPool", (asked, sound, store) => {
      const { organization = "" } = asked.params;
      if (store.organizations.has(organization)) return sound(asked);
      store.organizations.add(organization);
      return askAsOf(organization, asked, sound);
    }),
  },
  {
    id: "lists-nothing-for-unknown-organizations",
    family: "refusals",
    requirement: "list-agent-pools.unknown-organization-refused",
    fault: "answers an empty list for an organization that does not exist.",
    alteration: operation<PulumiStore>("listAgentPools", (asked, sound, store) =>
      store.organizations.has(asked.params.organization ?? "")
        ? sound(asked)
        : { status: 200, body: { agentPools: [] } },
    ),
  },
  {
    id: "lists-the-own-pools-whoever-is-named",
    family: "refusals",
    requirement: "list-agent-pools.unknown-organization-refused",
    fault: "lists the pools of the user's own organization, whichever the path names.",
    alteration: operation("listAgentPools", (asked, sound) =>
      sound({ ...asked, params: { ...asked.params, organization: asked.identity.memberOf[0] ?? "" } }),
    ),
  },
  {
    id: "shows-pools-of-any-organization",
    family: "refusals",
    requirement: "get-agent-pool.foreign-pool-refused",
    fault: "finds a pool by its id alone, so that another organization's is shown as well.",
    alteration: operation<PulumiStore>("getAgentPool", (asked, sound, { pools }) => {
      const pool = pools.get(poolIdIn(asked));
      const isOwnPath = asked.identity.memberOf.includes(asked.params.organization ?? "");
      return pool && isOwnPath ? askAsOf(pool.organization, asked, sound) : sound(asked);
    }),
  },
  {
    id: "shows-pools-of-organizations-that-do-not-exist",
    family: "refusals",
    requirement: "get-agent-pool.unknown-organization-refused",
    fault: "shows the user's pool at the address of an organization that does not exist.",
    alteration: operation<PulumiStore>("getAgentPool", (asked, sound, { organizations }) => {
      const [organization = ""] = asked.identity.memberOf;
      if (organizations.has(asked.params.organization ?? "")) return sound(asked);
      return sound({ ...asked, params: { ...asked.params, organization } });
    }),
  },
  {
    id: "updates-pools-of-organizations-that-the-user-does-not-belong-to",
    family: "refusals",
    requirement: "update-agent-pool.foreign-pool-refused",
    fault: "asks on reading only whether the user belongs to the organization, and lets everybody update its pools.",
    alteration: operation<PulumiStore>("updateAgentPool", (asked, sound) =>
      askAsOf(asked.params.organization ?? "", asked, sound),
    ),
  },
  {
    id: "deletes-pools-of-any-organization",
    family: "refusals",
    requirement: "delete-agent-pool.foreign-pool-refused",
    fault: "deletes a pool by its id alone, so that another organization's can be deleted as well.",
    alteration: operation<PulumiStore>("deleteAgentPool", (asked, sound, { pools }) => {
      const organization = pools.get(poolIdIn(asked))?.organization;
      const isOwnPath = asked.identity.memberOf.includes(asked.params.organization ?? "");
      if (!isOwnPath || !organization || organization === asked.params.organization) return sound(asked);
      return askAsOf(organization, asked, sound);
    }),
  },
  {
    id: "looks-for-the-organization-after-deleting",
    family: "refusals",
    requirement: "delete-agent-pool.unknown-organization-refused",
    fault: "answers 404 where there is no such organization, and has deleted the pool by then.",
    alteration: operation<PulumiStore>("deleteAgentPool", (asked, sound, store) => {
      const outcome = sound(asked);
      if (!store.organizations.has(asked.params.organization ?? "")) store.pools.delete(poolIdIn(asked));
      return outcome;
    }),
  },
];
