import type { Problem } from "../../../src/apis/api.ts";
import type { AgentsMeshStore, Pod } from "../../../src/reference/agentsmesh/store.ts";
import type { Alteration } from "../../../src/reference/alteration.ts";
import type { Asked, Outcome } from "../../../src/reference/service.ts";
import { type Answerer, anew, combine, fronted, operation, tolerating } from "../../proof/alterations.ts";
import type { Variant } from "../../proof/variant.ts";
import { ofStatus, type PodPageAsked, paging } from "../mutants/pod-pages.ts";

const defaultLimit = 50;
const otherCap = 60;
const largestTaken = 100;

const knownStatuses = [
  "running",
  "terminated",
  "initializing",
  "paused",
  "disconnected",
  "orphaned",
  "completed",
  "error",
];

/** Checks that need a list of pods to keep its order for some requests. */
const movingOrder = [
  "agentsmesh/listRunnerPods/walks-every-page",
  "agentsmesh/listRunnerPods/filters-by-status",
  "agentsmesh/listRunnerPods/pages-within-a-status",
  "agentsmesh/listRunnerPods/cuts-pages-as-asked",
  "agentsmesh/listRunnerPods/takes-defaults",
] as const;

const badRequest = (detail: string): Problem => ({ status: 400, title: "bad request", detail });

/** Makes pages with another largest limit. */
const capping = (cap: number) =>
  paging((asked) => {
    const limit = Math.min(Number(asked.query.get("limit")) || defaultLimit, cap);
    return { pods: ofStatus(asked).slice(asked.offset, asked.offset + limit), limit };
  });

/** Sorts pods otherwise before it cuts the page. */
export const sorted = (compare: (a: Pod, b: Pod) => number) =>
  paging((asked: PodPageAsked) => ({
    pods: ofStatus(asked)
      .toSorted(compare)
      .slice(asked.offset, asked.offset + asked.limit),
  }));

/** Refuses pages that fit, after whatever else is refused. */
const refusing = (fits: (asked: Asked) => boolean, detail: string) =>
  operation<AgentsMeshStore>("listRunnerPods", (asked, sound) => {
    const outcome = sound(asked);
    return outcome.status === 200 && fits(asked) ? badRequest(detail) : outcome;
  });

/** Takes a negative number as a query parameter, and answers it otherwise. */
function takingNegative(name: string, answer: (asked: Asked, sound: Answerer) => Outcome): Alteration<AgentsMeshStore> {
  return combine<AgentsMeshStore>(
    tolerating(({ pointer, got }) => pointer === name && /-\d+$/.test(got)),
    operation("listRunnerPods", (asked, sound) =>
      Number(asked.query.get(name)) < 0 ? answer(asked, sound) : sound(asked),
    ),
  );
}

/** Takes a limit of 0 for another one. */
const takingZeroFor = (limit: number) =>
  paging((asked) => {
    const taken = asked.query.get("limit") === "0" ? limit : asked.limit;
    return { pods: ofStatus(asked).slice(asked.offset, asked.offset + taken), limit: Math.min(taken, largestTaken) };
  });

/** The same request with query parameters replaced. */
function withQuery(asked: Asked, replaced: Readonly<Record<string, string>>): Asked {
  return { ...asked, query: new URLSearchParams({ ...Object.fromEntries(asked.query), ...replaced }) };
}

export const capAtSixty = capping(otherCap);
export const uncapped = capping(Number.POSITIVE_INFINITY);
export const refusingUnknownStatuses = refusing(
  ({ query }) => query.has("status") && !knownStatuses.includes(query.get("status") ?? ""),
  "There is no such status.",
);
export const byKey = sorted((a, b) => (a.key < b.key ? -1 : 1));

/** Pods that work come to the front of the list, one after so many requests; nothing that is shown of them changes. */
const workingFirst = (requests: number) =>
  anew<AgentsMeshStore>(() => {
    const moved: string[] = [];
    let count = 0;
    return paging((asked) => {
      count += 1;
      const keys = asked.pods.map(({ key }) => key);
      if (count % requests === 0) moved.unshift(keys[(count * 7) % keys.length] ?? "");
      const placeOf = ({ key }: Pod) => (moved.includes(key) ? moved.indexOf(key) : moved.length + keys.indexOf(key));
      const pods = ofStatus(asked).toSorted((a, b) => placeOf(a) - placeOf(b));
      return { pods: pods.slice(asked.offset, asked.offset + asked.limit) };
    });
  });

