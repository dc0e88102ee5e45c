import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createReferenceServer, type ReferenceServer } from "../reference/create-reference-server.ts";
import { referenceData, referenceToken } from "../reference/reference-data.ts";
import { type Consumer, createConsumer } from "./consumer.ts";

/** Scripts of somebody who has installed the package. Each prints one line of JSON. */
const scripts = {
  "against-url.js": `
    import { runConformance } from "poolproof";
    const { url, organization } = JSON.parse(process.argv[2]);
    const options = { api: "pulumi", url, organization, token: "${referenceToken}", only: ["pulumi/listAgentPools/"] };
    const report = await runConformance({ ...options, without: ["other-tenant"] });
    console.log(JSON.stringify({ conclusion: report.conclusion, passed: report.counts.pass, failed: report.counts.fail }));`,

  "against-handler.js": `
    import { createReferenceHandler, referenceData, runConformance } from "poolproof";
    const serve = await createReferenceHandler(["agentsmesh"]);
    const broken = async (request) => {
      const response = await serve(request);
      return response.status === 401 ? new Response("{}", { status: 500 }) : response;
    };
    const { tokens, fixtures } = referenceData.agentsmesh;
    const url = "http://in-process.test/api/v1/ext/orgs/my-organization";
    const run = (fetch) => runConformance({ api: "agentsmesh", url, fetch, fixtures, ...tokens });
    const [sound, faulty] = [await run(serve), await run(broken)];
    console.log(JSON.stringify({ sound: sound.conclusion, faulty: faulty.conclusion, requests: sound.requests > 50 }));`,

  "wrong-token.js": `
    import { runConformance } from "poolproof";
    const fetch = async () => new Response(null, { status: 401 });
    const run = runConformance({ api: "agentsmesh", url: "http://in-process.test", token: "fake-token", fetch });
    console.log(JSON.stringify(await run.catch(({ name, message }) => ({ name, message }))));`,

  "servers.js": `
    import { createMock, createReferenceServer, referenceToken } from "poolproof";
    import { createPulumiClient } from "poolproof/pulumi";
    const servers = [await createMock({ apis: ["pulumi"] }), await createReferenceServer({ apis: ["pulumi"] })];
    const counts = [];
    for (const { baseUrls, close } of servers) {
      const pulumi = createPulumiClient({ baseUrl: baseUrls.pulumi, token: referenceToken });
      const { data } = await pulumi.GET("/orgs/{organization}/agent-pools", { params: { path: { organization: "organization" } } });
      counts.push(data.agentPools.length > 0);
      await close();
    }
    console.log(JSON.stringify(counts));`,

  "client-error.js": `
    import { ClientError, createTerraformClient } from "poolproof/terraform";
    import { ClientError as sameError } from "poolproof";
    const terraform = createTerraformClient({ baseUrl: "http://x.test/api/v2", token: "fake-token", fetch: async () => new Response("<html>") });
    const { error } = await terraform.GET("/agents/{agent_id}", { params: { path: { agent_id: "agent-1" } } });
    console.log(JSON.stringify({ kind: error.kind, isOurs: error instanceof ClientError, isOne: ClientError === sameError }));`,

  "loaded.js": `
    import { registerHooks } from "node:module";
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    for (const name of process.argv.slice(2)) await import(name);
    console.log(JSON.stringify(loaded));`,

  "loaded-by-command.js": `
    import { registerHooks } from "node:module";
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    process.argv = [process.argv[0], "poolproof", "--help"];
    process.stdout.write = () => true;
    process.on("exit", () => console.error(JSON.stringify(loaded)));
    await import("./node_modules/poolproof/bin/poolproof.js");`,
};

let consumer: Consumer;
let server: ReferenceServer;
beforeAll(async () => {
  consumer = await createConsumer(scripts);
  server = await createReferenceServer({ apis: ["pulumi"] });
});
afterAll(async () => {
  await server.close();
  await consumer.remove();
});

async function run(script: keyof typeof scripts, ...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await consumer.node([script, ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

test("a plain script runs a suite against a URL", async () => {
  const { organization } = referenceData.pulumi;
  const result = await run("against-url.js", JSON.stringify({ url: server.baseUrls.pulumi, organization }));
  expect(result).toEqual({ conclusion: "conforms", passed: expect.any(Number), failed: 0 });
  expect(result).not.toMatchObject({ passed: 0 });
});

test("a plain script runs a suite against a fetch handler in its own process", async () => {
  const result = await run("against-handler.js");
  expect(result).toEqual({ sound: "conforms", faulty: "does not conform", requests: true });
});

test("a target that cannot be judged is an error with a name and a remedy", async () => {
  const result = await run("wrong-token.js");
  expect(result).toEqual({ name: "PreflightError", message: expect.stringContaining("POOLPROOF_TOKEN") });
});

test("mocks and reference servers answer the typed clients", async () => {
  expect(await run("servers.js")).toEqual([true, true]);
});

test("every entry knows the same ClientError", async () => {
  expect(await run("client-error.js")).toEqual({ kind: "not-json", isOurs: true, isOne: true });
});

describe("importing loads little", () => {
  const clients = ["poolproof/terraform", "poolproof/scalr", "poolproof/pulumi", "poolproof/agentsmesh"];
  test.each([
    { names: ["poolproof"], most: 10 },
    { names: clients, most: 40 },
  ])("$names", async ({ names, most }) => {
    const loaded = (await run("loaded.js", ...names)) as string[];
    expect(loaded.length).toBeGreaterThanOrEqual(names.length);
    expect(loaded.length).toBeLessThanOrEqual(most);
    expect(loaded.filter((url) => /@stoplight|\/ajv\/|\/conformance\/|openapi\.json/.test(url))).toEqual([]);
  });
});

test("the command's help loads the command line and nothing of what it leads to", async () => {
  const { code, stderr } = await consumer.node(["loaded-by-command.js"]);
  expect(code).toBe(0);
  const loaded: string[] = JSON.parse(stderr);
  expect(loaded.filter((url) => url.includes("/commander/"))).not.toEqual([]);
  expect(loaded.filter((url) => /@stoplight|\/(ajv|yaml|undici)\/|\/conformance\/|openapi\.json/.test(url))).toEqual(
    [],
  );
});
