import { valueAt } from "../../src/contract/json-pointer.ts";
import { canonical } from "../derived/canonical.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";

/** One page of pods, with what it says of itself. */
export interface PodPage {
  readonly exchange: Exchange;
  readonly pods: readonly unknown[];
  readonly total: unknown;
  readonly limit: unknown;
  readonly offset: unknown;
}

export interface PodQuery {
  readonly status?: string;
  readonly limit?: number;
  readonly offset?: number;
}

/** All pods of a runner, read page by page. */
export interface PodList {
  readonly pods: readonly unknown[];
  /** The page that was read first. */
  readonly first: PodPage;
  /** All that were read, in order. */
  readonly pages: readonly PodPage[];
  /** Whether the end was reached; of very many pods only the beginning is read. */
  readonly isComplete: boolean;
}

/** The page's own, so no server refuses it. */
export const defaultLimit = 50;
const mostPages = 10;

export async function readPage(context: CheckContext, id: string, query: PodQuery = {}): Promise<PodPage> {
  return pageOf(await context.judge("listRunnerPods", askFor(id, query), "success"));
}

/** Asks for a page that the server may refuse to give. */
export async function tryPage(context: CheckContext, id: string, query: PodQuery): Promise<PodPage> {
  return pageOf(await context.judge("listRunnerPods", askFor(id, query), "either"));
}

export async function readAll(context: CheckContext, id: string, { status }: PodQuery = {}): Promise<PodList> {
  const pods: unknown[] = [];
  const pages: PodPage[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const query = { ...(status !== undefined && { status }), limit: defaultLimit, offset: pods.length };
    // By the total there is no such page any more, which a server may say by a refusal.
    const total = pages[0]?.total;
    const isPastEnd = typeof total === "number" && pods.length >= total;
    const read = await (isPastEnd ? tryPage : readPage)(context, id, query);
    pages.push(read);
    // That it is missing is for the contract to say; whatever compares pods would only say it in other words.
    if (!read.pods.every(hasKey)) context.unverified("pods without a key cannot be told apart");
    pods.push(...read.pods);
    // The total alone is not taken for the end, as it may be wrong.
    const isReached = typeof read.total === "number" && pods.length >= read.total && read.pods.length < defaultLimit;
    const isEnd = read.pods.length === 0 || isReached;
    if (isEnd) return { pods, first: pages[0] ?? read, pages, isComplete: true };
  }
  return { pods, first: pages[0] ?? (await readPage(context, id)), pages, isComplete: false };
}

/** The page of a list on which an item was, by its place among all. */
export function pageWith({ pages }: PodList, place: number): PodPage | undefined {
  let end = 0;
  return pages.find(({ pods }) => {
    end += pods.length;
    return place < end;
  });
}

/** The runner whose pods are looked at. */
export async function podRunner(context: CheckContext): Promise<string> {
  return (await context.validAsk("listRunnerPods")).path?.id ?? "";
}

export const keyOf = (pod: unknown): string => String(valueAt(pod, "/key"));

/** Without a key a pod cannot be told from another. */
export const hasKey = (pod: unknown): boolean => (valueAt(pod, "/key") ?? null) !== null;

export const statusOf = (pod: unknown): unknown => valueAt(pod, "/status");

const mostNamed = 5;

/** The keys of pods, as far as they tell something. */
export function named(keys: readonly string[]): string {
  const first = keys.slice(0, mostNamed).join(", ");
  return keys.length > mostNamed ? `${first} and ${keys.length - mostNamed} more` : first || "no pods";
}

/** What tells one pod from another, even if keys are given out anew by each runner. */
export const identityOf = (pod: unknown): string =>
  canonical(
    ["/key", "/agent_type_id", "/initial_prompt", "/created_at"].map((pointer) => valueAt(pod, pointer) ?? null),
  );

const outlinesOf = (pods: readonly unknown[]) => pods.map((pod) => canonical([keyOf(pod), statusOf(pod)]));

/** Whether two readings show the same pods in the same order and of the same statuses. */
export function isSameReading(one: readonly unknown[], other: readonly unknown[]): boolean {
  return canonical(outlinesOf(one)) === canonical(outlinesOf(other));
}

/** The same, in whichever order. */
export function isSamePods(one: readonly unknown[], other: readonly unknown[]): boolean {
  return canonical(outlinesOf(one).toSorted()) === canonical(outlinesOf(other).toSorted());
}

export const noPods = "the runner has no pods: name a fuller one with --fixture runner=ID, or pass --without pods";

function askFor(id: string, { status, limit, offset }: PodQuery) {
  const query = {
    ...(status !== undefined && { status }),
    ...(limit !== undefined && { limit: String(limit) }),
    ...(offset !== undefined && { offset: String(offset) }),
  };
  return { path: { id }, query };
}

function pageOf(exchange: Exchange): PodPage {
  const { json } = exchange;
  const pods = valueAt(json, "/pods");
  return {
    exchange,
    pods: Array.isArray(pods) ? pods : [],
    total: valueAt(json, "/total"),
    limit: valueAt(json, "/limit"),
    offset: valueAt(json, "/offset"),
  };
}
