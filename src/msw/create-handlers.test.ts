import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createAgentsMeshClient } from "../client/agentsmesh.ts";
import { createPulumiClient } from "../client/pulumi.ts";
import { createScalrClient } from "../client/scalr.ts";
import { createTerraformClient } from "../client/terraform.ts";
import { referenceData, referenceToken } from "../reference/reference-data.ts";
import { createBrowserHandlers } from "./create-browser-handlers.ts";
import { createHandlers } from "./create-handlers.ts";
import type { HandlerOptions } from "./handler-options.ts";

const documented = "https://app.terraform.io/api/v2";
const organization = { params: { path: { organization_name: referenceData.terraform.organization } } };
const poolNamed = (name: string) => ({
  ...organization,
  body: { data: { type: "agent-pools", attributes: { name } } } as const,
});
const terraformAt = (baseUrl = documented) => createTerraformClient({ baseUrl, token: referenceToken });
const listPools = (baseUrl?: string) =>
  terraformAt(baseUrl).GET("/organizations/{organization_name}/agent-pools", organization);

// Behind our handlers: says of a request that it came past them, and keeps it from the network.
const server = setupServer(http.all("*", () => HttpResponse.text("passed")));
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

async function serve(options?: HandlerOptions): Promise<void> {
  server.use(...(await createHandlers(options)));
}

describe("at the documented address", () => {
  test("every API answers its typed client", async () => {
    await serve();
    const pools = await listPools();
    const scalr = createScalrClient({ baseUrl: "https://my.scalr.io/api/iacp/v3", token: referenceToken });
    const scalrPools = await scalr.GET("/agent-pools");
    const pulumi = createPulumiClient({ baseUrl: "https://api.pulumi.com/api", token: referenceToken });
    const path = { organization: referenceData.pulumi.organization };
    const pulumiPools = await pulumi.GET("/orgs/{organization}/agent-pools", { params: { path } });
    const baseUrl = "https://agentsmesh.ai/api/v1/ext/orgs/my-organization";
    const runners = await createAgentsMeshClient({ baseUrl, token: referenceToken }).GET("/runners");
    const lists = [pools.data?.data, scalrPools.data?.data, pulumiPools.data?.agentPools, runners.data?.runners];
    expect(lists.map((list) => (list?.length ?? 0) > 0)).toEqual([true, true, true, true]);
  });

  test("what is created stays, and is refused a second time", async () => {
    await serve({ apis: ["terraform"] });
    const created = await terraformAt().POST("/organizations/{organization_name}/agent-pools", poolNamed("new-pool"));
    const id = created.data?.data.id ?? "";
    const shown = await terraformAt().GET("/agent-pools/{agent_pool_id}", { params: { path: { agent_pool_id: id } } });
    expect(shown.data?.data.attributes.name).toBe("new-pool");
    const again = await terraformAt().POST("/organizations/{organization_name}/agent-pools", poolNamed("new-pool"));
    expect(again.response.status).toBe(422);
  });

  test("new handlers have the data that were there at first", async () => {
    const options = { apis: ["terraform"], data: { terraform: { pools: ["web"] } } } as const;
    await serve(options);
    await terraformAt().POST("/organizations/{organization_name}/agent-pools", poolNamed("new-pool"));
    expect((await listPools()).data?.data.length).toBe(2);
    server.resetHandlers();
    await serve(options);
    expect((await listPools()).data?.data.length).toBe(1);
  });
});

describe("at an address of one's own", () => {
  test.each([
    { given: "http://localhost:3000/tfe/api/v2" },
    { given: "http://localhost:3000" },
    { given: "https://app.terraform.io/api/v2/" },
  ])("$given is served, and links lead back there", async ({ given }) => {
    await serve({ apis: ["terraform"], baseUrls: { terraform: given } });
    const { data } = await listPools(given);
    const { pathname } = new URL(given);
    expect(data?.links.next).toMatch(`${new URL(given).origin}${pathname.replace(/\/$/, "")}/organizations/`);
    expect(data?.data[0]?.links?.self).toMatch(`${pathname.replace(/\/$/, "")}/agent-pools/apool-`);
  });

  test("a relative one is of the page's origin", async () => {
    const { location } = globalThis;
    Object.assign(globalThis, { location: { href: "http://page.test/pools" } });
    await serve({ apis: ["terraform"], baseUrls: { terraform: "/api/v2" } }).finally(() =>
      Object.assign(globalThis, { location }),
    );
    expect((await listPools("http://page.test/api/v2")).response.status).toBe(200);
  });

  test("variables take any segment", async () => {
    await serve({ apis: ["agentsmesh"], baseUrls: { agentsmesh: "http://mesh.test/{slug}/v1" } });
    const client = createAgentsMeshClient({ baseUrl: "http://mesh.test/my-organization/v1", token: referenceToken });
    expect((await client.GET("/runners")).response.status).toBe(200);
  });

  test("two APIs may have the same path at two origins", async () => {
    await serve({ apis: ["terraform", "scalr"], baseUrls: { terraform: "http://a.test", scalr: "http://b.test" } });
    const scalr = createScalrClient({ baseUrl: "http://b.test", token: referenceToken });
    const statuses = [
      (await listPools("http://a.test")).response.status,
      (await scalr.GET("/agent-pools")).response.status,
    ];
    expect(statuses).toEqual([200, 200]);
  });
});

