import { valueAt } from "../../src/contract/json-pointer.ts";
import type { Operation } from "../../src/contract/operations.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Ask } from "../kit/exchange.ts";
import { hasFailed } from "../kit/has-failed.ts";
import { Undecided } from "../kit/undecided.ts";
import type { Derivation, ListPaging } from "./derivation.ts";
import type { DerivedCheck } from "./derived-check.ts";
import { type Walk, walkPages } from "./pages.ts";
import { isReorderedEachTime } from "./reordered-each-time.ts";

const mostWalks = 4;
const pagesWanted = 4;
/** No server is known to give fewer than this on a page when asked to. */
const largestPageSize = 10;

/** Walking a list from its first page to its last brings everything once, and as much as its total says. */
export function walksEveryPage(operation: Operation, { lists, items }: Derivation): DerivedCheck[] {
  const paging = lists[operation.id];
  if (!paging) return [];
  const check: DerivedCheck = {
    topic: "walks-every-page",
    title: "give everything once to a client that walks all pages",
    needs: ["paging"],
    isAlone: true,
    async run(context) {
      const ask = await context.validAsk(operation.id);
      if (context.has("write")) await paging.fill?.(context);
      const { walk, faults } = await walkUndisturbed(context, operation, ask, paging);
      if (hasFailed(context)) return;
      if (walk.ids.length < 2) {
        const held = walk.ids.length;
        const isCounted = typeof walk.totals[0] === "number";
        context.unverified(
          isCounted
            ? `the list holds ${held}, and it takes two to cross a page`
            : `the list brings ${held} and does not say whether it goes on`,
          items[operation.id]?.kind,
        );
      }
      for (const { pointer, expected, got, page } of faults) {
        const isTotal = pointer === paging.total;
        const level = isTotal ? paging.totalLevel : "MUST";
        context.report(
          { place: "body", pointer, expected, got, level, contract: operation.pointer },
          page === undefined ? walk.last : walk.pages[page],
          isTotal ? paging.totalRow : undefined,
        );
      }
    },
  };
  return [check];
}

/**
 * Other people may write while we walk: a walk is repeated if the list moved, as the same request shows before and after
 * it, and a fault counts if the very same is there again.
 */
async function walkUndisturbed(
  context: CheckContext,
  operation: Operation,
  ask: Ask,
  paging: ListPaging,
): Promise<{ walk: Walk; faults: Faults }> {
  const known = new Set<string>();
  const totals = new Set<unknown>();
  let last: { walk: Walk; faults: Faults; seen: string } | undefined;
  const anchor = async () => {
    const { json } = await context.prepare(operation.id, ask);
    const listed = valueAt(json, paging.items);
    const items = Array.isArray(listed) ? listed : [];
    const ids = items.map((item) => String(valueAt(item, paging.id)));
    const total = valueAt(json, paging.total);
    totals.add(total);
    return { total, ids, items, held: JSON.stringify([total, ids]) };
  };
  for (let attempt = 1; attempt <= mostWalks; attempt += 1) {
    const before = await anchor();
    const size = pageSizeFor(before.total);
    const walk = await walkPages(context, operation.id, ask, { paging, size });
    const faults = faultsOf(walk, size, paging);
    if (faults.length === 0) return { walk, faults };
    for (const id of walk.ids) known.add(id);
    const seen = JSON.stringify(faults);
    const hasMoved = (await anchor()).held !== before.held;
    if (!hasMoved && seen === last?.seen) return { walk, faults };
    last = { walk, faults, seen: hasMoved ? "" : seen };
  }
  // Where nothing was seen to come or go, things only stood in another order, as they may where one moves now and then;
  // where each request has an order of its own, it is the server's doing.
  const [total] = totals;
  const isSameAll = totals.size === 1 && typeof total === "number" && known.size <= total;
  const during = `during each of ${mostWalks} walks`;
  if (!isSameAll) throw new Undecided("inconclusive", `the list of ${operation.id} moved ${during}`);
  if (!last || !(await isReorderedEachTime(anchor))) {
    const reason = `the list of ${operation.id} changed its order ${during}, though nothing was seen to come or go`;
    throw new Undecided("inconclusive", reason);
  }
  const why = `; nothing came or went ${during}, so it is the order that changed`;
  return { ...last, faults: last.faults.map((fault) => ({ ...fault, got: `${fault.got}${why}` })) };
}

/** Small enough to cross pages, large enough to reach the end of a list in few requests. */
function pageSizeFor(total: unknown): number {
  const size = typeof total === "number" ? Math.ceil(total / pagesWanted) : 1;
  return Math.min(Math.max(size, 1), largestPageSize);
}

/** What is wrong with a walk, and the index of the page that shows it; the last one unless given. */
type Faults = readonly { readonly pointer: string; readonly expected: string; readonly got: string; page?: number }[];

function faultsOf(walk: Walk, size: number, { items, total }: ListPaging): Faults {
  const { ids, totals, sizes, isComplete } = walk;
  const faults: Faults[number][] = [];
  const large = sizes.findIndex((count) => count > size);
  if (large !== -1)
    faults.push({
      pointer: items,
      expected: `at most ${size}, the size asked for`,
      got: `${sizes[large]}`,
      page: large,
    });
  const again = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (again !== -1) {
    const first = pageOf(walk, ids.indexOf(ids[again] ?? ""));
    const got = `${JSON.stringify(ids[again])} again, which was on page ${first + 1} of this walk already`;
    faults.push({ pointer: items, expected: "each id once on all pages", got, page: pageOf(walk, again) });
  }
  const [claimed] = totals;
  const other = totals.findIndex((each) => each !== claimed);
  if (other !== -1)
    faults.push({ pointer: total, expected: `${claimed}, as on the first page`, got: `${totals[other]}`, page: other });
  // What was given twice is not counted twice against the total.
  const counts = [ids.length, new Set(ids).size];
  if (isComplete && typeof claimed === "number" && !counts.includes(claimed))
    faults.push({ pointer: total, expected: `${ids.length}, as many as all pages hold`, got: `${claimed}` });
  return faults;
}

/** Index of the page that an item was on, by its index among all. */
function pageOf({ sizes }: Walk, index: number): number {
  let end = 0;
  return sizes.findIndex((count) => {
    end += count;
    return index < end;
  });
}
