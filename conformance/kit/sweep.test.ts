import { describe, expect, test } from "vitest";
import {
  breakOff,
  createBoxServer,
  createScript,
  createSmallRun,
  ownBoxes,
  reply,
  type ScriptedAnswer,
} from "../self/small-suite.ts";
import type { CheckContext } from "./context.ts";
import { type OwnList, sweep } from "./sweep.ts";
import type { Target } from "./target.ts";

const listed = (...items: readonly unknown[]) => reply(200, { boxes: items });
const nothing = { removed: [], left: [], isComplete: true };
const ours = { id: "box-1", name: "ours-1" };

async function sweepOver(
  fetch: (request: Request) => Promise<Response>,
  { target, own = ownBoxes }: { readonly target?: Partial<Target>; readonly own?: OwnList | null } = {},
) {
  const { context, session } = createSmallRun(fetch, { ...(target && { target }) });
  return sweep(context, session, own ?? undefined);
}

test("removes what bears the run's name, and nothing else", async () => {
  const { fetch, boxes } = createBoxServer({ "box-1": "ours-1", "box-2": "theirs", "box-3": "not ours-3" });
  expect(await sweepOver(fetch)).toEqual({ ...nothing, removed: ["box-1"] });
  expect([...boxes.values()]).toEqual(["theirs", "not ours-3"]);
});

test("tells of what is still listed though it was removed", async () => {
  const { fetch, asked } = createScript(listed(ours), reply(204), listed(ours));
  const reason = "removeBox was answered, and it is still listed";
  expect(await sweepOver(fetch)).toEqual({ ...nothing, left: [{ what: "box-1", reason }] });
  expect(asked).toEqual(["GET acme/boxes", "DELETE acme/boxes/box-1", "GET acme/boxes"]);
});

test("tells why something is still there", async () => {
  const { fetch } = createScript(listed(ours), reply(403), listed(ours));
  expect(await sweepOver(fetch)).toEqual({
    ...nothing,
    left: [{ what: "box-1", reason: "removeBox was answered 403" }],
  });
});

test("tells of what is gone that it is, whatever its removal was answered", async () => {
  const { fetch } = createScript(listed(ours), reply(403), listed());
  expect(await sweepOver(fetch)).toEqual({ ...nothing, removed: ["box-1"] });
});

test("hands on the URL under which a thing was found", async () => {
  const urls: string[] = [];
  const ask = (id: string, { url }: { url: string }) => {
    urls.push(url);
    return ownBoxes.creation.ask(id, { url });
  };
  const own = { ...ownBoxes, creation: { ...ownBoxes.creation, ask } };
  await sweepOver(createScript(listed(ours), reply(204), listed()).fetch, { own });
  expect(urls).toEqual(["http://boxes.test/api/orgs/acme/boxes"]);
});

test.each([
  { given: "no name", item: { id: "box-1" } },
  { given: "a name that is no text", item: { id: "box-1", name: ["ours-1"] } },
  { given: "no id", item: { name: "ours-1" } },
  { given: "an id that is neither text nor number", item: { id: [1], name: "ours-1" } },
  { given: "an id that leads up a path", item: { id: "..", name: "ours-1" } },
  { given: "nothing", item: null },
])("leaves an item alone that has $given", async ({ item }) => {
  const { fetch, asked } = createScript(listed(item));
  expect(await sweepOver(fetch)).toEqual(nothing);
  expect(asked).toEqual(["GET acme/boxes"]);
});

test.each([
  { given: "no answer", answer: breakOff },
  { given: "no list", answer: reply(200, { boxes: "ours-1" }) },
  { given: "no JSON", answer: () => new Response("<html>") },
  { given: "a refusal", answer: reply(403, { message: "no" }) },
])("lets it be where there is $given, and says that it could not look", async ({ answer }) => {
  expect(await sweepOver(createScript(answer).fetch)).toEqual({ ...nothing, isComplete: false });
});

