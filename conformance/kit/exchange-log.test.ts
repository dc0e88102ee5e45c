import { describe, expect, test } from "vitest";
import { ClientError } from "../../src/client/client-error.ts";
import { createScript, createSmallRun, reply } from "../self/small-suite.ts";
import type { Exchange } from "./exchange.ts";
import { createExchangeLog, type ExchangeLogOptions } from "./exchange-log.ts";

const asked = { operation: "listBoxes", role: "judge", deserved: "success" } as const;
const request: Exchange["request"] = {
  method: "GET",
  url: "http://boxes.test/api/orgs/acme/boxes?t=fake-token",
  headers: { Authorization: "token fake-token" },
  text: undefined,
};

/** An exchange with the given answer. */
async function exchangeOf(
  text: string,
  headers: readonly (readonly [name: string, value: string])[] = [],
): Promise<Exchange> {
  const { session } = createSmallRun(createScript(reply(200, { boxes: [] })).fetch);
  const sent = await session.send(session.operation("listBoxes"), { path: { organization: "acme" } }, "success");
  const answer = {
    status: 200,
    headers: new Headers(headers.map(([name, value]): [string, string] => [name, value])),
    text,
  };
  return { ...sent, request, answer };
}

function createLog(options: Partial<ExchangeLogOptions> = {}) {
  let nowMs = 0;
  const log = createExchangeLog({
    isKept: true,
    redact: (text) => text.replaceAll(/fake-\w+/g, "NAME"),
    clock: () => {
      nowMs += 1.26;
      return nowMs;
    },
    ...options,
  });
  return log;
}

test("keeps what was asked and answered, with its time, and knows its place", async () => {
  const log = createLog();
  log.begin({ ...asked, request });
  const exchange = await exchangeOf("[]", [["content-type", "application/json"]]);
  log.begin({ ...asked, request })(exchange);
  expect(log.entries()[1]).toEqual({
    ...asked,
    atMs: 2.5,
    durationMs: 1.3,
    request: {
      method: "GET",
      url: "http://boxes.test/api/orgs/acme/boxes?t=NAME",
      headers: { Authorization: "token NAME" },
    },
    response: { status: 200, headers: { "content-type": "application/json" }, text: "[]" },
  });
  expect(log.indexOf(exchange)).toBe(1);
});

test("keeps a request that was cut off without an answer", () => {
  const log = createLog();
  log.begin({ ...asked, request: { ...request, text: '{"a":"fake-secret"}' } });
  expect(log.entries()).toMatchObject([{ durationMs: 0, request: { text: '{"a":"NAME"}' } }]);
  expect(log.entries()[0]).not.toHaveProperty("response");
  expect(log.entries()[0]).not.toHaveProperty("error");
});

test("keeps why there was no answer", () => {
  const log = createLog();
  log.begin({ ...asked, request })(new ClientError("timeout", "no answer to fake-token"));
  expect(log.entries()).toMatchObject([{ error: { kind: "timeout", message: "no answer to NAME" } }]);
});

describe("of a secret nothing is kept", () => {
  test.each([
    { where: "in a body", text: "it is fake-secret", headers: [], want: { text: "it is NAME", headers: {} } },
    { where: "in a header", text: "", headers: [["x-said", "fake-token"]], want: { headers: { "x-said": "NAME" } } },
    { where: "in the name of a header", text: "", headers: [["fake-token", "1"]], want: { headers: { NAME: "1" } } },
    {
      where: "in a cookie",
      text: "",
      headers: [["set-cookie", "sid=anything; Path=/"]],
      want: { headers: { "set-cookie": "sid=REDACTED" } },
    },
    {
      where: "in a cookie without a name",
      text: "",
      headers: [["set-cookie", "anything; Path=/"]],
      want: { headers: { "set-cookie": "REDACTED" } },
    },
    {
      where: "in the name of a cookie",
      text: "",
      headers: [["set-cookie", "fake-token=1"]],
      want: { headers: { "set-cookie": "NAME=REDACTED" } },
    },
  ] as const)("$where", async ({ text, headers, want }) => {
    const log = createLog();
    log.begin({ ...asked, request })(await exchangeOf(text, headers));
    expect(log.entries()).toMatchObject([{ response: want }]);
  });
});

test("takes secrets out of a request that its own answer makes known", async () => {
  const known: string[] = [];
  const log = createLog({ redact: (text) => known.reduce((clean, each) => clean.replaceAll(each, "NAME"), text) });
  const end = log.begin({ ...asked, request });
  known.push("fake-token");
  end(await exchangeOf("fake-token"));
  expect(JSON.stringify(log.entries())).not.toContain("fake-token");
});

describe("a long body", () => {
  test("is kept in its beginning, and its length is told", async () => {
    const log = createLog();
    log.begin({ ...asked, request })(await exchangeOf("x".repeat(300_000)));
    const { text = "", cutFrom } = log.entries()[0]?.response ?? {};
    expect({ length: text.length, cutFrom }).toEqual({ length: 262_144, cutFrom: 300_000 });
  });

  test("keeps no part of a secret at the place where it is cut", async () => {
    const log = createLog();
    const before = "x".repeat(262_144 - 6);
    log.begin({ ...asked, request })(await exchangeOf(`${before} fake-secret`));
    expect(log.entries()[0]?.response?.text.slice(-6)).toBe("x NAME");
  });

  test("is not kept at all once the run has kept as much as it may", async () => {
    const room = { left: 10 };
    const log = createLog({ room });
    for (const text of ["12345678", "12345678", "1"]) log.begin({ ...asked, request })(await exchangeOf(text));
    const texts = log.entries().map(({ response }) => [response?.text, response?.cutFrom]);
    expect(texts).toEqual([
      ["12345678", undefined],
      ["12", 8],
      ["", 1],
    ]);
  });
});

test("keeps nothing unless it is told to, and counts what was asked again all the same", async () => {
  const log = createLog({ isKept: false });
  const exchange = await exchangeOf("[]");
  log.begin({ ...asked, request })(exchange);
  log.retry();
  log.retry();
  expect([log.entries(), log.indexOf(exchange), log.retries()]).toEqual([[], undefined, 2]);
});
