import type { TerraformRequirementId } from "../../generated/terraform/requirements.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { Breach, CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import { hasFailed } from "../kit/has-failed.ts";
import { hrefOf } from "../kit/links.ts";
import { inOrganization, type Shown } from "./pools.ts";

/** A list to be read: that of an organization's pools, or of a pool's agents. */
export interface ListAsk {
  readonly operationId: "listAgentPools" | "listAgents";
  readonly ask: Ask;
}

/** What stands in a list, over all its pages. */
export interface Listing {
  readonly items: readonly Listed[];
  readonly pages: readonly Exchange[];
  /** Whether the end was reached: only then is something that was not met not there. */
  readonly isComplete: boolean;
}

export interface Listed extends Shown {
  readonly id: string;
}

const mostPages = 40;
/** The largest size that the service has; another one may have its own. */
const largestSize = "100";
const mostLooks = 3;

export const poolsList = (context: CheckContext): ListAsk => ({
  operationId: "listAgentPools",
  ask: inOrganization(context),
});

/** The same, in the order in which our own are met first, so that few pages of a long list have to be read. */
export const newestPools = (context: CheckContext): ListAsk => ({
  operationId: "listAgentPools",
  ask: { ...inOrganization(context), query: { sort: "-created-at" } },
});

export const agentsList = (path: { readonly agent_pool_id: string }, query: Ask["query"] = {}): ListAsk => ({
  operationId: "listAgents",
  ask: { path, query },
});

/** Reads the first page of a list, which may be all of it. */
export async function readFirstPage(context: CheckContext, list: ListAsk): Promise<Listing> {
  return readList(context, list, () => true);
}

/** Reads a list to its end, or until there is enough: by the links to the next page, or else by its number. */
export async function readList(
  context: CheckContext,
  { operationId, ask }: ListAsk,
  isEnough: (items: readonly Listed[]) => boolean = () => false,
): Promise<Listing> {
  let first = await context.judge(operationId, ask, "success");
  if (isEnough(itemsOf(first))) {
    return { items: itemsOf(first), pages: [first], isComplete: nextQuery(first, ask) === undefined && isList(first) };
  }
  if (Number(valueAt(first.json, "/meta/pagination/total-count")) > mostPages * itemsOf(first).length) {
    const larger = { ...ask, query: { ...ask.query, "page[size]": largestSize } };
    const again = await context.judge(operationId, larger, "either");
    if (isSuccess(again.answer.status)) first = again;
  }
  const pages = [first];
  const asked = new Set<string>();
  let query = nextQuery(first, ask);
  while (query && pages.length < mostPages && !asked.has(JSON.stringify(query)) && !isEnough(pages.flatMap(itemsOf))) {
    asked.add(JSON.stringify(query));
    // Names in links are the server's own, so whether they make a valid request is not for us to answer.
    const page: Exchange = await context.judge(operationId, { ...ask, query, isServers: true }, "success");
    pages.push(page);
    query = nextQuery(page, ask);
  }
  return { items: pages.flatMap(itemsOf), pages, isComplete: query === undefined && pages.every(isList) };
}

/**
 * Reads a list that has to hold each of some ids once. While a list is read page by page, what other people write can
 * move an item from one page to another, so a fault counts if it is there again. Pages behind those that hold all of
 * them are read only if the whole list is asked for; where that is too long, those that are `newest` are looked for first.
 */
export async function expectListedOnce(
  context: CheckContext,
  requirement: TerraformRequirementId,
  list: ListAsk,
  ids: readonly string[],
  when: string,
  { isWhole = false, newest }: { readonly isWhole?: boolean; readonly newest?: readonly string[] } = {},
): Promise<Listing> {
  let before = "";
  for (let look = 1; ; look += 1) {
    const isEnough = (items: readonly Listed[]) => ids.every((id) => items.some((item) => item.id === id));
    const listing = await readList(context, list, isWhole ? undefined : isEnough);
    const faults = ids.flatMap((id) => countFault(listing, id, when));
    const seen = faults.map(({ got }) => got).join("; ");
    if (faults.length === 0 || hasFailed(context)) return listing;
    if (!listing.isComplete && newest)
      return expectListedOnce(context, requirement, newestPools(context), newest, when);
    if (!listing.isComplete) context.unverified(`the list is longer than the ${mostPages} pages that are read of it`);
    if (seen === before) for (const fault of faults) context.breach(requirement, fault);
    if (seen === before || look === mostLooks) return listing;
    before = seen;
  }
}

/** Reports each page of a list that holds an id; one is enough to say that it is there. */
export function expectNotListed(
  context: CheckContext,
  requirement: TerraformRequirementId,
  { items }: Listing,
  id: string,
  why: string,
): void {
  const item = items.find((each) => each.id === id);
  if (!item) return;
  const { exchange, pointer } = item;
  context.breach(requirement, { exchange, pointer, expected: `a list without ${id} ${why}`, got: `${id} in it` });
}

/** The item of an id, where the list has it. */
export const itemAt = ({ items }: Listing, id: string): Listed | undefined => items.find((each) => each.id === id);

/** The items that bear a name. */
export const namesakes = ({ items }: Listing, name: string): readonly Listed[] =>
  items.filter(({ resource }) => valueAt(resource, "/attributes/name") === name);

function countFault({ items, pages }: Listing, id: string, when: string): Breach[] {
  const found = items.filter((each) => each.id === id);
  const exchange = found[1]?.exchange ?? pages.at(-1);
  if (found.length === 1 || !exchange) return [];
  const got = found.length === 0 ? `a list of ${items.length} without ${id}` : `${id} ${found.length} times`;
  return [{ exchange, pointer: "/data", expected: `${id} once on all pages ${when}`, got }];
}

const isList = ({ json }: Exchange) => Array.isArray(valueAt(json, "/data"));

function itemsOf(exchange: Exchange): Listed[] {
  const data = valueAt(exchange.json, "/data");
  const resources: unknown[] = Array.isArray(data) ? data : [];
  return resources.map((resource, index) => ({
    id: String(valueAt(resource, "/id")),
    resource,
    exchange,
    pointer: `/data/${index}`,
  }));
}

/** Only the query of a link is followed: behind a proxy its host and path can rightly be others than ours. */
function nextQuery({ json, request }: Exchange, { query }: Ask): Record<string, string> | undefined {
  const link = hrefOf(valueAt(json, "/links/next"));
  if (typeof link === "string" && URL.canParse(link, request.url)) {
    return Object.fromEntries(new URL(link, request.url).searchParams);
  }
  const next = valueAt(json, "/meta/pagination/next-page");
  return typeof next === "number" ? { ...query, "page[number]": String(next) } : undefined;
}
