import type { Alteration } from "../../../src/reference/alteration.ts";
import type { AgentPool, PulumiStore } from "../../../src/reference/pulumi/store.ts";
import type { Asked, Outcome } from "../../../src/reference/service.ts";
import { type Answerer, operation } from "../../proof/alterations.ts";

/** Does something to a pool that has just been created. What it returns is answered in place of the sound answer. */
export function created(
  change: (pool: AgentPool, store: PulumiStore, asked: Asked) => Outcome | undefined,
): Alteration<PulumiStore> {
  return operation<PulumiStore>("createAgentPool", (asked, sound, store) => {
    const outcome = sound(asked);
    const pool = "title" in outcome ? undefined : store.pools.get((outcome.body as { id: string }).id);
    return (pool && change(pool, store, asked)) ?? outcome;
  });
}

/** Does something to a pool around a change of it that succeeds; `before` is a copy of what it was. */
export function updated(
  change: (before: AgentPool, store: PulumiStore, asked: Asked, outcome: Outcome) => Outcome | undefined,
): Alteration<PulumiStore> {
  return operation<PulumiStore>("updateAgentPool", (asked, sound, store) => {
    const pool = store.pools.get(poolIdIn(asked));
    const before = pool && { ...pool };
    const outcome = sound(asked);
    return (before && !("title" in outcome) && change(before, store, asked, outcome)) || outcome;
  });
}

/** Files a pool under another id. */
export function refile(store: PulumiStore, pool: AgentPool, id: string): void {
  store.pools.delete(pool.id);
  store.pools.set(id, { ...pool, id });
}

export function poolIdIn({ params }: Asked): string {
  return params.poolId ?? "";
}

/** Asks as though the user belonged to that organization, at its own address. */
export function askAsOf(organization: string, asked: Asked, sound: Answerer): Outcome {
  return sound({
    ...asked,
    params: { ...asked.params, organization },
    identity: { ...asked.identity, memberOf: [organization] },
  });
}
