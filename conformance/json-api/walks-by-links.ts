import { valueAt } from "../../src/contract/json-pointer.ts";
import { type Check, check } from "../kit/check.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { hrefOf } from "../kit/links.ts";
import type { JsonApiDescription, ListDescription } from "./description.ts";
import { type Fault, reportUnmoved } from "./fault.ts";
import { anchorOf, askPage, type Page, readPage } from "./page.ts";

/** Of a longer list only the beginning is walked. */
const mostPages = 20;

/** Pages of the size that the server has where none is asked for bring everything once, by its links as by their numbers. */
export function walksByLinks({ api }: JsonApiDescription, list: ListDescription): Omit<Check, "level">[] {
  const { operationId, rows } = list;
  const { walk } = rows;
  if (walk === undefined) return [];
  const walksOwnPages = check(`${api}/${operationId}/walks-by-links`, {
    title: "give everything once on pages of its own size, too",
    decides: [walk, rows.total, rows.pageAskedFor],
    needs: ["paging"],
    isAlone: true,
    async run(context) {
      const ask = await context.validAsk(operationId);
      await reportUnmoved(context, anchorOf(context, list, ask), async () => {
        const { pages, isComplete } = await follow(context, list, ask);
        const faults = walkFaults(pages, isComplete, { walk, total: rows.total });
        const [, second] = pages;
        if (!second || faults.length > 0) return faults;
        const numbered = await askPage(context, list, ask, { "page[number]": "2" });
        return numberFaults(numbered, second, rows.pageAskedFor);
      });
    },
  });
  return [walksOwnPages];
}

/** Follows the links to the next page from the first one, which is asked for without a number or size. */
async function follow(
  context: CheckContext,
  list: ListDescription,
  ask: Ask,
): Promise<{ readonly pages: readonly Page[]; readonly isComplete: boolean }> {
  const pages = [await askPage(context, list, ask, {})];
  const followed = new Set<string>();
  for (;;) {
    const next = nextQuery(pages.at(-1));
    if (next === undefined) return { pages, isComplete: true };
    const query = JSON.stringify(next);
    if (followed.has(query) || pages.length === mostPages) return { pages, isComplete: false };
    followed.add(query);
    // Names in links are the server's own, so whether they make a valid request is not for us to answer.
    const asked = { ...ask, query: next, isServers: true };
    pages.push(readPage(await context.judge(list.operationId, asked, "success")));
  }
}

/** Only the query of a link is followed: behind a proxy its host and path can rightly be others than ours. */
function nextQuery(page: Page | undefined): Record<string, string> | undefined {
  const link = hrefOf(valueAt(page?.links, "/next"));
  const url = page?.exchange.request.url;
  return typeof link === "string" && URL.canParse(link, url)
    ? Object.fromEntries(new URL(link, url).searchParams)
    : undefined;
}

function walkFaults(
  pages: readonly Page[],
  isComplete: boolean,
  rows: { readonly walk: string; readonly total: string },
): Fault[] {
  const seen = new Map<string, number>();
  for (const [index, { ids, exchange }] of pages.entries()) {
    for (const id of ids) {
      const before = seen.get(id);
      seen.set(id, index + 1);
      if (before === undefined) continue;
      const expected = "each resource once on pages of the server's own size";
      const got = `${id} on page ${index + 1}, and on page ${before} before`;
      return [{ requirement: rows.walk, exchange, pointer: "/data", expected, got }];
    }
  }
  const [first] = pages;
  const total = first?.pagination.total;
  if (!first || !isComplete || typeof total !== "number" || total === seen.size) return [];
  // A link too few is as good a reason as a resource that no page holds.
  const requirement = total > seen.size ? rows.walk : rows.total;
  const expected = `${seen.size}, as many as the ${pages.length} pages hold to which its links lead`;
  const pointer = "/meta/pagination/total-count";
  return [{ requirement, exchange: first.exchange, pointer, expected, got: String(total) }];
}

function numberFaults(numbered: Page, linked: Page, requirement: string): Fault[] {
  if (numbered.ids.join(" ") === linked.ids.join(" ")) return [];
  const { exchange } = numbered;
  const expected = `what the link to page 2 leads to: ${linked.ids.join(", ")}`;
  return [{ requirement, exchange, pointer: "/data", expected, got: numbered.ids.join(", ") || "nothing" }];
}
