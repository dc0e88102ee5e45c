import type { PulumiRequirementId } from "../../generated/pulumi/requirements.ts";
import { describeValue } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import { canonical } from "../derived/canonical.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { textAt } from "../kit/text-at.ts";

/** A pool that a check has created, and what it sent for it. */
export interface OwnPool {
  readonly id: string;
  readonly path: { readonly organization: string; readonly poolId: string };
  readonly name: string;
  readonly description: string;
  /** The exchange that created it. */
  readonly created: Exchange;
}

/** The pools of the organization, as one answer lists them. */
export interface PoolList {
  readonly exchange: Exchange;
  readonly pools: readonly unknown[];
}

/** What details and list tell alike of a pool. */
export interface PoolFacts {
  readonly created?: unknown;
  readonly id?: unknown;
  readonly name?: unknown;
  readonly description?: unknown;
}

const usualDescription = "Made by a conformance run";

export const organizationPath = (context: CheckContext) => ({ organization: context.datum("organization") });

/** Creates a pool that the check needs; ends the check as unverified if that fails. */
export async function createPool(context: CheckContext, body: Partial<Record<"name" | "description", string>> = {}) {
  const { name = context.freshName(), description = usualDescription } = body;
  const asked = { path: organizationPath(context), body: { name, description } };
  return ownPool(context, asked, await context.prepare("createAgentPool", asked));
}

/** Asks for one more pool of a name. The page neither promises nor rules out that names repeat; undefined where it is refused. */
export const createNamesake = (context: CheckContext, { name, description }: Pick<OwnPool, "name" | "description">) =>
  createFurther(context, { name, description });

/** Creates one more pool, without which the check goes on if it is refused: a server may limit how many there are. */
export async function createFurther(
  context: CheckContext,
  body: Partial<Record<"name" | "description", string>> = {},
): Promise<OwnPool | undefined> {
  const { name = context.freshName(), description = usualDescription } = body;
  const asked = { path: organizationPath(context), body: { name, description } };
  const exchange = await context.judge("createAgentPool", asked, "either");
  return isSuccess(exchange.answer.status) ? ownPool(context, asked, exchange) : undefined;
}

/** The pool that a request has created. */
export function ownPool(context: CheckContext, { path, body }: Ask, created: Exchange): OwnPool {
  const id = textAt(context, created, "/id");
  const [name, description] = [valueAt(body, "/name"), valueAt(body, "/description")];
  return {
    id,
    path: { organization: path?.organization ?? "", poolId: id },
    name: String(name),
    description: description === undefined ? "" : String(description),
    created,
  };
}

/** What a list has to show before it is taken for what the server means. */
export type Sight = (pools: readonly unknown[]) => boolean;

/** Longer than a list is usually kept for a moment, or takes to reach the copy that is read. */
const pauseMs = 1500;

/** Lists the pools; once more after a moment where the list does not show what it is to show. */
export function listPools(context: CheckContext, isSettled?: Sight): Promise<PoolList> {
  return listTwice(context, isSettled, () => context.prepare("listAgentPools", { path: organizationPath(context) }));
}

/** The same where the list itself is judged, as in a state that no other check brings about. */
export function judgeList(context: CheckContext, isSettled?: Sight): Promise<PoolList> {
  const path = organizationPath(context);
  return listTwice(context, isSettled, () => context.judge("listAgentPools", { path }, "success"));
}

async function listTwice(context: CheckContext, isSettled: Sight | undefined, list: () => Promise<Exchange>) {
  const first = poolsIn(await list());
  if (!isSuccess(first.exchange.answer.status) || isSettled === undefined || isSettled(first.pools)) return first;
  await context.pause(pauseMs);
  return poolsIn(await list());
}

/** A pool of that id is listed, with these facts. */
export const isListed =
  (wanted: PoolFacts & { readonly id: string }): Sight =>
  (pools) =>
    pools.some((pool) => {
      const facts = factsOf(pool);
      return Object.entries(wanted).every(([member, value]) => facts[member as keyof PoolFacts] === value);
    });

