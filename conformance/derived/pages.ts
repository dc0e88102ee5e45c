import { valueAt } from "../../src/contract/json-pointer.ts";
import { isSuccess } from "../../src/contract/judge-response.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import type { ListPaging } from "./derivation.ts";

/** What walking a list brought. */
export interface Walk {
  readonly ids: readonly string[];
  readonly totals: readonly unknown[];
  /** Items on each page, and the exchange that brought it, in order. */
  readonly sizes: readonly number[];
  readonly pages: readonly Exchange[];
  readonly last: Exchange;
  /** Whether the end was reached; of a longer list than {@link mostPages} pages only the beginning is walked. */
  readonly isComplete: boolean;
}

const mostPages = 20;

/** Reads a list page by page to its end. Every answer is judged. */
export async function walkPages(
  context: CheckContext,
  operationId: string,
  ask: Ask,
  { paging, size }: { paging: ListPaging; size: number },
): Promise<Walk> {
  const ids: string[] = [];
  const totals: unknown[] = [];
  const sizes: number[] = [];
  const pages: Exchange[] = [];
  let next: Record<string, string> | undefined;
  for (let index = 0; ; index += 1) {
    // By what has been seen rather than by what was asked for, since a server may have a largest limit.
    const query: Record<string, string> =
      paging.style === "page"
        ? (next ?? { "page[number]": `${index + 1}`, "page[size]": `${size}` })
        : { limit: `${size}`, offset: `${ids.length}` };
    const isServers = next !== undefined;
    const last = totals.at(-1);
    // No page says what becomes of an offset past the end.
    const isPastEnd = paging.style === "offset" && typeof last === "number" && ids.length >= last && index > 0;
    const asked = { ...ask, query: { ...ask.query, ...query }, isServers };
    const page = await context.judge(operationId, asked, isPastEnd ? "either" : "success");
    if (isPastEnd && !isSuccess(page.answer.status)) return { ids, totals, sizes, pages, last: page, isComplete: true };
    const items = valueAt(page.json, paging.items);
    const walked = { ids, totals, sizes, pages, last: page };
    if (!Array.isArray(items)) return { ...walked, isComplete: false };
    ids.push(...items.map((item) => String(valueAt(item, paging.id))));
    totals.push(valueAt(page.json, paging.total));
    sizes.push(items.length);
    pages.push(page);
    next = paging.style === "page" && paging.isLinked ? queryOfLink(valueAt(page.json, "/links/next")) : undefined;
    if (!hasMore(page, items.length, ids.length, paging)) return { ...walked, isComplete: true };
    if (index + 1 === mostPages) return { ...walked, isComplete: false };
  }
}

/**
 * Whether to ask for another page. An offset past the end is answered with nothing, so there the end is seen. Of a page
 * number past the end not every page speaks, so there the server's own word is taken: its total and its next page.
 */
function hasMore(page: Exchange, count: number, seen: number, paging: ListPaging): boolean {
  if (count === 0) return false;
  if (paging.style === "offset") return true;
  const total = valueAt(page.json, paging.total);
  const next = valueAt(page.json, paging.next);
  const hasLink = paging.isLinked && typeof valueAt(page.json, "/links/next") === "string";
  return hasLink || (typeof next === "number" && next > 0) || (typeof total === "number" && seen < total);
}

/**
 * What a link to the next page asks for. Only its query is followed: behind a proxy its host and path can rightly be
 * others than ours, and no request may leave the target.
 */
function queryOfLink(link: unknown): Record<string, string> | undefined {
  if (typeof link !== "string" || !URL.canParse(link, "http://relative.invalid")) return undefined;
  return Object.fromEntries(new URL(link, "http://relative.invalid").searchParams);
}
