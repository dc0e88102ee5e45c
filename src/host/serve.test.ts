import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as ask } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTls } from "./read-tls.ts";
import { createSelfSigned } from "./self-signed.ts";
import { serve, type Tls } from "./serve.ts";

let folder: string;
let tls: Tls;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-tls-"));
  tls = await createSelfSigned("mock.internal");
  await writeFile(join(folder, "cert.pem"), tls.cert);
  await writeFile(join(folder, "key.pem"), tls.key);
});
afterAll(() => rm(folder, { recursive: true }));

/** The answer over TLS, with no other certificate trusted than the given one. */
function askSecurely(url: string, ca: string, servername?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { ca, agent: false as const, ...(servername !== undefined && { servername }) };
    const asked = ask(url, options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve(text));
    });
    asked.on("error", reject).end();
  });
}

test.each([{ name: undefined }, { name: "localhost" }, { name: "mock.internal" }])(
  "serves HTTPS with a certificate of its own, which holds for the address and $name",
  async ({ name }) => {
    const server = await serve(({ url }) => new Response(url), { tls });
    try {
      expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
      expect(await askSecurely(server.url, tls.cert, name)).toBe(`${server.url}/`);
      await expect(askSecurely(server.url, (await createSelfSigned("localhost")).cert)).rejects.toThrow();
    } finally {
      await server.close();
    }
  },
);

test.each([
  { hostname: "0.0.0.0", want: /^http:\/\/127\.0\.0\.1:\d+$/ },
  { hostname: "localhost", want: /^http:\/\/(127\.0\.0\.1|\[::1\]):\d+$/ },
])("tells an address that a client can ask, when it listens on $hostname", async ({ hostname, want }) => {
  const server = await serve(() => new Response("here"), { hostname });
  try {
    expect(server.url).toMatch(want);
    expect(await (await fetch(server.url)).text()).toBe("here");
  } finally {
    await server.close();
  }
});

test("takes certificate and key from files", async () => {
  const form = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  expect(await readTls(form, "127.0.0.1")).toEqual(tls);
});

test.each([
  { cert: "none.pem", key: "key.pem", says: /--cert .*none\.pem cannot be read \(ENOENT\)/ },
  { cert: "cert.pem", key: "cert.pem", says: /do not make a server/ },
])("says what is wrong with $cert and $key", async ({ cert, key, says }) => {
  const reading = readTls({ cert: join(folder, cert), key: join(folder, key) }, "127.0.0.1");
  await expect(reading).rejects.toMatchObject({ name: "UsageError", message: expect.stringMatching(says) });
});
