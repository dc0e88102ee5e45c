import { agentsmesh } from "../../apis/agentsmesh.ts";
import type { Problem } from "../../apis/api.ts";
import type { Identity, Outcome } from "../service.ts";

/** The scope that every operation of the page needs. */
const requiredScope = "runners:read";

interface Key {
  readonly identity: Identity;
  readonly scopes: readonly string[];
  readonly isDisabled: boolean;
}

/** An organization's key. None may write, as the API only reads. */
const keyOf = (organization: string, scopes: readonly string[], isDisabled = false): Key => ({
  identity: { memberOf: [organization], mayWrite: false },
  scopes,
  isDisabled,
});

const keys: Readonly<Record<string, Key>> = {
  "reference-token": keyOf("my-organization", [requiredScope]),
  "other-token": keyOf("other-organization", [requiredScope]),
  "no-scope-token": keyOf("my-organization", ["pods:read"]),
  "disabled-token": keyOf("my-organization", [requiredScope], true),
};

/** Tokens that the server knows. */
export const agentsmeshTokens: Readonly<Record<string, Identity>> = Object.fromEntries(
  Object.entries(keys).map(([token, { identity }]) => [token, identity]),
);

/** Why the key of a user is of no use here; undefined for one that is. */
export function refuseKey(identity: Identity): Outcome | undefined {
  const key = Object.values(keys).find((each) => each.identity === identity);
  if (!key || key.isDisabled) return keyDisabled;
  if (key.scopes.includes(requiredScope)) return undefined;
  return { status: 403, body: { ...agentsmesh.errorBody(scopeMissing), required_scopes: [requiredScope] } };
}

const keyDisabled: Problem = { status: 403, title: "api key disabled", detail: "The API key is disabled." };

const scopeMissing: Problem = { status: 403, title: "insufficient scope", detail: "The API key lacks a scope." };
