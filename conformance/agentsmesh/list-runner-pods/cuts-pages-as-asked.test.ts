import { expect, test } from "vitest";
import type { FetchHandler } from "../../../src/host/serve.ts";
import { tryServer } from "../../proof/rig.ts";
import { loadSuite } from "../../suites.ts";

const suite = await loadSuite("agentsmesh");

interface PageAsked {
  readonly limit: number;
  readonly offset: number;
}

/** The page whose curl line stands first, on a server that gives the page from another offset than the one asked for. */
async function pageBlamed(offsetFor: (asked: PageAsked) => number): Promise<string | undefined> {
  const front = (handle: FetchHandler) => async (request: Request) => {
    const url = new URL(request.url);
    const [limit, offset] = ["limit", "offset"].map((name) => url.searchParams.get(name));
    if (limit && offset)
      url.searchParams.set("offset", String(offsetFor({ limit: Number(limit), offset: Number(offset) })));
    return handle(new Request(url, request));
  };
  const only = ["agentsmesh/listRunnerPods/cuts-pages-as-asked"];
  const { checks } = await tryServer(suite, "agentsmesh", { alteration: { front }, only });
  const [finding] = checks[0]?.findings ?? [];
  return /limit=.*/.exec(finding?.sent ?? "")?.[0];
}

test.each<{ given: string; offsetFor: (asked: PageAsked) => number; want: string | undefined }>([
  { given: "nothing else", offsetFor: ({ offset }) => offset, want: undefined },
  { given: "the first page always", offsetFor: () => 0, want: "limit=2&offset=1" },
  { given: "the pod before as well", offsetFor: ({ offset }) => Math.max(0, offset - 1), want: "limit=2&offset=1" },
  {
    given: "the first page again for the second, where pages are large",
    offsetFor: ({ limit, offset }) => (limit === 50 ? 0 : offset),
    want: "limit=50&offset=50",
  },
  {
    given: "a second page that lacks its first pod",
    offsetFor: ({ limit, offset }) => (limit === 50 && offset === 50 ? 51 : offset),
    want: "limit=50&offset=50",
  },
  {
    given: "a second page that is empty",
    offsetFor: ({ limit, offset }) => (limit === 50 && offset === 50 ? 9999 : offset),
    want: "limit=50&offset=50",
  },
])("blames $want on a server that gives $given", async ({ offsetFor, want }) => {
  expect(await pageBlamed(offsetFor)).toBe(want);
});