test.each([
  { given: "https://app.terraform.io/session" },
  { given: "https://app.terraform.io/_poolproof-elsewhere" },
  { given: "http://app.terraform.io/api/v2/organizations/acme/agent-pools" },
  { given: "https://other.test/api/v2/organizations/acme/agent-pools" },
])("$given passes", async ({ given }) => {
  await serve({ apis: ["terraform"] });
  expect(await (await fetch(given)).text()).toBe("passed");
});

test("an undocumented path below the address is refused in the API's own form", async () => {
  await serve({ apis: ["terraform"] });
  const response = await fetch(`${documented}/workspaces`);
  expect([response.status, await response.json()]).toMatchObject([404, { errors: [{ status: "404" }] }]);
});

describe("the control API", () => {
  const control = (path: string, body?: object) =>
    fetch(`https://app.terraform.io/_poolproof/${path}`, {
      method: "POST",
      ...(body && { body: JSON.stringify(body) }),
    });

  test("orders faults", async () => {
    await serve({ apis: ["terraform"] });
    expect((await control("faults", { status: 429, retryAfter: 7 })).status).toBe(201);
    const { response, error } = await listPools();
    expect([response.status, response.headers.get("Retry-After"), error]).toMatchObject([429, "7", { errors: [{}] }]);
    expect((await listPools()).response.status).toBe(200);
  });

  test("puts everything back", async () => {
    await serve({ apis: ["terraform"], data: { terraform: { pools: ["web"] } } });
    await terraformAt().POST("/organizations/{organization_name}/agent-pools", poolNamed("new-pool"));
    expect((await control("reset")).status).toBe(204);
    expect((await listPools()).data?.data.length).toBe(1);
  });
});

describe("options of the mock", () => {
  test("the same seed makes the same ids", async () => {
    const ids: (string | undefined)[] = [];
    for (const seed of [1, 1, 2]) {
      server.resetHandlers();
      await serve({ apis: ["terraform"], seed });
      const { data } = await terraformAt().POST("/organizations/{organization_name}/agent-pools", poolNamed("new"));
      ids.push(data?.data.id);
    }
    expect(ids[0]).toMatch(/^apool-/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  test("answers take their time", async () => {
    await serve({ apis: ["terraform"], latency: { minMs: 120, maxMs: 120 } });
    const before = performance.now();
    await listPools();
    expect(performance.now() - before).toBeGreaterThanOrEqual(115);
  });

  test("whoever logs is told of each request", async () => {
    const logged: (number | undefined)[] = [];
    await serve({ apis: ["terraform"], log: ({ status }) => logged.push(status) });
    await listPools();
    expect(logged).toEqual([200]);
  });

  test("the static mock answers the documented example that a request prefers", async () => {
    await serve({ apis: ["terraform"], stateful: false });
    const headers = { Authorization: "Bearer any-token", Prefer: "dynamic=true" };
    const response = await fetch(`${documented}/organizations/acme/agent-pools`, { headers });
    expect([response.status, response.headers.get("Preference-Applied")]).toEqual([200, "dynamic=true"]);
  });
});

test.each<{ given: HandlerOptions; says: RegExp }>([
  {
    given: { baseUrls: { terraform: "/api/v2" } },
    says: /baseUrls\.terraform is "\/api\/v2": .*before \/organizations/,
  },
  { given: { baseUrls: { pulumi: "ftp://x.test/api" } }, says: /baseUrls\.pulumi is "ftp:/ },
  {
    given: { baseUrls: { terraform: "http://x.test/api", scalr: "http://x.test/api/" } },
    says: /baseUrls\.terraform and baseUrls\.scalr are both http:\/\/x\.test\/api: give each/,
  },
  { given: { apis: ["terrafrom" as "terraform"] }, says: /^There is no API "terrafrom"; did you mean "terraform"\?$/ },
  { given: { apis: [] }, says: /`apis` is empty: name one at least/ },
  {
    given: { baseUrls: { terrafrom: "http://x.test" } as HandlerOptions["baseUrls"] },
    says: /^baseUrls\.terrafrom: there is no such API; did you mean "terraform"\?$/,
  },
  { given: { apis: ["pulumi"], latency: { minMs: 5, maxMs: 1 } }, says: /^latency: minMs \(5\) and maxMs \(1\)/ },
  { given: { data: { terraform: { pols: 3 } } }, says: /\/terraform\/pols: .*did you mean "pools"/ },
])("refuses wrong options: $says", async ({ given, says }) => {
  await expect(createHandlers(given)).rejects.toThrow(says);
  await expect(createHandlers(given)).rejects.toMatchObject({ name: "UsageError" });
});

test("what browsers take for it refuses the static mock, and serves the other", async () => {
  await expect(createBrowserHandlers({ stateful: false })).rejects.toMatchObject({
    name: "UsageError",
    message: expect.stringContaining("leave `stateful: false` out"),
  });
  server.use(...(await createBrowserHandlers({ apis: ["terraform"] })));
  expect((await listPools()).response.status).toBe(200);
});
