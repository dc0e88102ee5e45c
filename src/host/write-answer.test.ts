import { expect, onTestFinished, test } from "vitest";
import type { Answered } from "../front/answer.ts";
import { serveAnswers } from "./serve.ts";

async function sent(answered: Answered, method = "GET") {
  const { url, close } = await serveAnswers(async () => answered);
  onTestFinished(close);
  const response = await fetch(url, { method });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test.each<{ what: string; given: Answered; length: string | null; want: string }>([
  { what: "text", given: { status: 201, headers: {}, text: "abc" }, length: "3", want: "abc" },
  { what: "text beyond ASCII", given: { status: 201, headers: {}, text: "ü€" }, length: "5", want: "ü€" },
  { what: "text of no length", given: { status: 201, headers: {}, text: "" }, length: "0", want: "" },
  { what: "a Response", given: new Response("ü€", { status: 201 }), length: null, want: "ü€" },
])("sends $what", async ({ given, length, want }) => {
  const { status, headers, text } = await sent(given);
  expect([status, headers.get("content-length"), text]).toEqual([201, length, want]);
});

test.each<{ given: Answered }>([
  { given: { status: 204, headers: { "x-one": "1" }, text: undefined } },
  { given: new Response(null, { status: 204, headers: { "x-one": "1" } }) },
])("sends an answer without body: $given", async ({ given }) => {
  const { status, headers, text } = await sent(given);
  expect([status, headers.get("x-one"), headers.get("content-type"), text]).toEqual([204, "1", null, ""]);
});

test("sends every cookie of a Response", async () => {
  const headers = new Headers([
    ["set-cookie", "a=1"],
    ["set-cookie", "b=2"],
  ]);
  expect((await sent(new Response("", { headers }))).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

test("answers 500 where nobody answers", async () => {
  const { url, close } = await serveAnswers(() => Promise.reject(new Error("failed")));
  onTestFinished(close);
  expect((await fetch(url)).status).toBe(500);
});
