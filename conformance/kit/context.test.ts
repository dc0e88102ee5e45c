import { describe, expect, test } from "vitest";
import {
  boxesPointer,
  breakOff,
  createScript,
  createSmallRun,
  exchangeOf,
  ownBoxes,
  reply,
  type ScriptedAnswer,
} from "../self/small-suite.ts";
import type { Ask } from "./exchange.ts";
import type { Suite } from "./suite.ts";
import { Undecided } from "./undecided.ts";

const list = { path: { organization: "acme" } } as const satisfies Ask;
const one = { path: { organization: "acme", box: "box-1" } } as const satisfies Ask;
const creation = { ...list, body: { name: "ours-1" } } as const satisfies Ask;
const box = { id: "box-1", name: "ours-1" };
const refusal = { message: "no" };

/** A context against some answers. */
function open(...answers: readonly ScriptedAnswer[]) {
  const { fetch, asked } = createScript(...answers);
  return { ...createSmallRun(fetch), asked };
}

describe("judge", () => {
  test("keeps what the answer breaks, what is to be told of it, and the exchange", async () => {
    const { context } = open(reply(200, { boxes: 1, more: 2 }));
    const exchange = await context.judge("listBoxes", list, "success");
    expect(context.findings).toEqual([
      { violation: expect.objectContaining({ pointer: "/boxes", level: "MUST" }), exchange },
    ]);
    expect(context.observations).toMatchObject([{ kind: "unlisted-member", pointer: "/more" }]);
    expect(context.judged).toEqual([exchange]);
  });

  test.each([
    { given: "a wrong answer", status: 404, level: "SHOULD", want: ["SHOULD"] },
    { given: "a failure of the server", status: 500, level: "SHOULD", want: ["MUST"] },
    { given: "a wrong answer", status: 404, level: "MUST", want: ["MUST"] },
    { given: "a wrong answer", status: 404, level: undefined, want: ["MUST"] },
  ] as const)("takes $given at the level $level for $want", async ({ status, level, want }) => {
    const { context } = open(reply(status, refusal));
    await context.judge("listBoxes", list, "success", level);
    expect(context.findings.map(({ violation }) => violation.level)).toEqual(want);
  });

  test.each([
    { given: "a method that the server need not know", ask: { ...list, method: "PUT" }, status: 501, wants: 0 },
    { given: "its own method", ask: list, status: 501, wants: 1 },
    { given: "another method", ask: { ...list, method: "PUT" }, status: 500, wants: 1 },
  ])("finds $wants faults in $status to $given", async ({ ask, status, wants }) => {
    const { context } = open(reply(status));
    await context.judge("listBoxes", ask, "refusal");
    expect(context.findings).toHaveLength(wants);
  });

  test("leaves the question open under weather", async () => {
    const { context } = open(reply(503));
    await expect(context.judge("listBoxes", list, "success")).rejects.toMatchObject({
      name: "Undecided",
      verdict: "inconclusive",
      message: "listBoxes was answered 503",
    });
    expect([context.findings, context.judged]).toEqual([[], []]);
  });

  test.each([
    { operationId: "listBoxes", ask: list, deserved: "success" },
    { operationId: "updateBox", ask: { ...one, body: {} }, deserved: "success" },
    { operationId: "createBox", ask: creation, deserved: "refusal" },
    { operationId: "removeBox", ask: one, deserved: "refusal" },
  ] as const)("asks $operationId again that deserves $deserved and met a broken connection", async (row) => {
    const { context, asked } = open(breakOff, reply(404, refusal));
    await context.judge(row.operationId, row.ask, row.deserved);
    expect(asked).toEqual([asked[0], asked[0]]);
    expect(context.judged).toHaveLength(1);
  });

  test.each([
    { operationId: "createBox", ask: creation, deserved: "success" },
    { operationId: "createBox", ask: creation, deserved: "either" },
    { operationId: "removeBox", ask: one, deserved: "success" },
  ] as const)("does not ask $operationId again that deserves $deserved, as it may have been done", async (row) => {
    const { context, asked } = open(breakOff, reply(200, { boxes: [] }));
    const { operationId, ask, deserved } = row;
    await expect(context.judge(operationId, ask, deserved)).rejects.toMatchObject({ name: "NoAnswer" });
    expect(asked.slice(1)).toEqual(["GET acme/boxes"]);
  });

  test("does not ask again what brought too large an answer", async () => {
    const { context, asked } = open(() => new Response(new Uint8Array(11 * 1024 * 1024)), reply(200, { boxes: [] }));
    await expect(context.judge("showBox", one, "success")).rejects.toMatchObject({ name: "NoAnswer" });
    expect(asked).toEqual(["GET acme/boxes/box-1", "GET acme/boxes"]);
  });

  test("leaves the question open where nothing is answered", async () => {
    const { context } = open();
    await expect(context.judge("listBoxes", list, "success")).rejects.toMatchObject({ verdict: "inconclusive" });
  });

  test("hands on a fault of ours", async () => {
    const { context } = open(reply(200));
    const asked = context.judge("createBox", { ...list, body: {} }, "success");
    await expect(asked).rejects.toMatchObject({ name: "HarnessError" });
  });
});

