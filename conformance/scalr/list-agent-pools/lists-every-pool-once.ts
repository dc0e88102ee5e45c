import type { ScalrRequirementId } from "../../../generated/scalr/requirements.ts";
import { valueAt } from "../../../src/contract/json-pointer.ts";
import { canonical } from "../../derived/canonical.ts";
import { check } from "../../kit/check.ts";
import type { CheckContext } from "../../kit/context.ts";
import type { Exchange } from "../../kit/exchange.ts";
import { seenByOwner } from "../../kit/foreign-thing.ts";
import { factsOf, newFacts } from "../pool-facts.ts";
import { type Fault, listPools, reportIfLasting } from "../pool-list.ts";
import { createPool, labelOf, type OwnPool, scopesAtHand } from "../pools.ts";

const row: ScalrRequirementId = "list-agent-pools.membership";

/** The list without a filter, on all its pages: pools of every scope, and none of somebody else's. */
export const listsEveryPoolOnce = check<ScalrRequirementId>("scalr/listAgentPools/lists-every-pool-once", {
  title: "list every pool of every scope once, and none of another account",
  decides: [
    row,
    "list-agent-pools.parameters-optional",
    "create-agent-pool.created",
    "pagination.walk",
    "pagination.counts",
  ],
  needs: ["write", "state"],
  isAlone: true,
  async run(context) {
    // Read before too, so that a stale copy shows.
    await context.judge("listAgentPools", {}, "success");
    const pools: OwnPool[] = [];
    for (const scope of scopesAtHand(context)) pools.push(await createPool(context, { scope }));
    await reportIfLasting(context, () => findFaults(context, pools));
  },
});

async function findFaults(context: CheckContext, pools: readonly OwnPool[]): Promise<Fault[]> {
  const { listed, first, pages, isComplete } = await listPools(context);
  context.wants("foreignPool");
  const foreign = context.fixture("foreignPool");
  const at = { requirement: row, exchange: first, pointer: "/data" };
  const faults = pools.flatMap((pool): Fault[] => {
    const items = listed.filter(({ id }) => id === pool.id);
    const [item] = items;
    if (!item && !isComplete) context.unverified("the list is too long to be read to its end");
    if (!item) return [{ ...at, expected: `${labelOf(pool)} of the scope ${pool.scope}`, got: "a list without it" }];
    if (items.length > 1) {
      const expected = `${labelOf(pool)} once on all pages`;
      return [{ ...at, requirement: "pagination.walk", expected, got: `it ${items.length} times` }];
    }
    const [wanted, facts] = [newFacts(context, pool), factsOf(item.pool)];
    // That no account is named is for the checks of the creation to tell.
    const account = facts.account.length === 0 ? [] : wanted.account;
    const [expected, got] = [canonical({ ...wanted, account }), canonical(facts)];
    return expected === got ? [] : [{ ...at, exchange: item.exchange, pointer: item.pointer, expected, got }];
  });
  const strays = listed.filter(({ id }) => id === foreign);
  if (foreign !== undefined && strays.length > 0) {
    // If its own user is not shown it either, it is not the server that mistook it for one of ours.
    const thing = { fixture: "foreignPool", id: foreign, operationId: "getAgentPool" };
    await seenByOwner(context, { ...thing, ask: { path: { agent_pool: foreign } } });
  }
  return [
    ...faults,
    ...strays.map(({ id, exchange, pointer }) => ({
      ...at,
      exchange,
      pointer,
      expected: "no pool that foreignPool names as another account's",
      got: id,
    })),
    ...(isComplete && faults.length === 0 ? totalFaults(pages, listed.length) : []),
  ];
}

/** Without a filter only this tells what the total counts: pools that the user does not see, say. */
function totalFaults(pages: readonly Exchange[], count: number): Fault[] {
  const pointer = "/meta/pagination/total-count";
  const totals = pages.map(({ json }) => valueAt(json, pointer));
  const [total] = totals;
  const [exchange] = pages;
  const isSteady = typeof total === "number" && totals.every((each) => each === total);
  if (!exchange || !isSteady || total === count) return [];
  const expected = `${count}, as many pools as all pages hold`;
  return [{ requirement: "pagination.counts", exchange, pointer, expected, got: `${total}` }];
}
