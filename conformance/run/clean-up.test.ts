import { expect, test } from "vitest";
import {
  breakOff,
  createBoxServer,
  createSmallSuite,
  reply,
  type ScriptedAnswer,
  smallTarget,
} from "../self/small-suite.ts";
import { cleanUp } from "./clean-up.ts";

const url = "http://boxes.test/api/orgs/acme/boxes";

/** A server of boxes, answers in place of its own by `METHOD ID`, and ids that were written down. */
interface Given {
  readonly boxes: Readonly<Record<string, string>>;
  readonly created?: readonly string[];
  readonly answers?: Readonly<Record<string, ScriptedAnswer>>;
}

async function cleanUpOn({ boxes: given, created = [], answers = {} }: Given) {
  const { fetch, boxes } = createBoxServer(given);
  const asked: string[] = [];
  const watched = async (request: Request) => {
    const id = new URL(request.url).pathname.split("/boxes/")[1] ?? "";
    asked.push(`${request.method} ${id}`.trim());
    return answers[`${request.method} ${id}`.trim()]?.() ?? fetch(request);
  };
  const cleaned = await cleanUp({
    suite: createSmallSuite(),
    target: smallTarget({ fetch: watched }),
    namePrefix: "poolproof-gone1-",
    created: created.map((id) => ({ id, url })),
    sleep: async () => {},
  });
  return { ...cleaned, asked, boxes };
}

const [ours, theirs] = ["poolproof-gone1-x", "theirs"];

test("removes what was written down, the last first, and then looks for the rest by name", async () => {
  const { removed, left, asked, boxes } = await cleanUpOn({
    boxes: { "box-1": ours, "box-2": theirs, "box-3": ours, "box-4": ours, "box-5": "poolproof-other-x" },
    created: ["box-1", "box-3"],
  });
  expect({ removed, left }).toEqual({ removed: ["box-3", "box-1", "box-4"], left: [] });
  expect(asked.filter((each) => each.startsWith("DELETE"))).toEqual(["DELETE box-3", "DELETE box-1", "DELETE box-4"]);
  expect([...boxes.keys()]).toEqual(["box-2", "box-5"]);
});

test("says nothing of what was gone before", async () => {
  const { removed, left, asked } = await cleanUpOn({ boxes: { "box-2": theirs }, created: ["box-1"] });
  expect({ removed, left }).toEqual({ removed: [], left: [] });
  expect(asked).toEqual(["GET box-1", "GET"]);
});

test.each<{ given: string; boxes?: Record<string, string>; answer?: ScriptedAnswer; reason: string }>([
  {
    given: "bears another name",
    boxes: { "box-1": theirs },
    reason: "it does not bear the run's name, so it was left alone: see to it yourself, then cleanup --forget",
  },
  {
    given: "is nameless",
    boxes: { "box-1": "" },
    reason: "it does not bear the run's name, so it was left alone: see to it yourself, then cleanup --forget",
  },
  { given: "is not shown", answer: reply(403, { message: "no" }), reason: "showBox was answered 403" },
  {
    given: "is shown in no known form",
    answer: reply(200, {}),
    reason: "it does not bear the run's name, so it was left alone: see to it yourself, then cleanup --forget",
  },
  { given: "gets no answer", answer: breakOff, reason: "GET /api/orgs/acme/boxes/box-1: connection reset" },
])("leaves alone and names what $given", async ({ boxes = { "box-1": theirs }, answer, reason }) => {
  const { removed, left, asked } = await cleanUpOn({
    boxes,
    created: ["box-1"],
    ...(answer && { answers: { "GET box-1": answer } }),
  });
  expect({ removed, left }).toEqual({ removed: [], left: [{ what: "box-1", reason }] });
  expect(asked.filter((each) => each.startsWith("DELETE"))).toEqual([]);
});

test("names what cannot be removed once, whether it was written down or found", async () => {
  const { removed, left } = await cleanUpOn({
    boxes: { "box-1": ours },
    created: ["box-1"],
    answers: { "DELETE box-1": reply(403, { message: "no" }) },
  });
  expect(removed).toEqual([]);
  expect(left).toEqual([{ what: "box-1", reason: "removeBox was answered 403" }]);
});

test("does not call removed what is only claimed to be", async () => {
  const { removed, left } = await cleanUpOn({
    boxes: { "box-1": ours },
    created: ["box-1"],
    answers: { "DELETE box-1": reply(204) },
  });
  const reason = "removeBox was answered, and it is still listed";
  expect({ removed, left }).toEqual({ removed: [], left: [{ what: "box-1", reason }] });
});

test("does not name what went at the second attempt", async () => {
  let attempts = 0;
  const refuseOnce = () => {
    attempts += 1;
    return attempts === 1 ? Response.json({ message: "no" }, { status: 403 }) : new Response(null, { status: 404 });
  };
  const lists = [{ id: "box-1", name: ours }];
  const { removed, left } = await cleanUpOn({
    boxes: { "box-1": ours },
    created: ["box-1"],
    answers: { "DELETE box-1": refuseOnce, GET: () => Response.json({ boxes: lists.splice(0) }) },
  });
  expect({ removed, left }).toEqual({ removed: ["box-1"], left: [] });
});

test("says so where it could not look for the rest", async () => {
  const { removed, left } = await cleanUpOn({
    boxes: { "box-1": ours },
    created: ["box-1"],
    answers: { GET: reply(500, { message: "no" }) },
  });
  const unseen = { what: "http://boxes.test/api", reason: "listBoxes could not be read to its end" };
  expect({ removed, left }).toEqual({ removed: ["box-1"], left: [unseen] });
});

test("has nothing to do for an API that creates nothing", async () => {
  const suite = createSmallSuite({ own: undefined });
  const target = smallTarget({ fetch: breakOff });
  const cleaned = await cleanUp({ suite, target, namePrefix: "poolproof-gone1-", created: [], sleep: async () => {} });
  expect(cleaned).toEqual({ removed: [], left: [] });
});
