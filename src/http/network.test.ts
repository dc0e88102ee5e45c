import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type FetchHandler, serve } from "../host/serve.ts";
import { createAuthority } from "../safety/authority.ts";
import { openProxy } from "../safety/proxy.ts";
import { createNetwork, readCertificates } from "./network.ts";

const { ca, server: tls } = await createAuthority("Authority of a test");

/** Tells what it was asked. */
const echo: FetchHandler = async (request) =>
  Response.json({ method: request.method, note: request.headers.get("x-note"), text: await request.text() });

async function serveHere(handler: FetchHandler, isSecure = false): Promise<string> {
  const { url, close } = await serve(handler, isSecure ? { tls } : {});
  onTestFinished(close);
  return url;
}

test.each([
  { given: {} },
  { given: { env: { HTTP_PROXY: "", NO_PROXY: "*" } } },
  { given: { isInsecure: false, env: { PATH: "/bin" } } },
])("is Node's own where nothing is asked for: $given", async ({ given }) => {
  expect(await createNetwork(given)).toBeUndefined();
});

describe("with an authority of one's own", () => {
  test.each([
    { method: "GET", text: undefined },
    { method: "DELETE", text: undefined },
    { method: "POST", text: '{"name":"ü"}' },
    { method: "PATCH", text: "" },
  ])("$method arrives as it was made", async ({ method, text }) => {
    const url = await serveHere(echo, true);
    const fetch = await createNetwork({ ca });
    const headers = { "X-Note": "one" };
    const response = await fetch?.(new Request(url, { method, headers, ...(text !== undefined && { body: text }) }));
    expect(response?.status).toBe(200);
    expect(await response?.json()).toEqual({ method, note: "one", text: text ?? "" });
  });

  test("a redirect is handed on where it is not to be followed", async () => {
    const url = await serveHere(
      () => new Response(null, { status: 302, headers: { location: "http://other.test/" } }),
      true,
    );
    const fetch = await createNetwork({ ca });
    const response = await fetch?.(new Request(url, { redirect: "manual" }));
    expect([response?.status, response?.headers.get("location")]).toEqual([302, "http://other.test/"]);
  });

  test("a request that is called off ends", async () => {
    const ending = new AbortController();
    const url = await serveHere(() => {
      ending.abort();
      return new Promise(() => {});
    }, true);
    const fetch = await createNetwork({ ca });
    await expect(fetch?.(new Request(url, { signal: ending.signal }))).rejects.toMatchObject({ name: "AbortError" });
  });
});

test.each([
  { given: { ca: (await createAuthority("Another authority of a test")).ca }, isTaken: false },
  { given: { env: { HTTP_PROXY: "http://127.0.0.1:9/", NO_PROXY: "127.0.0.1" } }, isTaken: false },
  { given: { isInsecure: true }, isTaken: true },
])("a certificate that nobody vouches for is taken only by who takes any: $isTaken", async ({ given, isTaken }) => {
  const url = await serveHere(echo, true);
  const fetch = await createNetwork(given);
  const sent = fetch?.(new Request(url)).then(({ ok }) => ok);
  if (isTaken) await expect(sent).resolves.toBe(true);
  else await expect(sent).rejects.toMatchObject({ cause: { code: expect.stringMatching(/VERIFY|SELF_SIGNED|CERT/) } });
});

describe("proxies", () => {
  test("go before what is asked for in the other case", async () => {
    const [lower, upper] = [await openProxy(), await openProxy()];
    const url = await serveHere(echo);
    const env = { http_proxy: `http://${lower.authority}`, HTTP_PROXY: `http://${upper.authority}` };
    const fetch = await createNetwork({ env });
    expect((await fetch?.(new Request(url)))?.status).toBe(200);
    expect([lower.heard() === "", upper.heard() === ""]).toEqual([false, true]);
  });

  test("are told nothing of what goes through them to an https server with an authority of its own", async () => {
    const proxy = await openProxy();
    const url = await serveHere(echo, true);
    const fetch = await createNetwork({ ca, env: { HTTPS_PROXY: `http://${proxy.authority}` } });
    const response = await fetch?.(
      new Request(`${url}/secret-path`, { headers: { authorization: "Bearer fake-token" } }),
    );
    expect(response?.status).toBe(200);
    expect(proxy.tunnels).toEqual([new URL(url).host]);
    expect(proxy.heard()).not.toMatch(/fake-token|secret-path/);
  });

  test("are left aside for hosts of NO_PROXY, in either case", async () => {
    const proxy = await openProxy();
    const url = await serveHere(echo);
    for (const name of ["NO_PROXY", "no_proxy"]) {
      const fetch = await createNetwork({ env: { HTTP_PROXY: `http://${proxy.authority}`, [name]: "127.0.0.1" } });
      expect((await fetch?.(new Request(url)))?.status).toBe(200);
    }
    expect(proxy.heard()).toBe("");
  });
});

describe("a file of certificates", () => {
  const read = async (text: string) => {
    const folder = await mkdtemp(join(tmpdir(), "poolproof-ca-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "ca.pem"), text);
    return readCertificates(join(folder, "ca.pem"));
  };

  test.each([ca, `# first\n${ca}\n\n${tls.cert}`])("is read as it is", async (text) => {
    expect(await read(text)).toBe(text);
  });

  test.each([
    { given: "", want: "it holds no certificate in PEM" },
    { given: tls.key, want: "it holds no certificate in PEM" },
    {
      given: `${ca}${ca.slice(0, 100)}\n-----END CERTIFICATE-----`,
      want: "it holds a certificate that cannot be read",
    },
  ])("has to be one: $want", async ({ given, want }) => {
    await expect(read(given)).rejects.toThrow(want);
  });

  test("has to be there", () => {
    expect(() => readCertificates("/no/such/ca.pem")).toThrow(expect.objectContaining({ code: "ENOENT" }));
  });
});
