import { valueAt } from "../../src/contract/json-pointer.ts";
import type { CheckContext } from "../kit/context.ts";
import {
  areListed,
  createFurther,
  createNamesake,
  createPool,
  expectFacts,
  expectListedOnce,
  expectShown,
  factsOf,
  listPools,
  type OwnPool,
  type PoolFacts,
  type PoolList,
} from "./pools.ts";

/** A pool to do something to, among others that could be taken for it. */
export interface Neighbourhood {
  readonly pool: OwnPool;
  readonly neighbours: readonly OwnPool[];
  /** What the list tells of each neighbour by its id, before anything is done. */
  readonly facts: ReadonlyMap<string, PoolFacts>;
}

/**
 * Creates a pool between an older and a younger one whose names begin like its own, all described alike. The page does
 * not call names unique, so the younger has the very same name where the server takes that.
 */
export async function createNeighbourhood(context: CheckContext): Promise<Neighbourhood> {
  const name = context.freshName();
  const older = await createPool(context, { name: `${name}-o` });
  const pool = await createPool(context, { name });
  const namesake = await createNamesake(context, pool);
  // Whoever answers the pool that has the name already is told of that by another check.
  const isAnother = namesake !== undefined && namesake.id !== pool.id;
  const twin = isAnother ? namesake : await createFurther(context, { name: `${name}-y` });
  const neighbours = twin ? [older, twin] : [older];
  const { pools } = await listPools(context, areListed([...neighbours, pool]));
  const facts = new Map(pools.map((each) => [String(valueAt(each, "/id")), factsOf(each)]));
  return { pool, neighbours, facts };
}

/** Reports every neighbour that is not what it was, in the list or in its details. */
export async function expectUntouched(
  context: CheckContext,
  requirement: "update-agent-pool.only-that-pool" | "delete-agent-pool.only-that-pool",
  { neighbours, facts }: Neighbourhood,
  { list, when }: { readonly list: PoolList; readonly when: string },
): Promise<void> {
  for (const neighbour of neighbours) {
    const { id, name, description } = neighbour;
    const wanted = facts.get(id) ?? { id, name, description };
    const listed = expectListedOnce(context, requirement, list, { id, when });
    if (listed) expectFacts(context, requirement, { exchange: list.exchange, ...listed }, wanted, when);
    // The details of one will do: the one that is most like the pool, if there is one.
    if (neighbour === neighbours.at(-1)) await expectShown(context, requirement, neighbour, wanted, when);
  }
}
