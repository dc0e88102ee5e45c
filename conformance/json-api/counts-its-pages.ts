import { describeValue } from "../../src/contract/describe-value.ts";
import { type Check, check } from "../kit/check.ts";
import type { JsonApiDescription, ListDescription } from "./description.ts";
import { type Fault, reportUnmoved } from "./fault.ts";
import { anchorOf, askPage, cutList, type Page, pageQuery } from "./page.ts";

/** What meta says of a page fits where the page stands and how much there is. */
export function countsItsPages({ api }: JsonApiDescription, list: ListDescription): Omit<Check, "level"> {
  return check(`${api}/${list.operationId}/counts-its-pages`, {
    title: "count its pages, and the ones before and after, rightly",
    decides: [...new Set([list.rows.pageCount, list.rows.neighbours, list.rows.total, ...list.rows.meta])],
    needs: ["paging"],
    isAlone: true,
    async run(context) {
      const { ask, size, pages, total } = await cutList(context, list);
      const odd = unevenSize(total);
      await reportUnmoved(context, anchorOf(context, list, ask), async () => {
        const numbers = [...new Set([1, 2, pages])];
        const seen: Page[] = [];
        for (const number of numbers) seen.push(await askPage(context, list, ask, pageQuery(number, size)));
        const faults = seen.flatMap((page, index) => faultsOf(page, numbers[index] ?? 1, size, list));
        const uneven = odd === undefined ? undefined : await askPage(context, list, ask, pageQuery(1, odd));
        const isCut = uneven !== undefined && odd !== undefined && uneven.ids.length === odd;
        // The one size that divides every total, where a server may allow it.
        const single = await askPage(context, list, ask, pageQuery(1, 1));
        return [
          ...faults,
          ...(isCut ? faultsOf(uneven, 1, odd, list) : []),
          ...(single.ids.length === 1 ? faultsOf(single, 1, 1, list) : []),
          ...totalFaults(seen, list),
        ];
      });
    },
  });
}

/** The smallest size that leaves the last page short; there may be none, or none that the server allows. */
function unevenSize(total: number): number | undefined {
  for (let size = 2; size < total; size += 1) if (total % size !== 0) return size;
  return undefined;
}

/** A total that depends on the page counts something else. */
function totalFaults([first, ...others]: readonly Page[], { rows }: ListDescription): Fault[] {
  const wanted = first?.pagination.total;
  const odd = others.find(({ pagination }) => pagination.total !== wanted);
  if (!odd) return [];
  const pointer = "/meta/pagination/total-count";
  const expected = `${describeValue(wanted)}, as on page 1`;
  return [
    { requirement: rows.total, exchange: odd.exchange, pointer, expected, got: describeValue(odd.pagination.total) },
  ];
}

function faultsOf({ pagination, exchange }: Page, number: number, size: number, { rows }: ListDescription): Fault[] {
  const { total } = pagination;
  // Without a total there is nothing to count by; that it is missing is for the contract to say.
  if (typeof total !== "number") return [];
  const pages = Math.max(1, Math.ceil(total / size));
  const wanted = [
    [rows.pageCount, "total-pages", pagination.pages, pages],
    [rows.pageCount, "current-page", pagination.current, number],
    [rows.neighbours, "prev-page", pagination.prev ?? null, number > 1 ? number - 1 : null],
    [rows.neighbours, "next-page", pagination.next ?? null, number < pages ? number + 1 : null],
  ] as const;
  return wanted.flatMap(([requirement, name, got, expected]) =>
    got === expected
      ? []
      : [
          {
            requirement,
            exchange,
            pointer: `/meta/pagination/${name}`,
            expected: `${expected} on page ${number} of ${pages}, which ${total} resources take with ${size} on a page`,
            got: describeValue(got),
          },
        ],
  );
}
