import { describe, expect, onTestFinished, test } from "vitest";
import { ClientError } from "../../src/client/client-error.ts";
import { serve } from "../../src/host/serve.ts";
import { breakOff, createScript, createSmallRun, createSmallSuite, reply, smallTarget } from "../self/small-suite.ts";
import type { Ask } from "./exchange.ts";
import { HarnessError } from "./harness-error.ts";
import { createSession } from "./session.ts";
import type { Target } from "./target.ts";
import { Undecided } from "./undecided.ts";

const list = { path: { organization: "acme" } } as const satisfies Ask;
const boxes = { boxes: [] };
const box = { id: "box-1", name: "one" };

/** The request that comes of an ask. */
async function requestOf(operationId: string, ask: Ask, target: Partial<Target> = {}) {
  const { fetch, requests } = createScript(reply(200, boxes));
  const { session } = createSmallRun(fetch, { target });
  await session.send(session.operation(operationId), ask, "refusal");
  const [request] = requests;
  if (!request) throw new Error("nothing was sent");
  return request;
}

describe("a request", () => {
  test.each<{ given: string; ask: Ask; want: Record<string, string> }>([
    {
      given: "nothing of its own",
      ask: list,
      want: { accept: "application/vnd.pulumi+8", authorization: "token canary-token" },
    },
    {
      given: "another token",
      ask: { ...list, token: "other" },
      want: { accept: "application/vnd.pulumi+8", authorization: "token other" },
    },
    { given: "no token", ask: { ...list, token: null }, want: { accept: "application/vnd.pulumi+8" } },
    {
      given: "headers of its own",
      ask: { ...list, headers: { Accept: "text/plain", "X-More": "1", Authorization: null } },
      want: { accept: "text/plain", "x-more": "1" },
    },
  ])("bears the headers that go with $given", async ({ ask, want }) => {
    const { headers } = await requestOf("listBoxes", ask);
    expect(Object.fromEntries(headers)).toEqual(want);
  });

  test.each<{ given: string; ask: Ask; text: string; type: string }>([
    { given: "a body", ask: { body: { name: "n" } }, text: '{"name":"n"}', type: "application/json" },
    { given: "a body that is null", ask: { body: null }, text: "null", type: "application/json" },
    { given: "text", ask: { text: "{" }, text: "{", type: "application/json" },
    { given: "text in place of a body", ask: { text: "{", body: {} }, text: "{", type: "application/json" },
    {
      given: "text under a label of its own",
      ask: { text: "a", contentType: "text/plain" },
      text: "a",
      type: "text/plain",
    },
  ])("carries $given, with its media type", async ({ ask, text, type }) => {
    const request = await requestOf("createBox", { ...list, ...ask });
    expect([await request.text(), request.headers.get("content-type")]).toEqual([text, type]);
  });

  test.each([
    { authorization: "api-key", want: { header: "x-api-key", value: "canary-token" } },
    { authorization: "bearer", want: { header: "authorization", value: "Bearer canary-token" } },
    { authorization: undefined, want: { header: "authorization", value: "Bearer canary-token" } },
  ])("takes its token in the form $authorization", async ({ authorization, want }) => {
    const { headers } = await requestOf("listBoxes", list, {
      api: "agentsmesh",
      ...(authorization && { authorization }),
    });
    expect(headers.get(want.header)).toBe(want.value);
  });

  test("bears the further headers of its API", async () => {
    expect((await requestOf("listBoxes", list, { api: "scalr" })).headers.get("prefer")).toBe("profile=preview");
  });

  test("follows no redirect", async () => {
    expect((await requestOf("listBoxes", list)).redirect).toBe("manual");
  });

  test("is sent with another method where one is asked for", async () => {
    const { method, body } = await requestOf("listBoxes", { ...list, method: "OPTIONS" });
    expect([method, body]).toEqual(["OPTIONS", null]);
  });

  test.each<{ given: Ask; want: string }>([
    { given: list, want: "http://boxes.test/api/orgs/acme/boxes" },
    { given: { path: { organization: "a/b" } }, want: "http://boxes.test/api/orgs/a%2Fb/boxes" },
    {
      given: { ...list, query: { "page[size]": "2" } },
      want: "http://boxes.test/api/orgs/acme/boxes?page%5Bsize%5D=2",
    },
    { given: { ...list, query: { a: "1" }, search: "b=%" }, want: "http://boxes.test/api/orgs/acme/boxes?b=%" },
  ])("goes to $want", ({ given, want }) => {
    const { session } = createSmallRun(createScript().fetch);
    expect(session.urlOf(session.operation("listBoxes"), given)).toBe(want);
  });

  test("goes through the network where no handler is given", async () => {
    const { fetch, asked } = createScript(reply(200, boxes));
    const { url, close } = await serve(fetch);
    onTestFinished(close);
    const target = smallTarget({ baseUrl: `${url}/api` });
    const session = createSession({ contract: createSmallSuite().contract, target, sleep: async () => {} });
    await session.send(session.operation("listBoxes"), list, "success");
    expect(asked).toEqual(["GET acme/boxes"]);
  });

  test("that takes longer than the target's time ends", async () => {
    const silent = ({ signal }: Request) =>
      new Promise<Response>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const { session } = createSmallRun(silent, { target: { timeoutMs: 1 } });
    const sent = session.send(session.operation("listBoxes"), list, "success");
    await expect(sent).rejects.toMatchObject({ kind: "timeout", message: expect.stringMatching(/within 1 ms/) });
  });

  test("that gets no answer fails as a client's error, and is no exchange", async () => {
    const { session } = createSmallRun(breakOff);
    await expect(session.send(session.operation("listBoxes"), list, "success")).rejects.toThrow(ClientError);
    expect(session.exchanges).toEqual([]);
  });
});

