import { type Check, check } from "../kit/check.ts";
import type { JsonApiDescription, ListDescription } from "./description.ts";
import { type Fault, reportUnmoved } from "./fault.ts";
import { anchorOf, askPage, cutList, type Page, pageQuery, readPage } from "./page.ts";

/** Pages are consecutive pieces of one list, of the size asked for, and the first one is given unasked. */
export function givesThePageAskedFor({ api }: JsonApiDescription, list: ListDescription): Omit<Check, "level"> {
  const { rows, operationId } = list;
  return check(`${api}/${operationId}/gives-the-page-asked-for`, {
    title: "give the page asked for, in the size asked for",
    decides: [
      rows.pageAskedFor,
      rows.sizeAskedFor,
      ...(rows.defaultNumber ? [rows.defaultNumber] : []),
      ...rows.further,
    ],
    needs: ["paging"],
    isAlone: true,
    async run(context) {
      const { ask, size, total } = await cutList(context, list);
      await reportUnmoved(context, anchorOf(context, list, ask), async () => {
        const ask1 = (query: Readonly<Record<string, string>>) => askPage(context, list, ask, query);
        const first = await ask1(pageQuery(1, size));
        const second = await ask1(pageQuery(2, size));
        const unnumbered = await ask1({ "page[size]": `${size}` });
        const double = await ask1(pageQuery(1, 2 * size));
        const single = await ask1(pageQuery(1, 1));
        // The double size may be more than the server has on a page at all.
        const both = [...first.ids, ...second.ids];
        const piece = double.ids.length < size ? both : both.slice(0, double.ids.length);
        return [
          ...sizeFaults(first, size, list),
          ...sizeFaults(second, size, list),
          // As much as was given before, at least.
          ...sizeFaults(double, Math.max(size, Math.min(double.ids.length, 2 * size)), list),
          ...sizeFaults(single, 1, list),
          ...differs(rows.pageAskedFor, double, piece, "the beginning of what two pages of half the size hold"),
          ...(await farFaults(ask1, list, size, total)),
          ...(rows.defaultNumber
            ? differs(rows.defaultNumber, unnumbered, first.ids, "what page 1 holds, as no page was asked for")
            : []),
        ];
      });
      const { ids, pagination } = readPage(await context.prepare(operationId, ask));
      if (typeof pagination.total !== "number" || ids.length >= pagination.total) return;
      const text = `a page holds ${ids.length} where no size is asked for`;
      context.observe({ kind: "reading", pointer: "", text });
    },
  });
}

/** A number of two digits; with one resource on a page few are needed to get there. */
const farNumber = 11;

async function farFaults(
  ask: (query: Readonly<Record<string, string>>) => Promise<Page>,
  { rows }: ListDescription,
  size: number,
  total: number,
): Promise<Fault[]> {
  if (total < farNumber) return [];
  const far = await ask(pageQuery(farNumber, 1));
  const around = await ask(pageQuery(Math.ceil(farNumber / size), size));
  const wanted = around.ids.slice((farNumber - 1) % size).slice(0, 1);
  return differs(rows.pageAskedFor, far, wanted, `resource ${farNumber} of the list, alone on its page`);
}

function sizeFaults({ ids, exchange, pagination }: Page, size: number, { rows }: ListDescription): Fault[] {
  const { current, pages } = pagination;
  const isLast = typeof current !== "number" || typeof pages !== "number" || current >= pages;
  const isShort = rows.isFilled && !isLast && ids.length < size;
  if (ids.length <= size && !isShort) return [];
  const expected = isShort
    ? `${size} resources, as the size asked for`
    : `at most ${size} resources, the size asked for`;
  return [{ requirement: rows.sizeAskedFor, exchange, pointer: "/data", expected, got: `${ids.length}` }];
}

function differs(requirement: string, { ids, exchange }: Page, wanted: readonly string[], what: string): Fault[] {
  if (ids.join(" ") === wanted.join(" ")) return [];
  return [{ requirement, exchange, pointer: "/data", expected: `${what}: ${wanted.join(", ")}`, got: ids.join(", ") }];
}
