import { isShuffled } from "../derived/is-shuffled.ts";
import type { CheckContext } from "../kit/context.ts";
import type { Fault, Restless } from "./faults.ts";
import { keyOf, named, type PodList, type PodPage, type PodQuery, readPage, statusOf } from "./pods.ts";

/** Watches all pods of a runner over several reads. */
export interface PodWatch {
  readonly note: (...lists: readonly (PodPage | PodList)[]) => void;
  /** What to say of a list that never held still: whether pods came and went, or only stood in another order. */
  readonly restless: (query?: PodQuery) => Promise<Restless>;
  /** The same without the fault, for checks that are about something else. */
  readonly undecided: () => Promise<Restless>;
}

const readsNeeded = 6;
/** Of few pods chance brings the same order again now and then. */
const mostAlike = 1;

const reason = "the pods stood in another order each time, though none was seen to come, go or change its status";

/**
 * The page names no order, so any will do, and what moves pods within it may be hidden: the last one at work first, say.
 * But where the same request, sent again at once, brings another order each time, no limit and offset lead through all.
 */
export function watchPods(context: CheckContext, id: string): PodWatch {
  const { note, isStill } = tally();

  const restless: PodWatch["restless"] = async (query = {}) => {
    if (!isStill()) return {};
    const pages: PodPage[] = [];
    while (pages.length < readsNeeded) pages.push(await readPage(context, id, query));
    const those = tally();
    those.note(...pages);
    if (!those.isStill()) return {};
    const turns = pages.slice(1).flatMap((page, index) => turnOf(page, pages[index] ?? page));
    const isLasting = turns.length >= readsNeeded - 1 - mostAlike;
    return { reason, ...(isLasting && { fault: turns.at(-1) }) };
  };

  return { note, restless, undecided: async () => (isStill() ? { reason } : {}) };
}

/** What several reads show of which each asks for the same pods: whether they may be the same all the time. */
function tally(): Pick<PodWatch, "note"> & { readonly isStill: () => boolean } {
  const statuses = new Map<string, unknown>();
  const totals = new Set<unknown>();
  let hasChanged = false;
  return {
    note: (...lists) => {
      for (const list of lists) {
        totals.add("first" in list ? list.first.total : list.total);
        for (const pod of list.pods) {
          const [key, now] = [keyOf(pod), statusOf(pod)];
          hasChanged ||= statuses.has(key) && statuses.get(key) !== now;
          statuses.set(key, now);
        }
      }
    },
    isStill: () => {
      const [total] = totals;
      return !hasChanged && totals.size === 1 && typeof total === "number" && statuses.size <= total;
    },
  };
}

/** That a page has quite another order than the one before it, which the same request had brought. */
function turnOf({ exchange, pods }: PodPage, before: PodPage): Fault[] {
  const [keys, wanted] = [pods.map(keyOf), before.pods.map(keyOf)];
  if (!isShuffled(wanted, keys)) return [];
  const expected = `the order in which the same request had brought them just before, ${named(wanted)}`;
  const got = `${named(keys)}; ${reason}`;
  return [{ exchange, requirement: "list-runner-pods.pages", about: "order", pointer: "/pods", expected, got }];
}
