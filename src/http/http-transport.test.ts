import { createServer } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { createHttpTransport } from "./http-transport.ts";
import type { OutgoingRequest } from "./transport.ts";

const bounds = { timeoutMs: 20_000, maxBodyBytes: 1000 };
const get = { method: "GET", headers: {} };

/** A server that answers every request with the same bytes. */
async function answering(answer: string | Buffer, afterwards?: (socket: Socket) => void): Promise<string> {
  const open = new Set<Socket>();
  const server = createSocketServer((socket) => {
    open.add(socket);
    socket.on("error", () => {});
    socket.on("data", () => {
      socket.write(answer);
      afterwards?.(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/a`;
}

/** A server that tells what it was asked, and how many connections there were. */
async function echoing(): Promise<{ url: string; connections: () => number }> {
  let connections = 0;
  const server = createServer(async (request, response) => {
    const { method, url, rawHeaders } = request;
    const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    const length = request.headers["content-length"];
    response.end(JSON.stringify({ method, url, names, length, text: await text(request) }));
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, connections: () => connections };
}

describe("a request", () => {
  test.each<{ given: Omit<OutgoingRequest, "url" | "headers">; length: string | undefined }>([
    { given: { method: "GET" }, length: undefined },
    { given: { method: "DELETE" }, length: undefined },
    { given: { method: "DELETE", text: '{"name":"ü"}' }, length: "13" },
    { given: { method: "POST", text: "[1]" }, length: "3" },
    { given: { method: "POST", text: "" }, length: "0" },
    { given: { method: "PATCH" }, length: "0" },
  ])("arrives as it was made: $given", async ({ given, length }) => {
    const { url } = await echoing();
    const send = createHttpTransport(bounds);
    const { status, bytes } = await send({
      ...given,
      url: `${url}/a/b%2Fc?page%5Bsize%5D=1#not`,
      headers: { "X-A": "b" },
    });
    const asked = JSON.parse(Buffer.from(bytes).toString());
    expect(asked).toMatchObject({ method: given.method, url: "/a/b%2Fc?page%5Bsize%5D=1", text: given.text ?? "" });
    expect(asked.length).toBe(length);
    expect(asked.names).toContain("x-a");
    expect(asked.names).not.toContain("transfer-encoding");
    expect(status).toBe(200);
  });

  test("goes over the connection of the one before", async () => {
    const { url, connections } = await echoing();
    const send = createHttpTransport(bounds);
    for (let count = 0; count < 3; count += 1) await send({ ...get, url });
    expect(connections()).toBe(1);
  });
});

describe("an answer", () => {
  test("keeps its headers as they came, and loses its compression", async () => {
    const body = gzipSync("words");
    const head = `HTTP/1.1 404 Whatever\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`;
    const url = await answering(Buffer.concat([Buffer.from(head), body]));
    const { status, headers, bytes } = await createHttpTransport(bounds)({ ...get, url });
    expect([status, Buffer.from(bytes).toString()]).toEqual([404, "words"]);
    expect(headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(headers.get("content-encoding")).toBe("gzip");
  });

  test("that leads elsewhere is an answer like others", async () => {
    const url = await answering("HTTP/1.1 302 Found\r\nLocation: http://other.test/\r\nContent-Length: 0\r\n\r\n");
    const { status, headers } = await createHttpTransport(bounds)({ ...get, url });
    expect([status, headers.get("location")]).toEqual([302, "http://other.test/"]);
  });

  test.each([
    { method: "HEAD", head: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwords", want: 200 },
    { method: "DELETE", head: "HTTP/1.1 204 No Content\r\n\r\nwords", want: 204 },
  ])("without body is complete although bytes follow: $method", async ({ method, head, want }) => {
    const url = await answering(head);
    const { status, bytes } = await createHttpTransport(bounds)({ method, headers: {}, url });
    expect([status, bytes.length]).toEqual([want, 0]);
  });
});

describe("fails", () => {
  const whole = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
  test.each([
    {
      at: "more bytes than asked for",
      answer: `HTTP/1.1 200 OK\r\n\r\n${"a".repeat(1001)}`,
      kind: "too-large",
      says: /larger than 1000/,
    },
    {
      at: "headers without end",
      answer: `HTTP/1.1 200 OK\r\nX: ${"a".repeat(20_000)}`,
      kind: "network",
      says: /Header overflow/,
    },
    { at: "what is no HTTP", answer: "hello\r\n\r\n", kind: "network", says: /Parse Error/ },
    {
      at: "another protocol",
      answer: "HTTP/1.1 101 Hm\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
      kind: "network",
      says: /another protocol/,
    },
    {
      at: "a status that is none",
      answer: "HTTP/1.1 799 Hm\r\nContent-Length: 0\r\n\r\n",
      kind: "network",
      says: /799 is no status/,
    },
    {
      at: "what cannot be unpacked",
      answer: `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nwords`,
      kind: "network",
      says: /header check/,
    },
  ])("at $at", async ({ answer, kind, says }) => {
    const url = await answering(answer);
    const sent = createHttpTransport(bounds)({ ...get, url });
    await expect(sent).rejects.toMatchObject({ name: "ClientError", kind, message: expect.stringMatching(says) });
  });

  test.each([
    { what: "before its answer", answer: "" },
    { what: "within its answer", answer: `${whole}wor` },
  ])("when the connection ends $what", async ({ answer }) => {
    const url = await answering(answer, (socket) => socket.destroySoon());
    const sent = createHttpTransport(bounds)({ ...get, url });
    await expect(sent).rejects.toMatchObject({ kind: "network", message: expect.stringMatching(/^GET \/a: \S+/) });
  });

  test.each([
    { what: "before its answer", answer: "" },
    { what: "within its answer", answer: `${whole}wor` },
  ])("when nothing more comes $what", async ({ answer }) => {
    const url = await answering(answer);
    const sent = createHttpTransport({ ...bounds, timeoutMs: 50 })({ ...get, url });
    await expect(sent).rejects.toMatchObject({ kind: "timeout", message: "GET /a: no complete answer within 50 ms" });
  });

  test("where nobody listens", async () => {
    const { port } = await new Promise<AddressInfo>((resolve) => {
      const server = createSocketServer().listen(0, "127.0.0.1", () => {
        const address = server.address() as AddressInfo;
        server.close(() => resolve(address));
      });
    });
    const sent = createHttpTransport(bounds)({ ...get, url: `http://127.0.0.1:${port}/a` });
    await expect(sent).rejects.toMatchObject({ kind: "network", message: expect.stringMatching(/ECONNREFUSED/) });
  });
});
