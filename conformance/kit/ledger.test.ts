import { describe, expect, test } from "vitest";
import {
  breakOff,
  createBoxServer,
  createScript,
  createSmallRun,
  exchangeOf,
  ownBoxes,
  reply,
  smallTarget,
} from "../self/small-suite.ts";
import type { Journal } from "./journal.ts";
import { createLedger, remove } from "./ledger.ts";
import { Stranger } from "./stranger.ts";

const { creation } = ownBoxes;

/** A ledger against a handler, with something that is said to have been created. */
function open(fetch: (request: Request) => Promise<Response>, json: unknown, hasState = true) {
  const { suite, session } = createSmallRun(fetch, { target: smallTarget({ fetch }) });
  const ledger = createLedger({ session, namePrefix: "ours-", hasState });
  return { session, ledger, created: exchangeOf(suite, "createBox", { status: 201, json }) };
}

describe("record", () => {
  test.each([
    { given: "bears our name", answer: reply(200, { id: "box-1", name: "ours-1" }) },
    { given: "bears our name in other letters", answer: reply(200, { id: "box-1", name: "OURS_1" }) },
    { given: "has no name", answer: reply(200, { id: "box-1", name: "" }) },
    { given: "is nameless by its kind", answer: reply(200, { id: "box-1", name: 17 }) },
    { given: "cannot be shown", answer: reply(404, { name: "theirs" }) },
    { given: "gets no answer", answer: breakOff },
  ])("takes for ours what $given", async ({ answer }) => {
    const { fetch, asked } = createScript(answer, reply(204));
    const { ledger, created } = open(fetch, { id: "box-1" });
    await ledger.record(creation, created);
    await ledger.cleanUp();
    expect(asked).toEqual(["GET acme/boxes/box-1", "DELETE acme/boxes/box-1"]);
    expect(ledger.leftovers).toEqual([]);
  });

  test("touches nothing whose id leads to what is another's", async () => {
    const { fetch, asked } = createScript(reply(200, { id: "box-1", name: "theirs" }));
    const { ledger, created } = open(fetch, { id: "box-1" });
    const reason = 'what was created answers to the id box-1, which is that of "theirs"';
    const recorded = ledger.record(creation, created);
    await expect(recorded).rejects.toThrow(Stranger);
    await expect(recorded).rejects.toMatchObject({ message: reason, strangersName: "theirs" });
    await ledger.cleanUp();
    expect(asked).toEqual(["GET acme/boxes/box-1"]);
    expect(ledger.leftovers).toEqual([{ what: "box-1", reason }]);
  });

  test("does not look where nothing is remembered", async () => {
    const { fetch, asked } = createScript(reply(200, { id: "box-1", name: "theirs" }));
    const { ledger, created } = open(fetch, { id: "box-1" }, false);
    await ledger.record(creation, created);
    expect(asked).toEqual([]);
  });

  test.each([{ id: undefined }, { id: null }, { id: {} }, { id: "" }, { id: ".." }])(
    "tells of a creation that answered the id $id",
    async ({ id }) => {
      const { fetch, asked } = createScript(reply(200));
      const { ledger, created } = open(fetch, { id });
      await ledger.record(creation, created);
      await ledger.cleanUp();
      expect(asked).toEqual([]);
      const reason = "created something without an id at /id";
      expect(ledger.leftovers).toEqual([{ what: created.request.url, reason }]);
    },
  );

  test("takes a number for an id", async () => {
    const { fetch, asked } = createScript(reply(204));
    const { session, created } = open(fetch, { id: 17 });
    const ledger = createLedger({ session, namePrefix: "ours-", hasState: false });
    const ask = (id: string) => ({ path: { organization: "acme", box: `box-${id}` } });
    await ledger.record({ ...creation, ask }, created);
    await ledger.cleanUp();
    expect(asked).toEqual(["DELETE acme/boxes/box-17"]);
  });

  test("hands on the request that created it", async () => {
    const { ledger, created } = open(createScript(reply(204)).fetch, { id: "box-1" });
    const urls: string[] = [];
    const ask = (id: string, { url }: { url: string }) => {
      urls.push(url);
      return creation.ask(id, { url });
    };
    await ledger.record({ ...creation, ask }, created);
    await ledger.cleanUp();
    expect(urls).toEqual([created.request.url, created.request.url]);
  });
});

