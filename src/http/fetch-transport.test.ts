import { expect, test } from "vitest";
import { createFetchTransport } from "./fetch-transport.ts";

const bounds = { timeoutMs: 1000, maxBodyBytes: 100 };

test("hands a request over as it is, and tells fetch to follow no redirect", async () => {
  const requests: Request[] = [];
  const send = createFetchTransport((request) => {
    requests.push(request);
    return new Response("words", { status: 302, headers: { location: "http://other.test/" } });
  }, bounds);
  const answer = await send({ method: "POST", url: "http://boxes.test/a?b=c", headers: { "X-A": "b" }, text: "[]" });
  expect([answer.status, Buffer.from(answer.bytes).toString()]).toEqual([302, "words"]);
  const [request] = requests;
  expect(request).toMatchObject({ method: "POST", url: "http://boxes.test/a?b=c", redirect: "manual" });
  expect(request?.headers.get("x-a")).toBe("b");
  expect(requests).toHaveLength(1);
});

test("reads no more of an answer than was asked for", async () => {
  const send = createFetchTransport(() => new Response("a".repeat(101)), bounds);
  const sent = send({ method: "GET", url: "http://boxes.test/a", headers: {} });
  await expect(sent).rejects.toMatchObject({ kind: "too-large", message: expect.stringMatching(/larger than 100/) });
});