describe("a limit that the target has reached", () => {
  const limits: Suite["limits"] = {
    createBox: (_, status) => (status === 400 ? { reason: "one box only", lacks: "boxes" } : undefined),
  };
  const openLimited = (status: number) =>
    createSmallRun(createScript(reply(status, status === 201 ? box : refusal)).fetch, {
      suite: { limits, own: undefined },
    });
  const undecided = { name: "Undecided", verdict: "unverified", message: "one box only", lacks: "boxes" };

  test("leaves the question open", async () => {
    await expect(openLimited(400).context.judge("createBox", creation, "success")).rejects.toMatchObject(undecided);
    await expect(openLimited(400).context.control("createBox", creation)).rejects.toMatchObject(undecided);
  });

  test("excuses no other answer", async () => {
    const { context } = openLimited(404);
    await context.judge("createBox", creation, "success");
    expect(context.findings).toHaveLength(1);
    expect((await openLimited(201).context.control("createBox", creation)).answer.status).toBe(201);
  });

  test("is no matter where a refusal is wanted", async () => {
    const { context } = openLimited(400);
    await context.judge("createBox", creation, "refusal");
    expect(context.judged).toHaveLength(1);
  });
});

describe.each([
  { how: "prepare", role: "to prepare the check" },
  { how: "control", role: "with a valid request, to compare with," },
] as const)("$how", ({ how, role }) => {
  test("hands on the exchange, and finds nothing in it", async () => {
    const { context } = open(reply(200, { boxes: 1 }));
    expect((await context[how]("listBoxes", list)).json).toEqual({ boxes: 1 });
    expect([context.findings, context.judged]).toEqual([[], []]);
  });

  test.each([
    { given: "a refusal", answer: reply(404, refusal), verdict: "unverified", says: "was answered 404" },
    { given: "a failure", answer: reply(500), verdict: "unverified", says: "was answered 500" },
    { given: "weather", answer: reply(429), verdict: "inconclusive", says: "was answered 429" },
    {
      given: "no answer",
      answer: breakOff,
      verdict: "inconclusive",
      says: "got no answer: GET /api/orgs/acme/boxes: connection reset",
    },
  ])("leaves the question open given $given", async ({ answer, verdict, says }) => {
    const { context } = open(answer);
    const message = `listBoxes ${role} ${says}`;
    await expect(context[how]("listBoxes", list)).rejects.toMatchObject({ name: "Undecided", verdict, message });
  });

  test("keeps the cause of silence", async () => {
    const { context } = open(breakOff);
    await expect(context[how]("listBoxes", list)).rejects.toMatchObject({ cause: { kind: "network" } });
  });

  test("hands on a fault of ours", async () => {
    const { context } = open(reply(200));
    const asked = context[how]("createBox", { ...list, body: {} });
    await expect(asked).rejects.toMatchObject({ name: "HarnessError" });
  });
});

