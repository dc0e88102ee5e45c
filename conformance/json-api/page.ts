import { valueAt } from "../../src/contract/json-pointer.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask, Exchange } from "../kit/exchange.ts";
import type { ListDescription } from "./description.ts";

/** One page of a list, as it was answered. */
export interface Page {
  readonly exchange: Exchange;
  readonly items: readonly unknown[];
  readonly ids: readonly string[];
  readonly pagination: {
    readonly current: unknown;
    readonly prev: unknown;
    readonly next: unknown;
    readonly pages: unknown;
    readonly total: unknown;
  };
  /** The links member, undefined where there is none. */
  readonly links: unknown;
}

/** How a list is cut in a check. */
export interface Cut {
  readonly ask: Ask;
  readonly size: number;
  /** Resources in the list, and pages that they take. */
  readonly total: number;
  readonly pages: number;
}

/** No server is known to give fewer than this on a page when asked to. */
const largestSize = 10;
const pagesWanted = 4;

/** Asks for one page. Its answer is judged by the contract. */
export async function askPage(
  context: CheckContext,
  { operationId }: ListDescription,
  ask: Ask,
  query: Readonly<Record<string, string>>,
  further: Partial<Ask> = {},
): Promise<Page> {
  return readPage(
    await context.judge(operationId, { ...ask, query: { ...ask.query, ...query }, ...further }, "success"),
  );
}

export function readPage(exchange: Exchange): Page {
  const { json } = exchange;
  const data = valueAt(json, "/data");
  const items: unknown[] = Array.isArray(data) ? data : [];
  const fact = (name: string) => valueAt(json, `/meta/pagination/${name}`);
  return {
    exchange,
    items,
    ids: items.map((item) => String(valueAt(item, "/id"))),
    pagination: {
      current: fact("current-page"),
      prev: fact("prev-page"),
      next: fact("next-page"),
      pages: fact("total-pages"),
      total: fact("total-count"),
    },
    links: valueAt(json, "/links"),
  };
}

/** Fills a list and finds a size that cuts it into a few pages; ends the check as unverified if it is too short. */
export async function cutList(context: CheckContext, list: ListDescription): Promise<Cut> {
  const filled = await list.fill(context);
  const ask = list.sort === undefined ? filled : { ...filled, query: { ...filled.query, sort: list.sort } };
  const plain = readPage(await context.prepare(list.operationId, ask));
  const total = totalOf(plain);
  if (total < 2) {
    context.unverified(`the list holds ${total}, and it takes two to make two pages`, list.kind);
  }
  const wanted = Math.min(Math.max(Math.ceil(total / pagesWanted), 1), largestSize);
  const query = { ...ask.query, ...pageQuery(1, wanted) };
  const first = readPage(await context.prepare(list.operationId, { ...ask, query }));
  // No page says how large a page may be. One that is short though there is more tells the largest size; asked for that
  // much, the server has to give it.
  const size = first.ids.length > 0 && first.ids.length < wanted ? first.ids.length : wanted;
  return { ask, size, total, pages: pagesOf(plain, size) };
}

/** Reads what moves when others write to the list: its total, and what is on its first page. */
export function anchorOf(context: CheckContext, { operationId }: ListDescription, ask: Ask): () => Promise<unknown> {
  return async () => {
    const { pagination, ids } = readPage(await context.prepare(operationId, ask));
    return [pagination.total, ...ids.toSorted()].join(" ");
  };
}

/** How many pages of a size a list takes, by what one of them tells. */
export const pagesOf = (page: Page, size: number): number => Math.ceil(totalOf(page) / size);

function totalOf({ pagination, ids }: Page): number {
  // Nobody can ask for a page of a list that holds more.
  return Number.isSafeInteger(pagination.total) ? (pagination.total as number) : ids.length;
}

export const pageQuery = (number: number, size: number) => ({ "page[number]": `${number}`, "page[size]": `${size}` });