export const areListed =
  (wanted: readonly { readonly id: string }[]): Sight =>
  (pools) =>
    wanted.every(({ id }) => isListed({ id })(pools));

export const isUnlisted =
  (id: string): Sight =>
  (pools) =>
    !isListed({ id })(pools);

function poolsIn(exchange: Exchange): PoolList {
  const pools = valueAt(exchange.json, "/agentPools");
  return { exchange, pools: Array.isArray(pools) ? pools : [] };
}

/** Reads a pool of which the check has yet to say whether it has to be there. */
export const lookAt = (context: CheckContext, { path }: Pick<OwnPool, "path">) =>
  context.judge("getAgentPool", { path }, "either");

/** Pools that never got a description may have an empty one or none: that is the same. */
export function factsOf(pool: unknown): Required<PoolFacts> {
  return {
    created: valueAt(pool, "/created"),
    id: valueAt(pool, "/id"),
    name: valueAt(pool, "/name"),
    description: valueAt(pool, "/description") ?? "",
  };
}

/** The item of a pool in a list; undefined where it is not there once, which is reported. */
export function expectListedOnce(
  context: CheckContext,
  requirement: PulumiRequirementId,
  { exchange, pools }: PoolList,
  { id, when }: { readonly id: string; readonly when: string },
): { readonly pool: unknown; readonly pointer: string } | undefined {
  const places = pools.flatMap((pool, index) => (valueAt(pool, "/id") === id ? [index] : []));
  const [place] = places;
  if (place !== undefined && places.length === 1) return { pool: pools[place], pointer: `/agentPools/${place}` };
  const expected = `the pool ${id} once ${when}`;
  const got = places.length === 0 ? `a list of ${pools.length} without it` : `it ${places.length} times`;
  context.breach(requirement, { exchange, pointer: "/agentPools", expected, got });
  return undefined;
}

/** Reports each fact of a pool that is not as wanted. `when` says since what it has to be so. */
export function expectFacts(
  context: CheckContext,
  requirement: PulumiRequirementId,
  shown: { readonly exchange: Exchange; readonly pool: unknown; readonly pointer?: string },
  wanted: PoolFacts,
  when: string,
): void {
  const facts = factsOf(shown.pool);
  for (const [member, value] of Object.entries(wanted)) {
    const got = facts[member as keyof PoolFacts];
    if (canonical(got) === canonical(value)) continue;
    const [expected, given] = contrast(value, got);
    const pointer = `${shown.pointer ?? ""}/${member}`;
    context.breach(requirement, { exchange: shown.exchange, pointer, expected: `${expected} ${when}`, got: given });
  }
}

const longestShown = 60;
const aroundDifference = 12;

/** Two values in words; of two long texts only where they part. */
function contrast(wanted: unknown, got: unknown): readonly [wanted: string, got: string] {
  const isLong = typeof wanted === "string" && typeof got === "string" && wanted.length > longestShown;
  if (!isLong) return [describeValue(wanted), describeValue(got)];
  let place = 0;
  while (place < wanted.length && wanted[place] === got[place]) place += 1;
  const from = Math.max(0, place - aroundDifference);
  const part = (text: string) =>
    `text of ${text.length} with ${JSON.stringify(text.slice(from, from + 2 * aroundDifference))} at ${from}`;
  return [part(wanted), part(got)];
}

/** Reads a pool that has to be there, and compares it. */
export async function expectShown(
  context: CheckContext,
  requirement: PulumiRequirementId,
  pool: Pick<OwnPool, "id" | "path">,
  wanted: PoolFacts,
  when: string,
): Promise<Exchange> {
  const exchange = await lookAt(context, pool);
  const { status } = exchange.answer;
  if (status >= 400) {
    const expected = `200 for the pool ${pool.id} ${when}`;
    context.breach(requirement, { exchange, place: "status", expected, got: String(status) });
  } else expectFacts(context, requirement, { exchange, pool: exchange.json }, { id: pool.id, ...wanted }, when);
  return exchange;
}