/** Refuses what it does not know, or cannot read. */
const refusingOdd = fronted<AgentsMeshStore>((request, sound) => {
  const { search, searchParams } = new URL(request.url);
  const names = [...searchParams.keys()];
  const isOdd =
    names.some((name, index) => !["status", "limit", "offset"].includes(name) || names.indexOf(name) !== index) ||
    [...searchParams.values()].some((value) => value === "" || value.length > 64) ||
    /%00|%(?![\da-f]{2})|\d{10}/i.test(search);
  return isOdd
    ? Response.json({ error: "The query is odd.", code: "VALIDATION_FAILED" }, { status: 400 })
    : sound(request);
});

export const pagingVariants: readonly Variant<AgentsMeshStore>[] = [
  {
    id: "caps-limits-at-sixty",
    difference: "has a largest limit, and tells it, which is one of the readings.",
    alteration: capAtSixty,
  },
  {
    id: "caps-limits-at-the-default",
    difference: "has a largest limit that is the default.",
    alteration: capping(defaultLimit),
  },
  { id: "caps-no-limits", difference: "takes limits of any size, which is one of the readings.", alteration: uncapped },
  {
    id: "refuses-large-limits",
    difference: `refuses a limit over ${largestTaken}, which is one of the readings.`,
    alteration: refusing(({ query }) => Number(query.get("limit")) > largestTaken, "The limit is too large."),
  },
  {
    id: "lists-nothing-for-a-limit-of-zero",
    difference: "answers a page without pods to a limit of 0, which is one of the readings.",
    alteration: takingZeroFor(0),
  },
  {
    id: "lists-all-for-a-limit-of-zero",
    difference: "answers every pod to a limit of 0, which is one of the readings.",
    alteration: takingZeroFor(Number.POSITIVE_INFINITY),
  },
  {
    id: "lists-one-pod-for-a-limit-of-zero",
    difference: "takes a limit of 0 for 1, which is one of the readings.",
    alteration: takingZeroFor(1),
  },
  {
    id: "refuses-a-limit-of-zero",
    difference: "refuses a limit of 0, which is one of the readings.",
    alteration: refusing(({ query }) => /^0+$/.test(query.get("limit") ?? ""), "The limit is 0."),
  },
  {
    id: "takes-negative-limits-for-none",
    difference: "answers a negative limit as though it were left out, which is one of the readings.",
    alteration: takingNegative("limit", (asked, sound) => sound(withQuery(asked, { limit: `${defaultLimit}` }))),
  },
  {
    id: "lists-all-for-negative-limits",
    difference: "answers every pod to a negative limit, which is one of the readings.",
    alteration: combine(
      uncapped,
      takingNegative("limit", (asked, sound) => sound(withQuery(asked, { limit: "1000" }))),
    ),
  },
  {
    id: "takes-negative-offsets-for-none",
    difference: "answers a negative offset as though it were left out, which is one of the readings.",
    alteration: takingNegative("offset", (asked, sound) => sound(withQuery(asked, { offset: "0" }))),
  },
  {
    id: "refuses-unknown-statuses",
    difference: "refuses a status that no pod can have, which is one of the readings.",
    alteration: refusingUnknownStatuses,
  },
  {
    id: "lists-the-oldest-pods-first",
    difference: "lists the oldest pods first; the page names no order.",
    alteration: sorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()),
  },
  {
    id: "lists-the-pods-at-work-last-first",
    difference:
      "lists first the pod that was last at work, which is another one now and then; the page names no order.",
    alteration: workingFirst(20),
  },
  {
    id: "has-pods-always-at-work",
    difference: "lists first the pod that was last at work, which is another one at every other request.",
    alteration: workingFirst(2),
    undecided: movingOrder,
  },
  {
    id: "refuses-odd-queries",
    difference:
      "refuses parameters that are unknown, repeated, empty, huge or not to be decoded; the page says nothing of them.",
    alteration: refusingOdd,
  },
  { id: "lists-pods-by-key", difference: "lists pods by their keys; the page names no order.", alteration: byKey },
  {
    id: "lists-pods-by-status",
    difference: "lists pods by their status, and by their keys within one.",
    alteration: sorted((a, b) => a.status.localeCompare(b.status) || a.key.localeCompare(b.key)),
  },
];
