import { Agent, type IncomingMessage, request as open, type RequestOptions } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Answer } from "../front/answer.ts";
import type { Incoming } from "../front/incoming.ts";
import { type RunningServer, serveAnswers } from "./serve.ts";

const maxBytes = 100;
let server: RunningServer;
/** What the server does; each test has its own. */
let answer: (request: Incoming) => Promise<Answer | Response>;
beforeAll(async () => {
  server = await serveAnswers((request) => answer(request));
});
afterAll(() => server.close());

const says = (said: string): Answer => ({ status: 200, headers: {}, text: said });

/** Sends the parts of a body one after the other, each when the one before has left. */
async function ask(options: RequestOptions, ...parts: readonly (string | Buffer)[]) {
  const agent = new Agent();
  const asked = open(server.url, { agent, ...options });
  const answered = new Promise<IncomingMessage>((resolve, reject) => asked.on("response", resolve).on("error", reject));
  for (const part of parts) await new Promise<void>((resolve) => asked.write(part, () => resolve()));
  asked.end();
  const response = await answered;
  const { statusCode: status, headers } = response;
  return { status, headers, text: await text(response) };
}

const euro = Buffer.from("€");
test.each<{ what: string; parts: readonly (string | Buffer)[]; headers?: Record<string, string>; want: string }>([
  { what: "none", parts: [], want: "" },
  { what: "one of an announced length", parts: ["abc"], headers: { "Content-Length": "3" }, want: "abc" },
  { what: "one that comes in parts", parts: ["a", "b", "c"], want: "abc" },
  { what: "a letter that comes in parts", parts: [euro.subarray(0, 1), euro.subarray(1)], want: "€" },
  { what: "one that is as large as may be", parts: ["x".repeat(maxBytes)], want: "x".repeat(maxBytes) },
  { what: "one that is larger", parts: ["x".repeat(maxBytes), "x"], want: "undefined" },
])("reads the body: $what", async ({ parts, headers, want }) => {
  answer = async (request) => says(`${await request.readText(maxBytes)}`);
  expect((await ask({ method: "POST", headers }, ...parts)).text).toBe(want);
});

test("keeps no connection on which the rest of a body would come", async () => {
  answer = async (request) => says(`${await request.readText(maxBytes)}`);
  const agent = { keepAlive: true };
  const connectionAfter = async (part: string) =>
    (await ask({ method: "POST", agent: new Agent(agent) }, part)).headers.connection;
  expect([await connectionAfter("x".repeat(maxBytes + 1)), await connectionAfter("x")]).toEqual([
    "close",
    "keep-alive",
  ]);
});

test.each<{ what: string; options: RequestOptions; want: string }>([
  { what: "path and query", options: { path: "/a%20b/../c?d=%5B1" }, want: "/c?d=%5B1" },
  { what: "a target that is a whole URL", options: { path: "http://proxied.test/a?b" }, want: "proxied.test/a?b" },
  { what: "a host of one's own", options: { headers: { Host: "mock.test" } }, want: "mock.test/" },
])("knows the URL: $what", async ({ options, want }) => {
  answer = async ({ url }) => says(url.href);
  expect((await ask(options)).text).toMatch(new RegExp(`^http://.*${want.replaceAll("?", "\\?")}$`));
});

test("refuses a host that makes no URL", async () => {
  answer = async () => says("reached");
  expect(await ask({ headers: { Host: "a b" } })).toMatchObject({ status: 400, text: "" });
});

test("has headers by their name in any case, repeated ones as one", async () => {
  answer = async ({ headers }) => says([headers.get("X-ONE"), headers.get("authorization"), headers.get("x")].join());
  const headers = ["X-One", "1", "x-one", "2", "Authorization", "a", "Authorization", "b", "Host", "mock.test"];
  expect((await ask({ headers })).text).toBe("1, 2,a, b,");
});

test("makes a Request of the same", async () => {
  answer = async (incoming) => {
    const request = incoming.toRequest();
    return Response.json([request.method, request.url, request.headers.get("x-one"), await request.text()]);
  };
  const { text: said } = await ask({ method: "PUT", path: "/a?b", headers: { "X-One": ["1", "2"] } }, "c");
  expect(JSON.parse(said)).toEqual(["PUT", `${server.url}/a?b`, "1, 2", "c"]);
});

test("tells when the client leaves, and only then", async () => {
  const left = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const signals: AbortSignal[] = [];
  answer = async ({ url, signal }) => {
    signals.push(signal);
    if (url.pathname === "/stay") return says("stayed");
    signal.addEventListener("abort", () => left.resolve());
    reached.resolve();
    await left.promise;
    return says("gone");
  };
  await ask({ path: "/stay" });
  const leaving = open(`${server.url}/leave`).on("error", () => {});
  leaving.end();
  await reached.promise;
  leaving.destroy();
  await left.promise;
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
});
