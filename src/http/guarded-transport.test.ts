import { expect, test } from "vitest";
import { guardedTransport, Refused } from "./guarded-transport.ts";

const origin = "http://boxes.test:8080";

/** What comes of a request, and whether it was sent. */
async function sendThrough(mayWrite: boolean, url: string, method = "GET") {
  const sent: string[] = [];
  const send = guardedTransport(
    async (request) => {
      sent.push(`${request.method} ${request.url}`);
      return { status: 204, headers: new Headers(), bytes: new Uint8Array() };
    },
    { origin, mayWrite },
  );
  const outcome = await send({ url, method, headers: {} }).catch((error: Error) => error);
  return { sent, outcome };
}

test.each(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"])("%s goes to its target", async (method) => {
  const { sent, outcome } = await sendThrough(true, `${origin}/api?a=1`, method);
  expect(sent).toEqual([`${method} ${origin}/api?a=1`]);
  expect(outcome).toMatchObject({ status: 204 });
});

test.each(["GET", "HEAD", "OPTIONS"])("%s goes to a target that is only to be read", async (method) => {
  expect((await sendThrough(false, `${origin}/`, method)).sent).toHaveLength(1);
});

test.each(["POST", "PUT", "PATCH", "DELETE", "TEAPOT", "get-or-create"])(
  "%s does not go to a target that is only to be read",
  async (method) => {
    const { sent, outcome } = await sendThrough(false, `${origin}/`, method);
    expect(sent).toEqual([]);
    expect(outcome).toBeInstanceOf(Refused);
    expect(outcome).toMatchObject({ message: `${method} would write, and this target is only to be read` });
  },
);

test.each([
  "http://boxes.test/",
  "https://boxes.test:8080/",
  "http://boxes.test:8081/",
  "http://other.test:8080/",
  "http://boxes.test.evil.test:8080/",
  "http://127.0.0.1:8080/",
])("nothing goes to %s", async (url) => {
  const { sent, outcome } = await sendThrough(true, url);
  expect(sent).toEqual([]);
  expect(outcome).toBeInstanceOf(Refused);
  expect(outcome).toMatchObject({ message: `${url} is not at ${origin}, and no other host is asked for anything` });
});