describe("cleanUp", () => {
  test("removes in reverse order, once, and not what was struck out", async () => {
    const { boxes, fetch } = createBoxServer({ "box-1": "ours-1", "box-2": "ours-2", "box-3": "ours-3" });
    const removed: string[] = [];
    const watched = async (request: Request) => {
      if (request.method === "DELETE") removed.push(new URL(request.url).pathname.split("/").at(-1) ?? "");
      return fetch(request);
    };
    const { ledger, created } = open(watched, {});
    for (const id of boxes.keys()) await ledger.record(creation, { ...created, json: { id } });
    ledger.strike("box-2");
    ledger.strike("box-of-nobody");
    await ledger.cleanUp();
    await ledger.cleanUp();
    expect(removed).toEqual(["box-3", "box-1"]);
    expect(ledger.leftovers).toEqual([]);
  });

  test("tells what could not be removed, and goes on", async () => {
    const { fetch, asked } = createScript(reply(500), reply(204));
    const { ledger, created } = open(fetch, {}, false);
    for (const id of ["box-1", "box-2"]) await ledger.record(creation, { ...created, json: { id } });
    await ledger.cleanUp();
    expect(asked).toEqual(["DELETE acme/boxes/box-2", "DELETE acme/boxes/box-1"]);
    expect(ledger.leftovers).toEqual([{ what: "box-2", reason: "removeBox was answered 500" }]);
  });
});

describe("remove", () => {
  test.each([
    { given: "204", answer: reply(204), want: "" },
    { given: "200", answer: reply(200, {}), want: "" },
    { given: "404", answer: reply(404), want: "" },
    { given: "403", answer: reply(403), want: "removeBox was answered 403" },
    { given: "nothing", answer: breakOff, want: "DELETE /api/orgs/acme/boxes/box-1: connection reset" },
  ])("answered $given leaves the reason $want", async ({ answer, want }) => {
    const { session } = createSmallRun(createScript(answer).fetch);
    expect(await remove(session, creation, "box-1", { url: "http://boxes.test/" })).toBe(want);
  });

  test("is not asked for by what cannot be an id of the API", async () => {
    const { fetch, asked } = createScript(reply(204));
    const { session } = createSmallRun(fetch);
    const reason = await remove(session, creation, "17", { url: "http://boxes.test/" });
    expect(reason).toMatch(/^the id 17 is not one of this API/);
    expect(asked).toEqual([]);
  });
});

describe("what outlives the process", () => {
  /** A ledger whose journal and requests are told in one list. */
  function openWritten(fetch: (request: Request) => Promise<Response>) {
    const told: string[] = [];
    const watched = async (request: Request) => {
      told.push(request.method);
      return fetch(request);
    };
    const { suite, session } = createSmallRun(watched);
    const journal: Journal = {
      expect: () => void told.push("expect"),
      created: (id, url) => void told.push(`created ${id} ${url}`),
      removed: (id) => void told.push(`removed ${id}`),
      close: () => void told.push("close"),
    };
    const ledger = createLedger({ session, namePrefix: "ours-", hasState: true, journal });
    return { told, ledger, created: exchangeOf(suite, "createBox", { status: 201, json: { id: "box-1" } }) };
  }

  const written = "created box-1 http://boxes.test/api/orgs/acme/boxes";

  test("is told that something is about to be created before it is", () => {
    const { told, ledger } = openWritten(breakOff);
    ledger.begin();
    expect(told).toEqual(["expect"]);
  });

  test("is told of a creation before anything else is asked, and of a removal after it", async () => {
    const { told, ledger, created } = openWritten(createBoxServer({ "box-1": "ours-1" }).fetch);
    await ledger.record(creation, created);
    await ledger.cleanUp();
    expect(told).toEqual(["expect", written, "GET", "DELETE", "removed box-1"]);
  });

  test("is told of what was deleted on purpose, once", async () => {
    const { told, ledger, created } = openWritten(createBoxServer({ "box-1": "ours-1" }).fetch);
    await ledger.record(creation, created);
    for (const id of ["box-1", "box-1", "box-of-nobody"]) ledger.strike(id);
    expect(told).toEqual(["expect", written, "GET", "removed box-1"]);
  });

  test("keeps what could not be removed", async () => {
    const { fetch } = createScript(reply(200, { id: "box-1", name: "ours-1" }), reply(500));
    const { told, ledger, created } = openWritten(fetch);
    await ledger.record(creation, created);
    await ledger.cleanUp();
    expect(told).toEqual(["expect", written, "GET", "DELETE"]);
  });

  test("keeps what bears another name, as nobody knows whether it was made", async () => {
    const { told, ledger, created } = openWritten(createBoxServer({ "box-1": "theirs" }).fetch);
    await expect(ledger.record(creation, created)).rejects.toThrow(Stranger);
    expect(told).toEqual(["expect", written, "GET"]);
  });
});

test("knows what other checks have there or are creating", async () => {
  const { suite, session } = createSmallRun(createBoxServer({ "box-1": "ours-1" }).fetch);
  const holdings = { count: 0 };
  const options = { session, namePrefix: "ours-", hasState: true, holdings };
  const [ledger, other] = [createLedger(options), createLedger(options)];
  const end = other.begin();
  await ledger.record(creation, exchangeOf(suite, "createBox", { status: 201, json: { id: "box-1" } }));
  expect([ledger.held(), other.held()]).toEqual([
    { own: 1, others: 1 },
    { own: 0, others: 1 },
  ]);
  end();
  await ledger.cleanUp();
  expect([ledger.held(), other.held()]).toEqual([
    { own: 0, others: 0 },
    { own: 0, others: 0 },
  ]);
});