describe("what a check creates", () => {
  test("is removed when the check lets go of it", async () => {
    const { context, asked } = open(reply(201, box), reply(200, box), reply(204));
    await context.prepare("createBox", creation);
    await context.release();
    expect(asked).toEqual(["POST acme/boxes", "GET acme/boxes/box-1", "DELETE acme/boxes/box-1"]);
  });

  test("is not removed again once the check has", async () => {
    const { context, asked } = open(reply(201, box), reply(200, box), reply(204));
    await context.prepare("createBox", creation);
    await context.judge("removeBox", one, "success");
    await context.release();
    expect(asked).toEqual(["POST acme/boxes", "GET acme/boxes/box-1", "DELETE acme/boxes/box-1"]);
  });

  test("stays to be removed though it was looked at and changed", async () => {
    const { context, asked } = open(reply(201, box), reply(200, box));
    await context.prepare("createBox", creation);
    await context.judge("showBox", one, "success");
    await context.judge("updateBox", { ...one, body: {} }, "success");
    await context.release();
    expect(asked.at(-1)).toBe("DELETE acme/boxes/box-1");
  });

  test("stays to be removed where its removal was refused", async () => {
    const { context, asked } = open(reply(201, box), reply(200, box), reply(404, refusal));
    await context.prepare("createBox", creation);
    await context.judge("removeBox", one, "either");
    await context.release();
    expect(asked.filter((line) => line.startsWith("DELETE"))).toHaveLength(2);
  });

  test("is known though a refusal was wanted", async () => {
    const { context, asked } = open(reply(201, box), reply(200, box), reply(204));
    await context.judge("createBox", creation, "refusal");
    await context.release();
    expect(asked.at(-1)).toBe("DELETE acme/boxes/box-1");
  });

  test("is nothing where the creation was refused, or only something was read", async () => {
    const { context, asked } = open(reply(400, refusal), reply(200, { id: "box-1", boxes: [] }));
    await context.judge("createBox", creation, "refusal");
    await context.judge("listBoxes", list, "success");
    await context.release();
    expect(asked).toEqual(["POST acme/boxes", "GET acme/boxes"]);
  });

  test("is left alone where the API creates nothing", async () => {
    const { fetch, asked } = createScript(reply(201, box), reply(204));
    const { context } = createSmallRun(fetch, { suite: { own: undefined } });
    await context.prepare("createBox", creation);
    await context.release();
    expect(asked).toEqual(["POST acme/boxes"]);
  });

  test("is struck out by nothing that bears no id", async () => {
    const own = { ...ownBoxes, creation: { ...ownBoxes.creation, removeWith: "listBoxes" } };
    const { fetch } = createScript(reply(200, { boxes: [] }));
    const { context } = createSmallRun(fetch, { suite: { own } });
    const asked = context.judge("listBoxes", {}, "either");
    await expect(asked).rejects.toThrow(/undefined is no value for \{organization\}/);
  });
});

