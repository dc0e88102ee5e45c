import { describeValue } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Exchange } from "../kit/exchange.ts";
import type { JsonApiDescription } from "./description.ts";
import { reportUnmoved } from "./fault.ts";
import { type Disorder, findDisorder, groupsIn } from "./order.ts";
import { pageQuery, readPage } from "./page.ts";

const mostPages = 20;

/** A list is ordered as a whole by each key that is documented, by several in turn, and the other way round with a hyphen. */
export function sorts(description: JsonApiDescription): Omit<Check, "level">[] {
  const { api, pools, lists } = description;
  const totalRows = lists.filter(({ operationId }) => operationId === pools.listWith).map(({ rows }) => rows.total);
  return pools.sorts.map(({ value, topic, keys, rows, reverses }) =>
    check(`${api}/${pools.listWith}/${topic}`, {
      title: `order the whole list by ${value}`,
      decides: [...new Set([...rows, ...totalRows])],
      needs: ["state", "paging"],
      isAlone: true,
      async run(context) {
        const names = await makeUnordered(context, description);
        const [requirement] = rows;
        const [key] = keys;
        if (requirement === undefined || key === undefined) return;
        let total = 0;
        const anchor = async () => {
          const { pagination, ids } = readPage(await context.prepare(pools.listWith, pools.askForOrder(context)));
          total = typeof pagination.total === "number" ? pagination.total : ids.length;
          return [pagination.total, ...ids.toSorted()].join(" ");
        };
        await reportUnmoved(context, anchor, async () => {
          const { items, last, isComplete } = await readSorted(context, description, value, total);
          // Of a single group there is no order to turn round.
          const isReversible = reverses !== undefined && isComplete && groupsIn(items, key.pointer).length > 1;
          const other = isReversible ? await readSorted(context, description, reverses, total) : undefined;
          const disorder =
            findDisorder(items, keys) ??
            (other?.isComplete ? findUnreversed(items, other.items, key.pointer) : undefined);
          const missing = isComplete ? names.find((name) => !items.some((item) => nameOf(item) === name)) : undefined;
          if (missing !== undefined) {
            const expected = `${missing} on one of all pages, by sort=${value}`;
            return [{ requirement, exchange: last, pointer: "/data", expected, got: `${items.length} without it` }];
          }
          const [totalRow] = totalRows;
          const { total: claimed } = readPage(last).pagination;
          if (!disorder && totalRow && isComplete && typeof claimed === "number" && claimed !== items.length) {
            const expected = `${items.length}, as many as all pages hold by sort=${value}`;
            const pointer = "/meta/pagination/total-count";
            return [{ requirement: totalRow, exchange: last, pointer, expected, got: String(claimed) }];
          }
          if (!disorder) return [];
          const got = `${disorder.got} as item ${disorder.index + 1} of all pages`;
          return [
            { requirement, exchange: last, pointer: "/data", expected: `${disorder.expected}, by sort=${value}`, got },
          ];
        });
      },
    }),
  );
}

/** Where groups do not stand the other way round. */
function findUnreversed(items: readonly unknown[], others: readonly unknown[], pointer: string): Disorder | undefined {
  const [got, wanted] = [groupsIn(items, pointer), groupsIn(others, pointer).toReversed()];
  const place = got.findIndex((group, index) => group !== wanted[index]);
  if (place === -1) return undefined;
  const index = items.findIndex((item) => valueAt(item, pointer) === got[place]);
  const expected = `${describeValue(wanted[place])} at ${pointer}, the order turned round`;
  return { index, expected, got: describeValue(got[place]) };
}

const nameOf = (pool: unknown) => valueAt(pool, "/attributes/name");

/** Makes pools whose names are in another order than they are created in; these names. */
async function makeUnordered(context: CheckContext, { pools }: JsonApiDescription): Promise<readonly string[]> {
  if (context.has("write")) {
    const start = context.freshName();
    // The hyphen, since letters that follow a digit are ordered one way here and another way there.
    const names = ["c", "a", "d", "b"].map((letter) => `${start}-${letter}`);
    await pools.createUnordered(context, names);
    return names;
  }
  const { ids } = readPage(await context.prepare(pools.listWith, pools.askForOrder(context)));
  if (ids.length < 2) context.unverified("it takes two pools to see an order", "pools");
  return [];
}

/**
 * All pages of a list in an order. They are short where the list is, so that what was created last does not stand on
 * one page, where an order within the page alone would look like one of the whole.
 */
async function readSorted(context: CheckContext, { pools }: JsonApiDescription, sort: string, total: number) {
  const { listWith, askForOrder } = pools;
  const ask = askForOrder(context);
  const size = total <= 45 ? 3 : total <= 200 ? 10 : 100;
  const items: unknown[] = [];
  let last: Exchange | undefined;
  let isComplete = false;
  for (let number = 1; number <= mostPages; number += 1) {
    const query = { ...ask.query, ...pageQuery(number, size), sort };
    const page = readPage(await context.judge(listWith, { ...ask, query }, "success"));
    last = page.exchange;
    items.push(...page.items);
    const { pages, total: count } = page.pagination;
    // That there are fewer pages than the total takes is for others to find.
    const isShort = typeof count === "number" && items.length < count;
    const isLast = typeof pages === "number" && number >= pages && !isShort;
    isComplete = isLast || page.items.length === 0;
    if (isComplete) break;
  }
  if (!last) return context.unverified("the list has no first page");
  return { items, last, isComplete };
}