describe("an exchange", () => {
  test("holds the request, the answer and what the contract says of it", async () => {
    const { session } = createSmallRun(createScript(reply(200, { boxes: 1 })).fetch);
    const exchange = await session.send(session.operation("listBoxes"), list, "success");
    expect(exchange).toMatchObject({
      operation: { id: "listBoxes" },
      deserved: "success",
      request: { method: "GET", url: "http://boxes.test/api/orgs/acme/boxes", text: undefined },
      answer: { status: 200, text: '{"boxes":1}' },
      json: { boxes: 1 },
      judgement: { violations: [{ pointer: "/boxes" }] },
    });
    expect(session.exchanges).toEqual([
      { operation: session.operation("listBoxes"), deserved: "success", status: 200 },
    ]);
  });

  test("has no JSON where the answer is none", async () => {
    const { session } = createSmallRun(createScript(() => new Response("<html>")).fetch);
    expect((await session.send(session.operation("listBoxes"), list, "success")).json).toBeUndefined();
  });

  test("keeps integers exactly that no number holds", async () => {
    const response = new Response('{"id":1789012345678900001,"big":12345678901234567890,"small":17,"half":0.5}');
    const { session } = createSmallRun(async () => response);
    const { json } = await session.send(session.operation("listBoxes"), list, "success");
    expect(json).toEqual({ id: "1789012345678900001", big: "12345678901234567890", small: 17, half: 0.5 });
  });

  test("hands on what came, even a token that the server sends back: outputs hide it, not the judge", async () => {
    const echo = reply(200, { boxes: [], echo: "canary-token" }, { "X-Echo": "Bearer canary-token" });
    const { session } = createSmallRun(createScript(echo).fetch);
    const { answer, json } = await session.send(session.operation("listBoxes"), list, "success");
    expect(answer.headers.get("x-echo")).toBe("Bearer canary-token");
    expect(json).toEqual({ boxes: [], echo: "canary-token" });
  });
});

describe("the profile read-only", () => {
  test.each(["GET", "HEAD", "OPTIONS"])("lets %s pass", async (method) => {
    const request = await requestOf("listBoxes", { ...list, method }, { profile: "read-only" });
    expect(request.method).toBe(method);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])("does not let %s pass", async (method) => {
    const sent = requestOf("listBoxes", { ...list, method }, { profile: "read-only" });
    await expect(sent).rejects.toThrow(new HarnessError(`${method} is not sent under the profile read-only`));
  });
});

describe("a run that was interrupted", () => {
  test("sends nothing more, and leaves the question open", async () => {
    const { fetch, asked } = createScript(reply(200, boxes));
    const { contract } = createSmallSuite();
    const target = smallTarget({ fetch });
    const session = createSession({ contract, target, signal: AbortSignal.abort(), sleep: async () => {} });
    const sent = session.send(session.operation("listBoxes"), list, "success");
    await expect(sent).rejects.toMatchObject({ verdict: "inconclusive", message: "the run was interrupted" });
    expect(asked).toEqual([]);
  });

  test("need not wait the weather out", async () => {
    const { signal } = new AbortController();
    const { contract } = createSmallSuite();
    const target = smallTarget({ fetch: createScript(reply(503), reply(200, boxes)).fetch });
    const signals: unknown[] = [];
    const sleep = async (_: number, end?: AbortSignal) => {
      signals.push(end);
    };
    const session = createSession({ contract, target, signal, sleep });
    await session.send(session.operation("listBoxes"), list, "success");
    expect(signals).toEqual([signal]);
  });
});