describe("what a check is given", () => {
  const { context: full } = open();
  const opened = (target: Parameters<typeof createSmallRun>[1]) => createSmallRun(createScript().fetch, target).context;

  test("names of its own", () => {
    const { context } = open();
    expect([context.namePrefix, context.freshName(), context.freshName()]).toEqual(["ours-", "ours-n1", "ours-n2"]);
  });

  test("the capabilities of the profile", () => {
    expect([full.has("write"), full.has("draw")]).toEqual([true, false]);
    expect(opened({ target: { profile: "mock" } }).has("draw")).toBe(true);
  });

  test("the data of the target", () => {
    expect(full.datum("organization")).toBe("acme");
    expect(() => full.datum("account")).toThrow(
      expect.objectContaining({
        verdict: "unverified",
        message: "the target names no account: pass --account ACCOUNT",
        lacks: undefined,
      }),
    );
  });

  test("the tokens of other users", () => {
    const context = opened({ target: { otherToken: "other", limitedToken: "limited" } });
    expect([context.otherToken, context.limitedToken]).toEqual(["other", "limited"]);
    expect([full.otherToken, full.limitedToken]).toEqual([undefined, undefined]);
  });

  test("the fixtures, each of which only one check takes", () => {
    const context = opened({ target: { fixtures: { agent: ["a", "b"] } } });
    expect([context.fixture("agent"), context.fixtures("agent")]).toEqual(["a", ["a", "b"]]);
    expect([context.take("agent"), context.take("agent")]).toEqual(["a", "b"]);
    expect([context.fixture("agent"), context.taken("agent")]).toEqual([undefined, ["a", "b"]]);
    expect(() => context.take("agent")).toThrow(
      expect.objectContaining({
        verdict: "unverified",
        message: "no fixture agent is left: pass --fixture agent=ID[,ID…], or --without agent",
        lacks: "agent",
      }),
    );
  });

  test("a valid request of each operation", async () => {
    const { context } = open();
    expect(await context.validAsk("listBoxes")).toEqual(list);
    await expect(context.validAsk("showBox")).rejects.toThrow("the suite of pulumi has no valid request for showBox");
  });
});

describe("what a check says", () => {
  test("is kept as it is reported", () => {
    const { context, suite } = open();
    const exchange = exchangeOf(suite, "listBoxes");
    const violation = { place: "body", pointer: "", expected: "a", got: "b", level: "MUST", contract: "#" } as const;
    context.report(violation, exchange, "list-boxes.members");
    context.observe({ kind: "reading", pointer: "", text: "t" });
    expect(context.findings).toEqual([{ violation, exchange, requirement: "list-boxes.members" }]);
    expect(context.observations).toEqual([{ kind: "reading", pointer: "", text: "t" }]);
  });

  test.each([
    { requirement: "create-box.note", level: "SHOULD" },
    { requirement: "create-box.success", level: "MUST" },
  ])("binds as the row $requirement does", ({ requirement, level }) => {
    const { context, suite } = open();
    const exchange = exchangeOf(suite, "listBoxes");
    context.breach(requirement, { exchange, expected: "a", got: "b" });
    const violation = { place: "body", pointer: "", expected: "a", got: "b", level, contract: `${boxesPointer}/get` };
    expect(context.findings).toEqual([{ violation, exchange, requirement }]);
  });

  test("names the place that it is about", () => {
    const { context, suite } = open();
    const exchange = exchangeOf(suite, "listBoxes");
    context.breach("create-box.note", { exchange, place: "header", pointer: "X-Count", expected: "a", got: "b" });
    expect(context.findings).toMatchObject([{ violation: { place: "header", pointer: "X-Count" } }]);
  });

  test.each(["show-box.may", "gone"])("breaks no row such as %s", (requirement) => {
    const { context, suite } = open();
    const exchange = exchangeOf(suite, "listBoxes");
    expect(() => context.breach(requirement, { exchange, expected: "a", got: "b" })).toThrow(
      `${requirement} is no row that can be broken`,
    );
  });

  test("can be that it cannot say", () => {
    const { context } = open();
    expect(() => context.skip("no drawing here")).toThrow(Undecided);
    expect(() => context.skip("no drawing here")).toThrow(
      expect.objectContaining({ verdict: "skipped", message: "no drawing here", lacks: undefined }),
    );
    expect(() => context.unverified("no boxes", "boxes")).toThrow(
      expect.objectContaining({ verdict: "unverified", message: "no boxes", lacks: "boxes" }),
    );
  });
});

test("wants what is not named only", () => {
  const { fetch } = createScript(reply(200, { boxes: [] }));
  const target = { otherToken: "other-token", fixtures: { busyAgent: ["box-1"] } };
  const { context } = createSmallRun(fetch, { target });
  context.wants("busyAgent", "idleAgent", "otherToken", "limitedToken");
  expect([...context.wanted]).toEqual(["idleAgent", "limitedToken"]);
});
