import type { Alteration } from "../../../src/reference/alteration.ts";
import type { AgentPool, PulumiStore } from "../../../src/reference/pulumi/store.ts";
import { anew, operation, shown } from "../../proof/alterations.ts";

export const everyOperation = [
  "createAgentPool",
  "updateAgentPool",
  "deleteAgentPool",
  "getAgentPool",
  "listAgentPools",
] as const;

/** Changes pools that are there at first. */
export function changeEach(store: PulumiStore, change: (pool: AgentPool) => Partial<AgentPool>): void {
  for (const [id, pool] of store.pools) store.pools.set(id, { ...pool, ...change(pool) });
}

/** Gives new pools ids of another form; `count` counts them from 1. */
export function identified(makeId: (count: number) => string): Alteration<PulumiStore> {
  return anew<PulumiStore>(() => {
    let count = 0;
    return operation("createAgentPool", (asked, sound, { pools }) => {
      const outcome = sound(asked);
      if ("title" in outcome) return outcome;
      const body = outcome.body as { id: string };
      const pool = pools.get(body.id);
      count += 1;
      const id = makeId(count);
      pools.delete(body.id);
      if (pool) pools.set(id, { ...pool, id });
      return { ...outcome, body: { ...body, id } };
    });
  });
}

type Members = Record<string, unknown>;

/** Lists and shows pools otherwise: `item` in a list, `details` alone. The member is changed in place. */
export function showing(change: {
  readonly item?: (item: Members, pool: AgentPool | undefined) => void;
  readonly details?: (details: Members) => void;
}): Alteration<PulumiStore> {
  return shown<PulumiStore>(["listAgentPools", "getAgentPool"], (body, _, { pools }) => {
    if (!body.agentPools) change.details?.(body);
    for (const item of body.agentPools ?? []) change.item?.(item, pools.get(item.id));
  });
}

/** Lists pools in another order; `count` counts the requests from 1. */
export function ordered<Item extends { id: string; name: string; created: number }>(
  order: (items: readonly Item[], count: number) => readonly Item[],
): Alteration<PulumiStore> {
  return anew<PulumiStore>(() => {
    let count = 0;
    return shown("listAgentPools", ({ agentPools }) => {
      count += 1;
      return { agentPools: order(agentPools, count) };
    });
  });
}
