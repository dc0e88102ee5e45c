import { describeValue } from "../../src/contract/describe-value.ts";
import { valueAt } from "../../src/contract/json-pointer.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { hrefOf, targetOf } from "../kit/links.ts";
import type { JsonApiDescription, ListDescription } from "./description.ts";
import { type Fault, reportUnmoved } from "./fault.ts";
import { anchorOf, askPage, cutList, type Page, pageQuery, pagesOf, readPage } from "./page.ts";

const names = ["self", "first", "prev", "next", "last"] as const;
type LinkName = (typeof names)[number];

/** Links between pages lead where their names say, keep what was asked for, and tell the same as meta. */
export function linksItsPages({ api }: JsonApiDescription, list: ListDescription): Omit<Check, "level"> {
  const { rows, operationId } = list;
  return check(`${api}/${operationId}/links-its-pages`, {
    title: "link each page to the first, the last and those beside it",
    decides: [
      ...new Set([
        rows.prevAndNext,
        rows.linkTargets,
        rows.linksAgree,
        ...(rows.linkParameters ? [rows.linkParameters] : []),
        "jsonapi.link",
        "jsonapi.pagination-keys",
        "jsonapi.prev-next-null",
        "jsonapi.pagination-links-keep-query",
        "jsonapi.top-level-self-link",
        "jsonapi.encoded-brackets",
      ]),
    ],
    needs: ["paging"],
    isAlone: true,
    async run(context) {
      const { ask, size } = await cutList(context, list);
      await reportUnmoved(context, anchorOf(context, list, ask), async () => {
        const first = await askPage(context, list, ask, pageQuery(1, size));
        // There may be more by now than when the list was cut.
        const pages = pagesOf(first, size);
        const seen = new Map([[1, first]]);
        for (const number of new Set([Math.min(2, pages), pages]))
          if (number > 1) seen.set(number, await askPage(context, list, ask, pageQuery(number, size)));
        const faults: Fault[] = [];
        for (const [number, page] of seen)
          faults.push(...(await faultsOf(context, list, { ask, page, number, pages, seen })));
        return faults;
      });
    },
  });
}

interface Place {
  readonly ask: Ask;
  readonly page: Page;
  readonly number: number;
  readonly pages: number;
  /** Pages already asked for, by number. */
  readonly seen: ReadonlyMap<number, Page>;
}

async function faultsOf(context: CheckContext, list: ListDescription, place: Place): Promise<Fault[]> {
  const { page, number, pages } = place;
  const { links, exchange } = page;
  if (typeof links !== "object" || links === null) return [];
  const wanted = {
    self: number,
    first: 1,
    prev: number > 1 ? number - 1 : null,
    next: number < pages ? number + 1 : null,
    last: pages,
  } as const satisfies Record<LinkName, number | null>;
  const faults: Fault[] = [];
  for (const name of names) {
    const href = hrefOf(valueAt(links, `/${name}`)) ?? null;
    const at = { exchange, pointer: `/links/${name}` };
    const expected = wanted[name];
    if (expected === null) {
      if (href !== null)
        faults.push({
          ...at,
          requirement: list.rows.prevAndNext,
          expected: `no address, as page ${number} of ${pages} has none ${name === "prev" ? "before" : "after"} it`,
          got: describeValue(href),
        });
      continue;
    }
    if (href === null) {
      const isNeighbour = name === "prev" || name === "next";
      if (list.rows.areLinksRequired && isNeighbour)
        faults.push({
          ...at,
          requirement: list.rows.prevAndNext,
          expected: `the address of page ${expected}`,
          got: "none",
        });
      continue;
    }
    faults.push(...(await linkFaults(context, list, place, { name, href, expected })));
  }
  return faults;
}

/** Looks at one link, and at what it leads to. */
async function linkFaults(
  context: CheckContext,
  list: ListDescription,
  { ask, page, pages, seen }: Place,
  { name, href, expected }: { readonly name: LinkName; readonly href: unknown; readonly expected: number },
): Promise<Fault[]> {
  const { rows, operationId } = list;
  const { exchange } = page;
  const fault = (requirement: string, wanted: string, got: string): Fault[] => [
    { requirement, exchange, pointer: `/links/${name}`, expected: wanted, got },
  ];
  const target = targetOf(context.session, href, exchange);
  const isSameList =
    target?.operation.id === operationId &&
    Object.entries(ask.path ?? {}).every(([parameter, value]) => target.params[parameter] === value);
  if (!target || !isSameList) return fault(rows.linkTargets, `page ${expected} of the same list`, describeValue(href));
  const { query } = target;
  // Links may name pages by other parameters; then only following them tells.
  const isNumbered = "page[number]" in query;
  const lacks = !(isNumbered && "page[size]" in query);
  const lacking =
    lacks && rows.linkParameters ? fault(rows.linkParameters, "page[number] and page[size]", describeValue(href)) : [];
  if (isNumbered && query["page[number]"] !== `${expected}`) {
    return fault(rows.linksAgree, `page[number]=${expected} of ${pages} pages, as meta has it`, describeValue(href));
  }
  const lost = Object.entries({ ...ask.query }).find(([key, value]) => query[key] !== value);
  const lostRow = name === "self" ? "jsonapi.top-level-self-link" : "jsonapi.pagination-links-keep-query";
  const losing = lost ? fault(lostRow, `${lost.join("=")}, as it was asked for`, describeValue(href)) : [];
  const followed = readPage(await context.judge(operationId, { ...ask, query, isServers: true }, "success"));
  const known = seen.get(expected);
  if (known && known.ids.join(" ") !== followed.ids.join(" ")) {
    const got = `a link to ${named(followed.ids)}`;
    return [...losing, ...fault(rows.linkTargets, `a link to page ${expected}, which has ${named(known.ids)}`, got)];
  }
  const { current } = followed.pagination;
  if (typeof current === "number" && current !== expected)
    return fault(rows.linkTargets, `a link to page ${expected}`, `a link to page ${current}`);
  return [...losing, ...lacking];
}

const mostNamed = 4;

/** Ids, as far as they tell one page from another. */
function named(ids: readonly string[]): string {
  const first = ids.slice(0, mostNamed).join(", ");
  return ids.length > mostNamed ? `${first} and ${ids.length - mostNamed} more` : first || "nothing";
}
