import { withDocument } from "./answers.ts";
import type { Hostility, Turn } from "./hostility.ts";
import { atEveryPodCheck, atLinkedPages, atPods } from "./places.ts";

const pod = {
  status: "running",
  agent_type_id: "claude-code",
  initial_prompt: null,
  created_at: "2026-01-31T00:00:00.000Z",
};

/** Changes the links of every page; they are at `/links`, and its numbers at `/meta/pagination`. */
const linked = (links: (turn: Turn) => object) =>
  withDocument((document, turn) => ({ ...document, links: { ...(document.links as object), ...links(turn) } }));

const counted = (numbers: object) =>
  withDocument((document) => {
    const { pagination } = document.meta as { pagination: object };
    return { ...document, meta: { pagination: { ...pagination, ...numbers } } };
  });

/** Lists that never end, lead in a circle, or lead away. */
export const oddPages: readonly Hostility[] = [
  {
    ...atEveryPodCheck,
    name: "endless-pages",
    does: "has another page behind every page",
    plays: withDocument((document, { count, asked }) => {
      const length = Math.min(Number(asked.query.get("limit") ?? 20), 100);
      const pods = Array.from({ length }, (_, index) => ({ ...pod, key: `pod-1-${count}-${index}` }));
      return { ...document, pods, total: 1_000_000_000 };
    }),
    want: { code: 1 },
  },
  {
    ...atPods,
    only: ["walks-every-page", "cuts-pages-as-asked"].map((topic) => `agentsmesh/listRunnerPods/${topic}`),
    name: "pages-in-a-circle",
    does: "gives the same pods on every page",
    plays: withDocument((document) => ({
      ...document,
      pods: ["pod-1-001", "pod-1-002"].map((key) => ({ ...pod, key })),
    })),
    want: { code: 1 },
  },
  {
    ...atLinkedPages,
    name: "endless-links",
    does: "links each page to another after it",
    plays: linked(({ here, count, asked }) => ({
      next: `${here}/api/v2${asked.path}?page[number]=${count + 2}&page[size]=1`,
    })),
    want: { code: 1, says: /links\/next/ },
  },
  {
    ...atLinkedPages,
    name: "links-in-a-circle",
    does: "links each page to itself",
    plays: linked(({ here, asked }) => ({ next: `${here}/api/v2${asked.path}?${asked.query}` })),
    want: { code: 1, says: /links\/next/ },
  },
  {
    ...atLinkedPages,
    name: "links-elsewhere",
    does: "links its pages to another host",
    plays: linked(({ elsewhere, asked }) => ({
      next: `${elsewhere}/api/v2${asked.path}?page[number]=2`,
      self: elsewhere,
    })),
    want: { code: 1 },
  },
  {
    ...atLinkedPages,
    name: "links-without-scheme",
    does: "links its pages to another host without naming a scheme",
    plays: linked(({ elsewhere, asked }) => ({
      next: `${elsewhere.replace("http:", "")}/api/v2${asked.path}?page[number]=2`,
    })),
    want: { code: 1 },
  },
  {
    ...atLinkedPages,
    name: "links-to-no-place",
    does: "links its pages to scripts and files",
    plays: linked(() => ({ next: "javascript:alert(1)", last: "file:///etc/passwd", first: "data:text/html,x" })),
    want: { code: 1 },
  },
  {
    ...atLinkedPages,
    name: "links-of-other-types",
    does: "links its pages by lists, numbers and nonsense",
    plays: linked(() => ({ next: [1], last: 7, first: { href: { href: "x" } }, self: "http://[" })),
    want: { code: 1 },
  },
  {
    ...atLinkedPages,
    name: "billion-pages",
    does: "tells of a billion pages",
    plays: counted({ "total-pages": 1e9, "total-count": 1e9 }),
    want: { code: 1 },
  },
  {
    ...atLinkedPages,
    name: "infinitely-many-pages",
    does: "tells of 1e308 pages, the next of them at -1",
    plays: counted({ "total-pages": 1e308, "total-count": 1e308, "next-page": -1 }),
    want: { code: 1 },
  },
];
