import type { AgentsmeshRequirementId } from "../../../generated/agentsmesh/requirements.ts";
import { describeValue } from "../../../src/contract/describe-value.ts";
import { check } from "../../kit/check.ts";
import { type Fault, reportLasting } from "../faults.ts";
import { watchPods } from "../pod-order.ts";
import {
  identityOf,
  isSameReading,
  keyOf,
  named,
  noPods,
  type PodList,
  type PodPage,
  pageWith,
  podRunner,
  readAll,
  readPage,
} from "../pods.ts";

/** "GET /runners/:id/pods", `limit` and `offset`: each page is that part of the whole list, and says which part it is. */
export const cutsPagesAsAsked = check<AgentsmeshRequirementId>("agentsmesh/listRunnerPods/cuts-pages-as-asked", {
  title: "cut out of the list of pods the page that limit and offset ask for",
  decides: [
    "list-runner-pods.limit",
    "list-runner-pods.limit-in-force",
    "list-runner-pods.offset",
    "list-runner-pods.offset-in-force",
    "list-runner-pods.pages",
    "list-runner-pods.total-of-all-pages",
    "pod.key-unique",
  ],
  needs: ["paging"],
  async run(context) {
    const id = await podRunner(context);
    const watch = watchPods(context, id);
    await reportLasting(
      context,
      async () => {
        const list = await readAll(context, id);
        const { pods, first, isComplete } = list;
        if (pods.length === 0) context.unverified(noPods, "pods");
        const keys = soundPart(pods.map(keyOf));
        const isSound = isComplete && keys.length === pods.length;
        const faults: Fault[] = [];
        for (const [limit, offset] of windowsOf(keys.length, isSound)) {
          const page = await readPage(context, id, { limit, offset });
          faults.push(...pageFaults(page, { limit, offset, keys, total: first.total, list }));
        }
        faults.push(...listFaults(list));
        if (faults.length === 0) return faults;
        const again = await readAll(context, id);
        watch.note(list, again);
        return isSameReading(pods, again.pods) ? faults : undefined;
      },
      () => watch.restless(),
    );
  },
});

/** Limits and offsets that lie at the beginning, within, at the end, and across the end of a usual page. */
function windowsOf(count: number, isComplete: boolean): (readonly [limit: number, offset: number])[] {
  const windows = [
    [1, 0],
    [2, 1],
    [3, 2],
    [5, 48],
    [3, count - 1],
  ] as const;
  return windows.filter(
    // Of very many pods only the beginning is known, so there is no end to ask for.
    ([limit, offset], index) =>
      (isComplete ? offset < count : offset + limit <= count) &&
      windows.findIndex((each) => each[1] === offset) === index,
  );
}

/** What was read up to the first key that came again: where the rest belongs, nobody knows. */
function soundPart(keys: readonly string[]): readonly string[] {
  const place = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  return place === -1 ? keys : keys.slice(0, place);
}

/** Faults of all pages together, at the page where they show. */
function listFaults(list: PodList): Fault[] {
  const { pods, pages, first, isComplete } = list;
  const faults: Fault[] = [];
  const keys = pods.map(keyOf);
  const place = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (place !== -1) {
    const again = keys[place] ?? "";
    const { exchange } = pageWith(list, place) ?? first;
    const isSamePod = identityOf(pods[place]) === identityOf(pods[keys.indexOf(again)]);
    const requirement = isSamePod ? "list-runner-pods.pages" : "pod.key-unique";
    const expected = isSamePod ? "every pod once on all pages" : "every key for one pod of the runner";
    const got = isSamePod ? `${again} again` : `${again} for another pod as well`;
    faults.push({ exchange, requirement, about: "repetition", moves: true, pointer: "/pods", expected, got });
  }
  const { total } = first;
  if (isComplete && total !== keys.length) {
    // Either the total is wrong, or the list ends too early; the last page shows both.
    const last = pages.at(-1);
    const { exchange } = last && last.total === total ? last : first;
    const fault = {
      exchange,
      requirement: "list-runner-pods.total-of-all-pages",
      about: "count",
      moves: true,
    } as const;
    const expected = `${keys.length}, as many as there are on all pages`;
    faults.push({ ...fault, pointer: "/total", expected, got: describeValue(total) });
  }
  return faults;
}

interface Window {
  readonly limit: number;
  readonly offset: number;
  /** Keys in the order in which all pages in turn show them, as far as that can be told. */
  readonly keys: readonly string[];
  readonly total: unknown;
  readonly list: PodList;
}

function pageFaults(page: PodPage, { limit, offset, keys, total, list }: Window): Fault[] {
  const { exchange, pods } = page;
  const asked = `limit=${limit}&offset=${offset}`;
  const wanted = keys.slice(offset, offset + limit);
  const got = pods.map(keyOf);
  const faults: Fault[] = [];
  if (pods.length > limit) {
    const fault = {
      exchange,
      requirement: "list-runner-pods.limit",
      about: `${asked} size`,
      moves: true,
      pointer: "/pods",
    } as const;
    faults.push({ ...fault, expected: `at most ${limit} pods for ${asked}`, got: `${pods.length}` });
  } else if (isLeftOut(got, list)) {
    faults.push(...leftOut(page, asked, { offset, list }));
  } else if (wanted.join() !== got.join()) {
    const fault = {
      exchange,
      requirement: "list-runner-pods.offset",
      about: `${asked} pods`,
      moves: true,
      pointer: "/pods",
    } as const;
    const expected = `${named(wanted)} for ${asked}, as all pages in turn show them`;
    faults.push({ ...fault, expected, got: named(got) });
  }
  for (const [member, value, requirement] of [
    ["limit", limit, "list-runner-pods.limit-in-force"],
    ["offset", offset, "list-runner-pods.offset-in-force"],
    ["total", total, "list-runner-pods.total-of-all-pages"],
  ] as const) {
    if (page[member] === value) continue;
    const expected = `${describeValue(value)} for ${asked}${member === "total" ? ", as on the first page" : ""}`;
    const fault = {
      exchange,
      requirement,
      about: `${asked} ${member}`,
      moves: member === "total",
      pointer: `/${member}`,
    };
    faults.push({ ...fault, expected, got: describeValue(page[member]) });
  }
  return faults;
}

/** Whether a page has a pod that no page had when all of them were read: then it is those that lack it. */
function isLeftOut(got: readonly string[], { pods, isComplete }: PodList): boolean {
  const known = new Set(pods.map(keyOf));
  return isComplete && got.some((key) => !known.has(key));
}

function leftOut({ pods }: PodPage, asked: string, { offset, list }: { offset: number; list: PodList }): Fault[] {
  const known = new Set(list.pods.map(keyOf));
  const index = pods.findIndex((pod) => !known.has(keyOf(pod)));
  // Behind the one before it, in case the page does not begin where it was asked to.
  const before = index === 0 ? -1 : list.pods.map(keyOf).indexOf(keyOf(pods[index - 1]));
  const at = pageWith(list, before === -1 ? offset + index : before + 1) ?? list.pages.at(-1) ?? list.first;
  const expected = `${keyOf(pods[index])} on one of all pages in turn, as ${asked} shows it`;
  return [
    {
      exchange: at.exchange,
      requirement: "list-runner-pods.pages",
      about: `${asked} left out`,
      moves: true,
      pointer: "/pods",
      expected,
      got: "it on none, and not here, where it belongs",
    },
  ];
}