describe("a request that should be valid", () => {
  const wrong = { ...list, body: { name: 1 } };

  test("and is not is our own fault", async () => {
    const { fetch, asked } = createScript(reply(400));
    const { session } = createSmallRun(fetch);
    const sent = session.send(session.operation("createBox"), { ...list, body: [] }, "success");
    await expect(sent).rejects.toThrow(
      new HarnessError("createBox was to be sent a valid request: body: expected object, got an empty array"),
    );
    expect(asked).toEqual([]);
  });

  test("tells of all that is wrong with it", async () => {
    const { session } = createSmallRun(createScript(reply(400)).fetch);
    const ask = { ...wrong, query: { size: "big" } };
    await expect(session.send(session.operation("listBoxes"), ask, "success")).rejects.toThrow(
      'parameter size: expected integer, got string "big"',
    );
    const both = { path: {}, search: "size=big" };
    await expect(session.send({ ...session.operation("listBoxes"), path: "/orgs" }, both, "success")).rejects.toThrow(
      /parameter organization: expected a value, got none; parameter size: expected integer/,
    );
  });

  test.each(["refusal", "either"] as const)("is not asked of what deserves %s", async (deserved) => {
    const { fetch, asked } = createScript(reply(400));
    const { session } = createSmallRun(fetch);
    await session.send(session.operation("createBox"), wrong, deserved);
    expect(asked).toEqual(["POST acme/boxes"]);
  });

  test("is not asked of a link of the server's", async () => {
    const { fetch, asked } = createScript(reply(200, boxes));
    const { session } = createSmallRun(fetch);
    await session.send(session.operation("listBoxes"), { ...list, query: { size: "big" }, isServers: true }, "success");
    expect(asked).toEqual(["GET acme/boxes"]);
  });

  test("leaves the question open where an id is not one of the API's", async () => {
    const { session } = createSmallRun(createScript(reply(200, box)).fetch);
    const sent = session.send(session.operation("showBox"), { path: { organization: "acme", box: "17" } }, "success");
    await expect(sent).rejects.toThrow(Undecided);
    await expect(sent).rejects.toMatchObject({
      verdict: "unverified",
      message: 'the id 17 is not one of this API: parameter box: expected text that matches ^box-, got string "17"',
    });
  });
});

describe("weather", () => {
  const sendUnder = async (method: "listBoxes" | "createBox", ...answers: (() => Response)[]) => {
    const { fetch, asked } = createScript(...answers);
    const { session, slept } = createSmallRun(fetch);
    const ask = method === "listBoxes" ? list : { ...list, body: { name: "n" } };
    const { answer } = await session.send(session.operation(method), ask, "success");
    return { status: answer.status, attempts: asked.length, slept };
  };

  test.each([
    { given: "a reading that meets 503 once", method: "listBoxes", answers: [503, 200], want: [200, 2] },
    { given: "a reading that meets 503 always", method: "listBoxes", answers: [503], want: [503, 3] },
    { given: "a reading that meets 500", method: "listBoxes", answers: [500, 200], want: [500, 1] },
    { given: "a writing that meets 503", method: "createBox", answers: [503, 201], want: [503, 1] },
    { given: "a writing that meets 429 twice", method: "createBox", answers: [429, 429, 201], want: [201, 3] },
  ] as const)("is waited out where that is safe: $given", async ({ method, answers, want }) => {
    const { status, attempts } = await sendUnder(method, ...answers.map((each) => reply(each)));
    expect([status, attempts]).toEqual(want);
  });

  test("is waited out as long as the server asks, then longer each time", async () => {
    const { slept } = await sendUnder("listBoxes", reply(429, undefined, { "Retry-After": "3" }), reply(429));
    expect(slept).toEqual([3000, 800]);
  });

  test("counts every attempt as an exchange", async () => {
    const { session } = createSmallRun(createScript(reply(502), reply(200, boxes)).fetch);
    await session.send(session.operation("listBoxes"), list, "success");
    expect(session.exchanges.map(({ status }) => status)).toEqual([502, 200]);
  });
});

test("an operation that the contract lacks is our own fault", () => {
  const { session } = createSmallRun(createScript().fetch);
  expect(() => session.operation("paintBox")).toThrow(new HarnessError("pulumi has no operation paintBox"));
});
