import type { components } from "../../../generated/scalr/types.ts";
import type { Problem } from "../../apis/api.ts";
import type { Identity } from "../service.ts";
import { forbidden, invalidRelationship, relatedNotFound } from "./problems.ts";
import type { ScalrStore, Scope, Workspace } from "./store.ts";

type Relationships = Pick<components["schemas"]["CreateAgentPoolRelationships"], "account" | "environment">;

/**
 * The scope that a request gives a pool. An environment wins over its account, which may be sent along.
 * @param current the scope of a pool that is there; what the request leaves out keeps it
 */
export function readScope(
  store: ScalrStore,
  identity: Identity,
  sent: Relationships,
  current?: Scope,
): Scope | Problem {
  const { account: accountSent, environment: environmentSent } = sent;
  const account = store.accounts.get(accountSent?.data.id ?? "");
  if (accountSent && !account) {
    return relatedNotFound("account", accountSent.data.id, "/data/relationships/account/data/id");
  }
  const environment = store.environments.get(environmentSent?.data.id ?? current?.environmentId ?? "");
  if (environmentSent && !environment) {
    return relatedNotFound("environment", environmentSent.data.id, "/data/relationships/environment/data/id");
  }
  const accountId = account?.id ?? environment?.accountId ?? current?.accountId;
  if (accountId === undefined) {
    return invalidRelationship("A pool needs a scope: name an account or an environment.", "/data");
  }
  // The page has 403 for a scope that is not the user's, though 404 would hide that it exists.
  const involved = [accountId, environment?.accountId ?? accountId];
  if (!involved.every((id) => identity.memberOf.includes(id))) return forbidden;
  if (environment && environment.accountId !== accountId) {
    const detail = `The environment ${environment.id} is not one of the account ${accountId}.`;
    return invalidRelationship(detail, "/data/relationships/account");
  }
  return { accountId, environmentId: environment?.id ?? null };
}

export function isSameScope(a: Scope, b: Scope): boolean {
  return a.accountId === b.accountId && a.environmentId === b.environmentId;
}

/** Whether a workspace may use the pools of a scope: all of an account's workspaces, or only those of one environment. */
export function isWithin({ environments }: ScalrStore, scope: Scope, { environmentId }: Workspace): boolean {
  return scope.environmentId === null
    ? environments.get(environmentId)?.accountId === scope.accountId
    : environmentId === scope.environmentId;
}
