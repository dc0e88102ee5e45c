import type { Problem } from "../../../src/apis/api.ts";
import type { Asked, Outcome } from "../../../src/reference/service.ts";
import { poolResource } from "../../../src/reference/terraform/documents.ts";
import type { AgentPool, TerraformStore } from "../../../src/reference/terraform/store.ts";
import { type Answerer, operation } from "../../proof/alterations.ts";

/** The body of a request that creates or updates a pool; all of it may be missing where faulty servers look. */
export interface PoolDocument {
  readonly data: {
    readonly id?: string;
    readonly type?: unknown;
    readonly attributes?: { readonly name?: unknown; readonly "created-at"?: unknown };
    readonly relationships?: unknown;
  };
}

export function poolIdIn({ params }: Asked): string {
  return params.agent_pool_id ?? "";
}

export function agentIdIn({ params }: Asked): string {
  return params.agent_id ?? "";
}

export function nameIn({ body }: Asked): unknown {
  return (body as PoolDocument).data.attributes?.name;
}

/** The moment of creation that a body claims. */
export function createdAtIn({ body }: Asked): Date | undefined {
  const moment = (body as PoolDocument).data.attributes?.["created-at"];
  return typeof moment === "string" ? new Date(moment) : undefined;
}

/** The request with another name in its body, or with none. */
export function withName(asked: Asked, name: string | undefined): Asked {
  const { data } = asked.body as PoolDocument;
  return { ...asked, body: { data: { ...data, attributes: { ...data.attributes, name } } } };
}

export function isRefused<T extends object>(outcome: T | Problem): outcome is Problem {
  return "title" in outcome;
}

/** The request as a user who may write would send it. */
export function asWriter(asked: Asked): Asked {
  return { ...asked, identity: { ...asked.identity, mayWrite: true } };
}

/** The request as a member of every organization would send it. */
export function asMemberOfAll(asked: Asked, { organizations }: TerraformStore): Asked {
  return { ...asked, identity: { ...asked.identity, memberOf: [...organizations] } };
}

export function poolBody(pool: AgentPool, { baseUrl }: Asked) {
  return { data: poolResource(pool, new URL(baseUrl).pathname) };
}

/** Does something to a pool that has just been created. What it returns is answered in place of the sound answer. */
export function created(change: (pool: AgentPool, store: TerraformStore, asked: Asked) => Outcome | undefined) {
  return operation<TerraformStore>("createAgentPool", (asked, sound, store) => {
    const outcome = sound(asked);
    return isRefused(outcome) ? outcome : (change(poolOf(outcome, store), store, asked) ?? outcome);
  });
}

/** Does something to a pool that has just been updated; `before` is a copy of what it was. */
export function updated(
  change: (before: AgentPool, pool: AgentPool, store: TerraformStore, asked: Asked) => Outcome | undefined,
) {
  return operation<TerraformStore>("updateAgentPool", (asked, sound, store) => {
    const pool = store.pools.get(poolIdIn(asked));
    const before = pool && { ...pool };
    const outcome = sound(asked);
    return (pool && before && !isRefused(outcome) && change(before, pool, store, asked)) || outcome;
  });
}

/** Creates a pool without a look at its name. */
export function createRegardless(asked: Asked, sound: Answerer, store: TerraformStore): Outcome {
  const name = nameIn(asked);
  const outcome = sound(withName(asked, crypto.randomUUID()));
  if (isRefused(outcome)) return outcome;
  const pool = poolOf(outcome, store);
  pool.name = name as string;
  return { ...outcome, body: poolBody(pool, asked) };
}

/** Updates a pool without a look at its new name. */
export function updateRegardless(asked: Asked, sound: Answerer, store: TerraformStore): Outcome {
  const name = nameIn(asked);
  const outcome = sound(withName(asked, undefined));
  const pool = store.pools.get(poolIdIn(asked));
  if (isRefused(outcome) || !pool || name === undefined) return outcome;
  pool.name = name as string;
  return { ...outcome, body: poolBody(pool, asked) };
}

/** Throws as a program does that uses what it has not found. */
export function fail(message = "Cannot read properties of undefined"): never {
  throw new TypeError(message);
}

function poolOf(outcome: Outcome, { pools }: TerraformStore): AgentPool {
  const { data } = (outcome as { body: { data: { id: string } } }).body;
  return pools.get(data.id) ?? fail(`there is no pool ${data.id}`);
}
