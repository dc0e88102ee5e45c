import type { Alteration } from "../../../src/reference/alteration.ts";
import { nothingToList } from "../../../src/reference/scalr/problems.ts";
import type { ScalrStore } from "../../../src/reference/scalr/store.ts";
import { operation } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { listing, soundSteps } from "../mutants/listing.ts";
import { documentIn, sending, sentIn, showAgain, withSent } from "../mutants/stored-pools.ts";

/** Filters by account and environment in the other sense of each. */
export function filtering(other: {
  readonly account?: boolean;
  readonly environment?: boolean;
}): Alteration<ScalrStore> {
  return listing({
    filter: (pools, query, store) => {
      const accountId = query.get("filter[account]");
      const environmentId = query.get("filter[environment]");
      const rest = new URLSearchParams(query);
      if (other.environment) rest.delete("filter[environment]");
      const usable = store.environments.get(environmentId ?? "")?.accountId;
      return soundSteps
        .filter(pools, rest, store)
        .filter((pool) => !other.account || accountId === null || pool.environmentId === null)
        .filter(
          (pool) =>
            !other.environment ||
            environmentId === null ||
            pool.environmentId === environmentId ||
            (pool.environmentId === null && pool.accountId === usable),
        );
    },
  });
}

/** Gives a new pool the id that is sent, if it is free. */
export const takingIds = operation<ScalrStore>("createAgentPool", (asked, sound, store) => {
  const { id } = sentIn(asked);
  if (id === undefined) return sound(asked);
  if (store.pools.has(id)) return { status: 409, title: "conflict", detail: "Another pool has this id." };
  const outcome = sound(asked);
  if ("title" in outcome) return outcome;
  const made = store.pools.get(documentIn(outcome).data.id);
  if (!made) return outcome;
  store.pools.delete(made.id);
  store.pools.set(id, { ...made, id });
  for (const workspace of store.workspaces.values()) {
    if (workspace.poolId === made.id) store.workspaces.set(workspace.id, { ...workspace, poolId: id });
  }
  const headers = { ...outcome.headers, Location: `${asked.baseUrl}/agent-pools/${id}` };
  return { ...showAgain(outcome, id, store, asked), headers };
});

/** Gives a pool without scope that of the user's account. */
export const defaultingScope = operation<ScalrStore>("createAgentPool", (asked, sound) => {
  const { relationships = {}, ...data } = sentIn(asked);
  const [id] = asked.identity.memberOf;
  if (relationships.account || relationships.environment || id === undefined) return sound(asked);
  const account = { data: { type: "accounts" as const, id } };
  return sound(withSent(asked, { ...data, relationships: { ...relationships, account } }));
});

/** Refuses to filter by accounts and environments that the user does not have. */
export const filteringByOwnOnly = operation<ScalrStore>("listAgentPools", (asked, sound, { environments }) => {
  const { query, identity } = asked;
  const environmentId = query.get("filter[environment]");
  const accountIds = [
    query.get("filter[account]"),
    environmentId && (environments.get(environmentId)?.accountId ?? environmentId),
  ];
  return accountIds.every((id) => id === null || identity.memberOf.includes(id)) ? sound(asked) : nothingToList;
});

/** Changes the pool of the path, whatever id the body has. */
export const overlookingIds = sending("updateAgentPool", ({ id: _, ...data }) => data);

export const readingVariants: readonly Variant<ScalrStore>[] = [
  {
    id: "filters-by-the-scope-of-accounts",
    difference: "keeps with filter[account] only pools whose scope is the account itself.",
    alteration: filtering({ account: true }),
  },
  {
    id: "filters-by-what-an-environment-can-use",
    difference: "keeps with filter[environment] the pools of its account as well.",
    alteration: filtering({ environment: true }),
  },
  {
    id: "answers-404-to-filters-by-what-is-not-there",
    difference: "answers 404 to filters by an account or environment that the user does not have.",
    alteration: filteringByOwnOnly,
  },
  {
    id: "takes-the-ids-of-clients",
    difference: "gives a new pool the id that is sent along.",
    alteration: takingIds,
  },
  {
    id: "takes-the-account-for-the-scope",
    difference: "creates a pool of the account where no scope is sent.",
    alteration: defaultingScope,
  },
  {
    id: "overlooks-ids-in-changes",
    difference: "changes the pool of the path, whatever data.id names.",
    alteration: overlookingIds,
  },
];
