import { valueAt } from "../../src/contract/json-pointer.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { textAt } from "../kit/text-at.ts";

/** Where a pool is created ("Create an Agent Pool"): the account, the environment given, or the other one of the account. */
export type Scope = "account" | "environment" | "otherEnvironment";

/** A pool that a check has created. */
export interface OwnPool {
  readonly id: string;
  readonly name: string;
  readonly scope: Scope;
  readonly path: { readonly agent_pool: string };
  /** The exchange that created it. */
  readonly created: Exchange;
}

export interface NewPool {
  /** A fresh one unless given. */
  readonly name?: string;
  /** The environment given unless said. */
  readonly scope?: Scope;
  /** Left out of the request unless given. */
  readonly workspaces?: readonly string[];
}

/** What a change names, beside the type. */
export interface Change {
  readonly id?: string;
  readonly name?: string;
  readonly relationships?: Readonly<Record<string, unknown>>;
}

/** Creates a pool that the check needs; ends the check as unverified if that fails. */
export async function createPool(context: CheckContext, wanted: NewPool = {}): Promise<OwnPool> {
  const body = poolBody(context, wanted);
  return ownPool(context, wanted.scope, body, await context.prepare("createAgentPool", { body }));
}

/** The pool that a request has created. */
export function ownPool(
  context: CheckContext,
  scope: Scope | undefined,
  body: ReturnType<typeof poolBody>,
  created: Exchange,
): OwnPool {
  const id = textAt(context, created, "/data/id");
  return { id, name: body.data.attributes.name, scope: scope ?? "environment", path: { agent_pool: id }, created };
}

/** The body that creates a pool. */
export function poolBody(context: CheckContext, { name, scope = "environment", workspaces }: NewPool = {}) {
  const relationships = { ...scopeLinkage(context, scope), ...(workspaces && workspaceLinkage(workspaces)) };
  return { data: { type: "agent-pools", attributes: { name: name ?? context.freshName() }, relationships } };
}

/** Asks for a change of a pool, which the body names too, as in the page's sample. */
export function changeAsk(pool: Pick<OwnPool, "id" | "path">, change: Change): Ask {
  return { path: pool.path, body: changeBody({ id: pool.id, ...change }) };
}

export function changeBody({ id, name, relationships }: Change) {
  return {
    data: {
      type: "agent-pools",
      ...(id !== undefined && { id }),
      ...(name !== undefined && { attributes: { name } }),
      ...(relationships && { relationships }),
    },
  };
}

export function scopeLinkage(context: CheckContext, scope: Scope) {
  const id = scopeId(context, scope);
  return scope === "account"
    ? { account: { data: { type: "accounts", id } } }
    : { environment: { data: { type: "environments", id } } };
}

export function workspaceLinkage(ids: readonly string[]) {
  return { workspaces: { data: ids.map((id) => ({ type: "workspaces", id })) } };
}

export function scopeId(context: CheckContext, scope: Scope): string {
  return scope === "otherEnvironment" ? neededFixture(context, scope) : context.datum(scope);
}

/** The scopes in which pools can be created with what the target names. */
export function scopesAtHand(context: CheckContext): readonly Scope[] {
  context.wants("otherEnvironment");
  const all: readonly Scope[] = ["environment", "account", "otherEnvironment"];
  return context.fixture("otherEnvironment") === undefined ? all.slice(0, 2) : all;
}

/** The first id of a fixture; ends the check as unverified without one. */
export function neededFixture(context: CheckContext, name: string): string {
  const remedy = `pass --fixture ${name}=ID, or --without ${name}`;
  return context.fixture(name) ?? context.unverified(`there is no fixture ${name}: ${remedy}`, name);
}

/** Reads a pool of which the check has yet to say whether it has to be there. */
export function lookAt(context: CheckContext, path: OwnPool["path"], ask: Ask = {}): Promise<Exchange> {
  return context.judge("getAgentPool", { ...ask, path }, "either");
}

/** An id that is only part of another one, or has it as a part. */
export const partOf = (id: string): string => (id.length > 1 ? id.slice(0, -1) : `${id}0`);

/** `id (name)`, as findings speak of a pool. */
export function labelOf({ id, name }: Pick<OwnPool, "id" | "name">): string {
  return `${id} (${name})`;
}

/** The pool of an answer about one. */
export const poolIn = ({ json }: Pick<Exchange, "json">): unknown => valueAt(json, "/data");
