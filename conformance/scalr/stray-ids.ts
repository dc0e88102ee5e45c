import type { ScalrRequirementId } from "../../generated/scalr/requirements.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { factsOf } from "./pool-facts.ts";
import { lookAt, type OwnPool, partOf, poolIn } from "./pools.ts";
import { expectRefused } from "./refusal.ts";

export interface StrayTrial {
  readonly operationId: "getAgentPool" | "updateAgentPool" | "deleteAgentPool";
  readonly requirement: ScalrRequirementId;
  readonly askFor: (path: OwnPool["path"]) => Ask;
}

/** Reports where an operation takes what is not quite the id of a pool for that id. */
export async function expectStrayIdsRefused(context: CheckContext, pool: OwnPool, trial: StrayTrial): Promise<void> {
  const { operationId, requirement, askFor } = trial;
  for (const { id, what } of strayIds(pool, operationId)) {
    if (id === undefined || id === pool.id) continue;
    const path = { agent_pool: id };
    const shown = await lookAt(context, path);
    // Somebody's pool may have that very id, and is not ours to change.
    if (isSuccess(shown.answer.status) && factsOf(poolIn(shown)).id !== pool.id) continue;
    await expectRefused(context, { requirement, operationId, ask: askFor(path), what: `${id}, ${what} ${pool.id}` });
  }
}

interface StrayId {
  readonly id: string | undefined;
  readonly what: string;
}

/** What could be the id of a pool that is not shown to us is only read. */
function strayIds({ id, name }: OwnPool, operationId: StrayTrial["operationId"]): readonly StrayId[] {
  const unlikely = [
    { id: otherCase(id), what: "in the other case the id" },
    { id: name, what: "the name of the pool with the id" },
  ];
  if (operationId !== "getAgentPool") return unlikely;
  return [
    ...unlikely,
    { id: partOf(id), what: "which is only like the id" },
    { id: `${id}x`, what: "which is only like the id" },
  ];
}

/** An id in the other case; undefined where both rightly mean the same, as UUIDs and digits of base 16 or 32 do. */
export function otherCase(id: string): string | undefined {
  const other = id === id.toLowerCase() ? id.toUpperCase() : id.toLowerCase();
  const areDigits = [/^[\da-f-]*$/i, /^[\da-z]*$/, /^[\dA-Z]*$/].some((form) => form.test(id));
  return other === id || areDigits ? undefined : other;
}
