import type { CheckContext } from "../kit/context.ts";
import { expectListedOnce, itemAt, newestPools } from "./lists.ts";
import { createPool, expectFacts, expectShown, type OwnPool, type PoolFacts } from "./pools.ts";
import { factsNow } from "./refusal.ts";

/** A pool to do something to, among others that could be taken for it. */
export interface Neighbourhood {
  readonly pool: OwnPool;
  readonly neighbours: readonly (OwnPool & { readonly facts: PoolFacts })[];
}

/** Creates a pool between an older and a younger one whose names begin like its own. */
export async function createNeighbourhood(context: CheckContext): Promise<Neighbourhood> {
  const name = context.freshName();
  const older = await createPool(context, `${name}-o`);
  const pool = await createPool(context, name);
  const younger = await createPool(context, `${name}-y`);
  const neighbours = [];
  // As it is read, not as the creation answered it: the moment of creation may be kept to the second only.
  for (const each of [older, younger]) neighbours.push({ ...each, facts: await factsNow(context, each) });
  return { pool, neighbours };
}

/** Reports every neighbour that is not what it was when it was created, in the list or, unless told otherwise, by itself. */
export async function expectUntouched(
  context: CheckContext,
  requirement: "update-agent-pool.agent-pool-id" | "delete-agent-pool.agent-pool-id",
  { neighbours }: Neighbourhood,
  when: string,
  { isShown = true }: { readonly isShown?: boolean } = {},
): Promise<void> {
  const ids = neighbours.map(({ id }) => id);
  const listing = await expectListedOnce(context, requirement, newestPools(context), ids, when);
  for (const neighbour of neighbours) {
    const { facts } = neighbour;
    const item = itemAt(listing, neighbour.id);
    if (item) expectFacts(context, requirement, item, facts, when);
    if (isShown) await expectShown(context, requirement, neighbour, facts, when);
  }
}
