import type { ScalrRequirementId } from "../../generated/scalr/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { listPools } from "./pool-list.ts";
import { labelOf, lookAt, type OwnPool, poolIn, scopeId } from "./pools.ts";
import { holdToContract, observeReading } from "./refusal.ts";

/** What is told of a pool. Relationships are ids in order; null, without data and absent are all the same: none. */
export interface PoolFacts {
  readonly id: unknown;
  readonly name: unknown;
  readonly account: readonly string[];
  readonly environment: readonly string[];
  readonly agents: readonly string[];
  readonly workspaces: readonly string[];
}

const pointers = {
  id: "/id",
  name: "/attributes/name",
  account: "/relationships/account",
  environment: "/relationships/environment",
  agents: "/relationships/agents",
  workspaces: "/relationships/workspaces",
} as const satisfies Record<keyof PoolFacts, string>;

/** A pool in an answer. */
export interface ShownPool {
  readonly exchange: Exchange;
  readonly pool: unknown;
  /** Where it stands in the body. */
  readonly pointer: string;
}

export function factsOf(pool: unknown): PoolFacts {
  return {
    id: valueAt(pool, pointers.id),
    name: valueAt(pool, pointers.name),
    account: relatedIds(pool, "account"),
    environment: relatedIds(pool, "environment"),
    agents: relatedIds(pool, "agents"),
    workspaces: relatedIds(pool, "workspaces"),
  };
}

/** What has to be told of a new pool: what was sent, and nothing that was not. */
export function newFacts(context: CheckContext, { id, name, scope }: OwnPool): PoolFacts {
  const environment = scope === "account" ? [] : [scopeId(context, scope)];
  return { id, name, account: [context.datum("account")], environment, agents: [], workspaces: [] };
}

/**
 * Reports each fact of a pool that is not as wanted. `when` says since what it has to be so. The sample names the
 * account, and yet a relationship may be null, so an account that is not named is no other one.
 */
export function expectFacts(
  context: CheckContext,
  requirement: ScalrRequirementId,
  { exchange, pool, pointer }: ShownPool,
  { wanted, when }: { readonly wanted: Partial<PoolFacts>; readonly when: string },
): void {
  // That it was refused has been reported already.
  if (!isSuccess(exchange.answer.status)) return;
  const facts = factsOf(pool);
  for (const [name, value] of Object.entries(wanted)) {
    const fact = name as keyof PoolFacts;
    const [expected, got] = [textOf(value), textOf(facts[fact])];
    if (expected === got) continue;
    if (fact === "account" && facts.account.length === 0) {
      observeReading(context, "a pool names no account: null stands for it");
      continue;
    }
    const subject = fact === "id" ? "" : ` as ${fact} of ${String(facts.id)}`;
    const breach = { exchange, pointer: `${pointer}${pointers[fact]}`, expected: `${expected}${subject} ${when}`, got };
    context.breach(requirement, breach);
  }
}

/** The pool that an operation has answered. */
export const answered = (exchange: Exchange): ShownPool => ({ exchange, pool: poolIn(exchange), pointer: "/data" });

/** Reads a pool that has to be there, and compares it. */
export async function expectShown(
  context: CheckContext,
  requirement: ScalrRequirementId,
  pool: OwnPool,
  expectation: { readonly wanted: Partial<PoolFacts>; readonly when: string },
): Promise<Exchange> {
  const exchange = await lookAt(context, pool.path);
  const { status } = exchange.answer;
  if (isSuccess(status)) {
    const { wanted, when } = expectation;
    holdToContract(context, exchange, "success");
    expectFacts(context, requirement, answered(exchange), { wanted: { id: pool.id, ...wanted }, when });
  } else {
    const expected = `200 for ${labelOf(pool)} ${expectation.when}`;
    context.breach(requirement, { exchange, place: "status", expected, got: String(status) });
  }
  return exchange;
}

/** Looks a pool up in the list by the name that it has to have, and compares it. */
export async function expectListed(
  context: CheckContext,
  requirement: ScalrRequirementId,
  pool: OwnPool,
  { wanted, when }: { readonly wanted: Partial<PoolFacts>; readonly when: string },
): Promise<void> {
  const name = String(wanted.name ?? pool.name);
  const { listed, first } = await listPools(context, { "filter[name]": name });
  const items = listed.filter(({ id }) => id === pool.id);
  const [item] = items;
  if (item && items.length === 1) return expectFacts(context, requirement, item, { wanted, when });
  const expected = `${labelOf({ id: pool.id, name })} once ${when}`;
  const got = item ? `it ${items.length} times` : `a list of ${listed.length} without it`;
  context.breach(requirement, { exchange: first, pointer: "/data", expected, got });
}

/** Reads a pool by its id and in the list, and compares both. */
export async function expectEverywhere(
  context: CheckContext,
  requirement: ScalrRequirementId,
  pool: OwnPool,
  expectation: { readonly wanted: Partial<PoolFacts>; readonly when: string },
): Promise<void> {
  await expectShown(context, requirement, pool, expectation);
  await expectListed(context, requirement, pool, expectation);
}

function relatedIds(pool: unknown, name: string): readonly string[] {
  const data = valueAt(pool, `/relationships/${name}/data`) ?? [];
  return (Array.isArray(data) ? data : [data]).map((each) => String(valueAt(each, "/id"))).toSorted();
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  return JSON.stringify(value) ?? "nothing";
}
