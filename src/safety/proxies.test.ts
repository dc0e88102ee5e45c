import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serve } from "../host/serve.ts";
import { referenceToken } from "../reference/reference-data.ts";
import { createAuthority } from "./authority.ts";
import { openProxy } from "./proxy.ts";
import { openTrial } from "./trial.ts";

const few = ["--only", "pulumi/deleteAgentPool/answers-as-documented"];
const { ca, server: tls } = await createAuthority("Authority of a test");

async function openSecureTrial() {
  const trial = await openTrial("pulumi", { tls });
  await writeFile(join(trial.scratch.work, "ca.pem"), ca);
  return trial;
}

test.each(["HTTPS_PROXY", "https_proxy"])(
  "https goes through the tunnel of %s, and the token is not seen there",
  async (name) => {
    const proxy = await openProxy();
    const { run, server } = await openSecureTrial();
    const { code } = await run(["--ca", "ca.pem", ...few], { [name]: `http://${proxy.authority}` });
    expect(code).toBe(0);
    const authority = new URL(server.url).host;
    expect(proxy.tunnels.length).toBeGreaterThan(0);
    expect(new Set(proxy.tunnels)).toEqual(new Set([authority]));
    expect(proxy.forwarded).toEqual([]);
    expect(proxy.heard()).toContain(`CONNECT ${authority}`);
    expect(proxy.heard()).not.toMatch(new RegExp(`${referenceToken}|/orgs/organization`));
    expect(server.asked.length).toBeGreaterThan(1);
  },
);

test.each(["HTTP_PROXY", "http_proxy"])("http goes through %s", async (name) => {
  const proxy = await openProxy();
  const { run, server } = await openTrial("pulumi");
  expect(await run(few, { [name]: `http://${proxy.authority}` })).toMatchObject({ code: 0 });
  const passed = proxy.heard().match(/ \/?(http:\/\/[^/]+)?\/api\/orgs\/organization/g) ?? [];
  expect(passed).toHaveLength(server.asked.length);
});

test.each(["127.0.0.1", "*", "example.test,127.0.0.1"])(
  "what NO_PROXY names as %s is asked directly",
  async (NO_PROXY) => {
    const proxy = await openProxy();
    const { run, server } = await openTrial("pulumi");
    expect(await run(few, { HTTP_PROXY: `http://${proxy.authority}`, NO_PROXY })).toMatchObject({ code: 0 });
    expect(server.asked.length).toBeGreaterThan(1);
    expect(proxy.heard()).toBe("");
  },
);

test("what a proxy asks of its users is told to it alone, and printed nowhere", async () => {
  const proxy = await openProxy();
  const { run, server } = await openTrial("pulumi");
  const env = { HTTP_PROXY: `http://somebody:fake-password@${proxy.authority}` };
  const { code, stdout, stderr } = await run([...few, "--report", "json"], env);
  expect(code).toBe(0);
  expect(new Set(proxy.authorizations)).toEqual(new Set([`Basic ${btoa("somebody:fake-password")}`]));
  expect(server.asked.filter(({ headers }) => headers.has("proxy-authorization"))).toEqual([]);
  expect(`${stdout}${stderr}`).not.toContain("fake-password");
});

test("a run that was killed behind a proxy and an authority of its own is finished in the same way", async () => {
  const proxy = await openProxy();
  const { startRun, cleanup, server } = await openSecureTrial();
  const before = server.state();
  const created = new Promise<void>((resolve) => {
    server.meddleWith(async ({ operation }, answer) => {
      if (operation !== "createAgentPool") return answer();
      await answer();
      resolve();
      return new Promise(() => {});
    });
  });
  const env = { HTTPS_PROXY: `http://${proxy.authority}` };
  const { child, outcome } = startRun(["--ca", "ca.pem", ...few], env);
  await created;
  child.kill("SIGKILL");
  await outcome;
  server.meddleWith(async (_, answer) => answer());
  const tunnels = proxy.tunnels.length;
  expect(await cleanup([], env)).toMatchObject({ code: 0 });
  expect(proxy.tunnels.length).toBeGreaterThan(tunnels);
  expect(server.state()).toBe(before);
});

describe("a run ends with a line", () => {
  test.each([
    { scheme: "http", status: 407 },
    { scheme: "http", status: 503 },
    { scheme: "https", status: 407 },
    { scheme: "https", status: 503 },
  ])("where the proxy refuses $scheme with $status", async ({ scheme, status }) => {
    const proxy = await openProxy(status);
    const { run, server } = scheme === "https" ? await openSecureTrial() : await openTrial("pulumi");
    const env = { HTTP_PROXY: `http://${proxy.authority}`, HTTPS_PROXY: `http://${proxy.authority}` };
    const { code, stderr } = await run([...few, ...(scheme === "https" ? ["--ca", "ca.pem"] : [])], env);
    expect(stderr).toMatch(/^poolproof: https?:\S+: .*\n$/m);
    expect(code).toBe(2);
    expect(server.asked).toEqual([]);
  });

  test("where there is no proxy", async () => {
    const { url, close } = await serve(() => new Response());
    await close();
    const { run, server } = await openTrial("pulumi");
    const { code, stderr } = await run(few, { HTTP_PROXY: url });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^poolproof: http:\S+: no connection \(.*ECONNREFUSED.*\n$/m);
    expect(server.asked).toEqual([]);
  });

  test.each([
    { name: "HTTP_PROXY", value: "somebody:fake-password@proxy" },
    { name: "https_proxy", value: "socks5://somebody:fake-password@proxy" },
    { name: "HTTPS_PROXY", value: "http://" },
  ])("where $name holds $value", async ({ name, value }) => {
    const { run, server } = await openTrial("pulumi");
    const { code, stdout, stderr } = await run(few, { [name]: value });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(`poolproof: The variable ${name} is no http or https address: mend it, or unset it.\n`);
    expect(server.asked).toEqual([]);
  });
});
