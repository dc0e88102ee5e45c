import type { ScalrRequirementId } from "../../generated/scalr/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { Breach, CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import { hrefOf } from "../kit/links.ts";
import { labelOf, type OwnPool } from "./pools.ts";
import { holdToContract } from "./refusal.ts";

/** A pool in a list, with the answer and the place in it where it stands. */
export interface ListedPool {
  readonly id: string;
  readonly pool: unknown;
  readonly exchange: Exchange;
  readonly pointer: string;
}

/** What a list holds, on all its pages. */
export interface PoolList {
  readonly listed: readonly ListedPool[];
  /** The answer with the first page. */
  readonly first: Exchange;
  readonly pages: readonly Exchange[];
  /** False of a list of more than {@link mostPages} pages, of which only the beginning is read. */
  readonly isComplete: boolean;
}

/** Query parameters of the list, raw. */
export type Query = Readonly<Record<string, string>>;

const mostPages = 100;
const fewPages = 30;

/** So that a long list is read in few requests. */
export const largePages = { "page[size]": "100" } as const;

/** Reads a list to its end. A page is asked for by its number only when the first one has not been all. */
export async function listPools(context: CheckContext, query: Query = {}): Promise<PoolList> {
  const { first, query: kept } = await readFirst(context, query);
  const pages = [first];
  const listed = itemsOf(first);
  for (let more = hasMore(first, listed.length); more !== false && pages.length < mostPages; ) {
    const asked = { ...kept, "page[number]": String(pages.length + 1) };
    // Of a page past the end nothing is documented; where the list does not say whether there is one, it may be refused.
    const page = await context.judge("listAgentPools", { query: asked }, more ? "success" : "either");
    const known = new Set(listed.map(({ id }) => id));
    const items = itemsOf(page);
    const isStuck = items.every(({ id }) => known.has(id));
    pages.push(page);
    // Past the end of a list that does not tell where it is, the last page may be shown again.
    if (more || !isStuck) listed.push(...items);
    more = isSuccess(page.answer.status) && !isStuck ? hasMore(page, listed.length) : false;
  }
  return { listed, first, pages, isComplete: pages.length < mostPages };
}

/** The first page, and the query for those after it. Large pages are asked for where that may be refused; they save requests. */
async function readFirst(context: CheckContext, query: Query): Promise<{ first: Exchange; query: Query }> {
  const { "page[size]": size, ...rest } = query;
  if (size !== undefined && size !== largePages["page[size]"]) {
    return { first: await context.judge("listAgentPools", { query }, "success"), query };
  }
  const small = size === undefined ? await context.judge("listAgentPools", { query }, "success") : undefined;
  if (small && !isLong(small)) return { first: small, query };
  const large = await context.judge("listAgentPools", { query: { ...rest, ...largePages } }, "either");
  if (isSuccess(large.answer.status)) {
    holdToContract(context, large, "success");
    return { first: large, query: { ...rest, ...largePages } };
  }
  return { first: small ?? (await context.judge("listAgentPools", { query: rest }, "success")), query: rest };
}

/** Whether a list would take many requests at the size of this page. */
function isLong(page: Exchange): boolean {
  return Number(valueAt(page.json, "/meta/pagination/total-count")) > fewPages * itemsOf(page).length;
}

/** Reports where a list does not hold exactly the pools wanted, in any order. `maybe` are those that a fair reading adds. */
export async function expectExactly(
  context: CheckContext,
  requirement: ScalrRequirementId,
  query: Query,
  { wanted, maybe = [], when }: ExactList,
): Promise<PoolList> {
  const list = await listPools(context, query);
  const ids = list.listed.map(({ id }) => id);
  const allowed = new Set([...wanted, ...maybe].map(({ id }) => id));
  const missing = wanted.filter(({ id }) => !ids.includes(id)).map(labelOf);
  const strays = list.listed.filter(({ id }) => !allowed.has(id)).map(({ id, pool }) => `${id} (${nameOf(pool)})`);
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  const expected = `${wanted.length === 0 ? "no pool" : `exactly ${wanted.map(labelOf).join(", ")}`} ${when}`;
  const faults = [
    { got: "a list without", pools: missing },
    { got: wanted.length === 0 ? "a list with" : "beside them", pools: strays },
    { got: "repeated", pools: repeated },
  ];
  for (const { got, pools } of faults) {
    if (pools.length === 0) continue;
    const breach = { exchange: list.first, pointer: "/data", expected, got: `${got} ${shortened(pools)}` };
    context.breach(requirement, breach);
  }
  return list;
}

export interface ExactList {
  readonly wanted: readonly OwnPool[];
  readonly maybe?: readonly OwnPool[];
  /** Completes the expectation: `with filter[name]=…`. */
  readonly when: string;
}

export interface Fault extends Breach {
  readonly requirement: ScalrRequirementId;
}

/**
 * Other people may write while things are read: what is wrong counts if the very same is wrong each time. The attempt is
 * told its number, so that it can read in another order.
 */
export async function reportIfLasting(
  context: CheckContext,
  find: (attempt: number) => Promise<readonly Fault[]>,
): Promise<void> {
  let lasting: readonly Fault[] | undefined;
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const faults = await find(attempt);
    const isOld = (fault: Fault) => lasting?.some((old) => old.expected === fault.expected && old.got === fault.got);
    lasting = lasting ? faults.filter(isOld) : faults;
    if (lasting.length === 0) return;
  }
  for (const { requirement, ...breach } of lasting ?? []) context.breach(requirement, breach);
}

/** The pools on one page. */
export function itemsOf(exchange: Exchange): ListedPool[] {
  const data = valueAt(exchange.json, "/data");
  const items: readonly unknown[] = Array.isArray(data) ? data : [];
  return items.map((pool, index) => ({
    id: String(valueAt(pool, "/id")),
    pool,
    exchange,
    pointer: `/data/${index}`,
  }));
}

/** Whether a list goes on, by its own word; undefined where it does not say. */
function hasMore(page: Exchange, seen: number): boolean | undefined {
  const pagination = valueAt(page.json, "/meta/pagination");
  const [next, total] = [valueAt(pagination, "/next-page"), valueAt(pagination, "/total-count")];
  if (typeof next === "number" || (typeof total === "number" && seen < total)) return true;
  if (next === null || typeof total === "number") return false;
  const link = hrefOf(valueAt(page.json, "/links/next"));
  if (typeof link === "string") return true;
  return link === null ? false : undefined;
}

function shortened(words: readonly string[]): string {
  const more = words.length - 3;
  return more > 0 ? `${words.slice(0, 3).join(", ")} and ${more} more` : words.join(", ");
}

const nameOf = (pool: unknown) => String(valueAt(pool, "/attributes/name"));