test("looks through every page until one brings nothing new", async () => {
  const pages = [[{ id: "box-1", name: "theirs" }], [ours].map((box) => ({ ...box, id: "box-2" })), []];
  const urls: string[] = [];
  const fetch = async (request: Request) => {
    urls.push(decodeURIComponent(new URL(request.url).search));
    const page = Number(new URL(request.url).searchParams.get("page[number]") ?? 1);
    return request.method === "DELETE"
      ? new Response(null, { status: 204 })
      : Response.json({ boxes: pages[page - 1] });
  };
  const swept = await sweepOver(fetch, { own: { ...ownBoxes, isPaged: true } });
  const reason = "removeBox was answered, and it is still listed";
  expect(swept).toEqual({ ...nothing, left: [{ what: "box-2", reason }] });
  expect(urls.slice(0, 4)).toEqual(["", "?page[number]=2", "?page[number]=3", ""]);
});

test.each([
  { given: "a refusal, as there is no such page", second: reply(404, { message: "no such page" }), want: true },
  { given: "a failure", second: reply(500, { message: "no" }), want: false },
  { given: "weather", second: reply(503, { message: "later" }), want: false },
  { given: "nothing", second: breakOff, want: false },
])("says whether it has seen all where the second page is answered with $given", async ({ second, want }) => {
  const { fetch } = createScript(listed({ id: "box-1", name: "theirs" }), second);
  const swept = await sweepOver(fetch, { own: { ...ownBoxes, isPaged: true } });
  expect(swept).toEqual({ ...nothing, isComplete: want });
});

describe("of what the list does not hold, but another place", () => {
  const also = (context: CheckContext) => ({
    path: { organization: context.datum("organization") },
    query: { size: "9" },
  });
  const own = { ...ownBoxes, alsoAsk: also };
  const answering = (second: ScriptedAnswer) => {
    const { fetch, boxes } = createBoxServer({ "box-1": "ours-1" });
    return {
      boxes,
      fetch: async (request: Request) => {
        if (request.method !== "GET") return fetch(request);
        return request.url.endsWith("?size=9") ? second() : Response.json({ boxes: [] });
      },
    };
  };

  test("removes what bears the run's name as well", async () => {
    let isFirst = true;
    const { fetch, boxes } = answering(() => {
      const items = isFirst ? [ours] : [];
      isFirst = false;
      return Response.json({ boxes: items });
    });
    expect(await sweepOver(fetch, { own })).toEqual({ ...nothing, removed: ["box-1"] });
    expect(boxes.size).toBe(0);
  });

  test.each([
    { given: "a target that has no such place", second: reply(400, { message: "no" }), want: true },
    { given: "a target that does not answer", second: breakOff, want: false },
    { given: "a target that fails", second: reply(500, { message: "no" }), want: false },
  ])("says whether it has seen all of $given", async ({ second, want }) => {
    expect(await sweepOver(answering(second).fetch, { own })).toEqual({ ...nothing, isComplete: want });
  });
});

test("does not follow pages without end", async () => {
  let made = 0;
  const fetch = async () => {
    made += 1;
    return Response.json({ boxes: [{ id: `box-${made}`, name: "theirs" }] });
  };
  expect(await sweepOver(fetch, { own: { ...ownBoxes, isPaged: true } })).toEqual({ ...nothing, isComplete: false });
  expect(made).toBe(50);
});

test("lets it be where the target names too little to be asked", async () => {
  const { fetch, asked } = createScript(listed(ours));
  expect(await sweepOver(fetch, { target: { data: {} } })).toEqual({ ...nothing, isComplete: false });
  expect(asked).toEqual([]);
});

test.each([
  { given: "an API that creates nothing", options: { own: null } },
  { given: "a target that remembers nothing", options: { target: { profile: "mock" as const } } },
  { given: "a target that is only read", options: { target: { profile: "read-only" as const } } },
])("does not look through $given", async ({ options }) => {
  const { fetch, asked } = createScript(listed(ours));
  expect(await sweepOver(fetch, options)).toEqual(nothing);
  expect(asked).toEqual([]);
});
