import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Asked, Outcome } from "../../../src/reference/service.ts";
import { operation } from "../../proof/alterations.ts";
import type { Mutant } from "../../proof/mutant.ts";
import { listing, soundSteps } from "./listing.ts";
import { documentIn, poolIdIn, sentIn, showAgain, without, withSent } from "./stored-pools.ts";

/** What is kept apart of the accounts in most places, and in one is not. */
export const tenantMutants: readonly Mutant<ScalrStore, ScalrRequirementId>[] = [
  {
    id: "finds-pools-of-other-accounts-by-environment",
    family: "authentication",
    requirement: "list-agent-pools.membership",
    fault: "lists the pools of the user's account, and with filter[environment] those of any environment.",
    alteration: listing({
      see: (store, identity, query) =>
        query.has("filter[environment]") ? [...store.pools.values()] : soundSteps.see(store, identity, query),
    }),
  },
  {
    id: "lists-all-pools-where-nothing-is-filtered",
    family: "authentication",
    requirement: "list-agent-pools.membership",
    fault: "lists the pools of every account to users of the second one who filter nothing.",
    alteration: listing({
      see: (store, identity, query) =>
        identity.memberOf.includes("acc-seed0002") && ![...query.keys()].some((key) => key.startsWith("filter["))
          ? [...store.pools.values()]
          : soundSteps.see(store, identity, query),
    }),
  },
  {
    id: "creates-pools-of-other-accounts",
    family: "authentication",
    requirement: "create-agent-pool.unauthorized",
    fault: "creates a pool at the scope of any account; an environment has to be the user's.",
    alteration: operation<ScalrStore>("createAgentPool", (asked, sound, store) =>
      sentIn(asked).relationships?.account ? sound(asMemberOfAll(asked, store)) : sound(asked),
    ),
  },
  {
    id: "creates-pools-with-workspaces-of-other-accounts",
    family: "authentication",
    requirement: "errors.refused",
    fault: "links a new pool to workspaces that the user does not see.",
    alteration: operation<ScalrStore>("createAgentPool", linkingStrangers),
  },
  {
    id: "links-workspaces-of-other-accounts",
    family: "authentication",
    requirement: "errors.refused",
    fault: "links a pool to workspaces that the user does not see when it is changed.",
    alteration: operation<ScalrStore>("updateAgentPool", linkingStrangers),
  },
  {
    id: "moves-pools-into-other-accounts",
    family: "authentication",
    requirement: "errors.refused",
    fault: "moves a pool of the user's to an environment that is not.",
    alteration: operation<ScalrStore>("updateAgentPool", (asked, sound, store) => {
      const isOwn = asked.identity.memberOf.includes(store.pools.get(poolIdIn(asked))?.accountId ?? "");
      return isOwn ? sound(asMemberOfAll(asked, store)) : sound(asked);
    }),
  },
];

function asMemberOfAll(asked: Asked, { accounts }: ScalrStore): Asked {
  return { ...asked, identity: { ...asked.identity, memberOf: [...accounts.keys()] } };
}

/** Links the workspaces of other accounts after all has been done that may be. */
function linkingStrangers(asked: Asked, sound: (asked: Asked) => Outcome, store: ScalrStore): Outcome {
  const data = sentIn(asked);
  const strangers = (data.relationships?.workspaces?.data ?? []).filter(({ id }) => {
    const { accountId } = store.environments.get(store.workspaces.get(id)?.environmentId ?? "") ?? {};
    return accountId !== undefined && !asked.identity.memberOf.includes(accountId);
  });
  if (strangers.length === 0) return sound(asked);
  const outcome = sound(withSent(asked, without("workspaces", data)));
  if ("title" in outcome) return outcome;
  const poolId = documentIn(outcome).data.id;
  for (const { id } of strangers) {
    const workspace = store.workspaces.get(id);
    if (workspace) store.workspaces.set(id, { ...workspace, poolId });
  }
  return showAgain(outcome, poolId, store, asked);
}
