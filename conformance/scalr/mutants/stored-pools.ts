import type { components } from "../../../generated/scalr/types.ts";
import type { Reply } from "../../../src/front/api-front.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import { poolResource } from "../../../src/reference/scalr/documents.ts";
import type { AgentPool, ScalrStore } from "../../../src/reference/scalr/store.ts";
import type { Asked, Outcome } from "../../../src/reference/service.ts";
import { type Answerer, operation } from "../../proof/alterations.ts";

type PoolDocument = components["schemas"]["AgentPoolDocument"];

/** The pool that a request sends, of which anything may be missing. */
export type SentPool = Omit<Partial<components["schemas"]["CreateAgentPool"]>, "attributes"> & {
  readonly attributes?: { readonly name?: string };
};

/** Does something to a pool that has just been created. What it returns is answered in place of the sound answer. */
export function created(
  change: (pool: AgentPool, store: ScalrStore, asked: Asked, reply: Reply) => Outcome | undefined,
): Alteration<ScalrStore> {
  return operation<ScalrStore>("createAgentPool", (asked, sound, store) => {
    const outcome = sound(asked);
    if ("title" in outcome) return outcome;
    const pool = store.pools.get(documentIn(outcome).data.id);
    return (pool && change(pool, store, asked, outcome)) ?? outcome;
  });
}

/** Does something to a pool after a change of it; `before` is what it was. */
export function updated(
  change: (before: AgentPool, after: AgentPool, store: ScalrStore, asked: Asked, reply: Reply) => Outcome | undefined,
): Alteration<ScalrStore> {
  return operation<ScalrStore>("updateAgentPool", (asked, sound, store) => {
    const before = store.pools.get(poolIdIn(asked));
    const outcome = sound(asked);
    const after = store.pools.get(poolIdIn(asked));
    if ("title" in outcome || !before || !after) return outcome;
    return change(before, after, store, asked, outcome) ?? outcome;
  });
}

/** Does something after a pool has been deleted. */
export function deleted(change: (pool: AgentPool, store: ScalrStore) => void): Alteration<ScalrStore> {
  return operation<ScalrStore>("deleteAgentPool", (asked, sound, store) => {
    const pool = store.pools.get(poolIdIn(asked));
    const outcome = sound(asked);
    if (pool && !("title" in outcome)) change(pool, store);
    return outcome;
  });
}

/** Changes what a request sends before it is looked at. */
export function sending(ids: string | readonly string[], change: (data: SentPool) => SentPool): Alteration<ScalrStore> {
  return operation<ScalrStore>(ids, (asked, sound) => sound(withSent(asked, change(sentIn(asked)))));
}

/** Creates or changes a pool without regard to other pools of its name. */
export function answerUnchecked(asked: Asked, sound: Answerer, store: ScalrStore): Outcome {
  const name = sentIn(asked).attributes?.name;
  if (name === undefined) return sound(asked);
  const outcome = sound(withSent(asked, { ...sentIn(asked), attributes: { name: crypto.randomUUID() } }));
  const pool = "title" in outcome ? undefined : store.pools.get(documentIn(outcome).data.id);
  if (!pool) return outcome;
  store.pools.set(pool.id, { ...pool, name });
  return showAgain(outcome as Reply, pool.id, store, asked);
}

/** The answer with the pool as it is in the store by now. */
export function showAgain(reply: Reply, id: string, store: ScalrStore, { baseUrl }: Asked): Reply {
  const pool = store.pools.get(id);
  return pool ? { ...reply, body: { ...documentIn(reply), data: poolResource(store, pool, baseUrl) } } : reply;
}

export function documentIn({ body }: Reply): PoolDocument {
  return body as PoolDocument;
}

export function sentIn({ body }: Asked): SentPool {
  return (body as { data: SentPool }).data;
}

export function withSent(asked: Asked, data: SentPool): Asked {
  return { ...asked, body: { data } };
}

/** What is sent without one of its relationships. */
export function without(name: "account" | "environment" | "workspaces", data: SentPool): SentPool {
  const { [name]: _, ...relationships } = data.relationships ?? {};
  return { ...data, relationships };
}

export function poolIdIn({ params }: Asked): string {
  return params.agent_pool ?? "";
}
