import { beforeEach, describe, expect, test } from "vitest";
import type { FetchHandler } from "../host/serve.ts";
import { createMockHandler } from "../mock/mock-handler.ts";
import { createReferenceHandler } from "../reference/create-reference-handler.ts";

const origin = "http://mock.test";
const staticMock = await createMockHandler(["terraform", "agentsmesh"]);
let stateful: FetchHandler;
beforeEach(async () => {
  stateful = await createReferenceHandler(["terraform", "scalr", "pulumi", "agentsmesh"]);
});

async function control(handler: FetchHandler, method: string, path: string, body?: unknown) {
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  const request = new Request(`${origin}/_poolproof${path}`, { method, ...(text !== undefined && { body: text }) });
  const response = await handler(request);
  const answered = await response.text();
  return { status: response.status, json: answered === "" ? undefined : JSON.parse(answered) };
}

function ask(handler: FetchHandler, path: string, init: RequestInit = {}) {
  const headers = { Authorization: "Bearer reference-token", "Content-Type": "application/vnd.api+json" };
  return handler(new Request(`${origin}${path}`, { ...init, headers: { ...headers, ...init.headers } }));
}

const pools = "/api/v2/organizations/my-organization/agent-pools";
const statusesOf = async (handler: FetchHandler, paths: readonly string[]) => {
  const statuses: number[] = [];
  for (const path of paths) statuses.push((await ask(handler, path)).status);
  return statuses;
};

describe.each([
  { kind: "static", handler: () => staticMock },
  { kind: "stateful", handler: () => stateful },
])("faults of the $kind mock", ({ handler }) => {
  beforeEach(async () => {
    await control(handler(), "POST", "/reset");
  });

  test("refuse so many calls, with Retry-After, in the API's own form", async () => {
    expect(await control(handler(), "POST", "/faults", { count: 2, retryAfter: 7 })).toMatchObject({
      status: 201,
      json: { status: 429, remaining: 2 },
    });
    const first = await ask(handler(), pools);
    expect([first.status, first.headers.get("retry-after")]).toEqual([429, "7"]);
    expect((await first.json()).errors[0].status).toBe("429");
    expect((await control(handler(), "GET", "/faults")).json.faults).toMatchObject([{ remaining: 1 }]);
    expect(await statusesOf(handler(), [pools, pools])).toEqual([429, 200]);
    expect((await control(handler(), "GET", "/faults")).json).toEqual({ faults: [] });
  });

  test("hit one operation, or one API, and no other", async () => {
    await control(handler(), "POST", "/faults", { operation: "showAgentPool", status: 503 });
    await control(handler(), "POST", "/faults", { api: "agentsmesh", status: 500 });
    const runners = "/api/v1/ext/orgs/my-organization/runners";
    const shown = "/api/v2/agent-pools/apool-seed0000";
    expect(await statusesOf(handler(), [pools, shown, shown, runners, runners])).toEqual([200, 503, 200, 500, 200]);
  });

  test("answer the status asked for where the API documents none", async () => {
    await control(handler(), "POST", "/faults", { status: 418 });
    const response = await ask(handler(), pools);
    expect([response.status, response.headers.get("retry-after")]).toEqual([418, null]);
    expect((await response.json()).errors[0].detail).toMatch(/control API/);
  });

  test("are ordered by an empty body too, and shown as they were ordered", async () => {
    const one = await control(handler(), "POST", "/faults", "");
    expect([one.status, one.json]).toMatchObject([201, { status: 429, remaining: 1 }]);
    const order = { delay: 5, count: 2, operation: "showAgentPool" };
    expect((await control(handler(), "POST", "/faults", order)).json).toEqual({
      id: one.json.id + 1,
      ...order,
      remaining: 2,
    });
    expect((await control(handler(), "GET", "/faults")).json.faults[1]).toMatchObject(order);
  });

  test("are forgotten one by one or all at once", async () => {
    const { json } = await control(handler(), "POST", "/faults", {});
    expect((await control(handler(), "DELETE", `/faults/${json.id}`)).status).toBe(204);
    expect((await control(handler(), "DELETE", `/faults/${json.id}`)).status).toBe(404);
    await control(handler(), "POST", "/faults", { count: 9 });
    expect((await control(handler(), "DELETE", "/faults")).status).toBe(204);
    expect(await statusesOf(handler(), [pools])).toEqual([200]);
  });

  test.each([
    { body: { status: 200 }, status: 422, says: /\/status: expected at least 400, got number 200/ },
    { body: { statsu: 500 }, status: 422, says: /unknown member "statsu"/ },
    { body: { operation: "showAgentPol" }, status: 422, says: /did you mean "showAgentPool"/ },
    { body: { api: "github" }, status: 422, says: /\/api: expected "terraform"/ },
    { body: { retryAfter: "soon\nX: y" }, status: 422, says: /\/retryAfter/ },
    { body: "{", status: 400, says: /not JSON/ },
  ])("are not taken if they make no sense: $body", async ({ body, status, says }) => {
    const refusal = await control(handler(), "POST", "/faults", body);
    expect(refusal.status).toBe(status);
    expect(refusal.json.detail).toMatch(says);
    expect((await control(handler(), "GET", "/faults")).json).toEqual({ faults: [] });
  });
});

describe("the state of a stateful mock", () => {
  test("lets an agent change its status", async () => {
    const path = "/state/terraform/agents/agent-seed0000";
    expect((await control(stateful, "PATCH", path, { status: "errored" })).json).toMatchObject({ status: "errored" });
    expect((await control(stateful, "GET", path)).json.status).toBe("errored");
    expect((await ask(stateful, "/api/v2/agents/agent-seed0000", { method: "DELETE" })).status).toBe(204);
  });

  test("lets a pool become busy, so that it may not be deleted", async () => {
    await control(stateful, "PATCH", "/state/scalr/pools/apool-seed0006", { busy: true });
    const path = "/api/iacp/v3/agent-pools/apool-seed0006";
    expect((await ask(stateful, path, { method: "DELETE" })).status).toBe(409);
    await control(stateful, "PATCH", "/state/scalr/pools/apool-seed0006", { busy: false });
    expect((await ask(stateful, path, { method: "DELETE" })).status).toBe(204);
  });

  test("lets a runner go offline", async () => {
    const available = "/api/v1/ext/orgs/my-organization/runners/available";
    const idsOf = async () =>
      (await (await ask(stateful, available)).json()).runners.map((each: { id: number }) => each.id);
    expect(await idsOf()).toEqual([1, 2, 8]);
    expect((await control(stateful, "PATCH", "/state/agentsmesh/runners/2", { status: "offline" })).status).toBe(200);
    expect(await idsOf()).toEqual([1, 8]);
  });

  test("is put back by a reset", async () => {
    const before = (await control(stateful, "GET", "/state")).json;
    await ask(stateful, "/api/v2/agent-pools/apool-seed0000", { method: "DELETE" });
    await control(stateful, "PATCH", "/state/pulumi/pools/5eed0000-0000-4000-8000-000000000001", { name: "Other" });
    expect((await control(stateful, "GET", "/state")).json).not.toEqual(before);
    expect((await control(stateful, "POST", "/reset")).status).toBe(204);
    expect((await control(stateful, "GET", "/state")).json).toEqual(before);
  });

  test("is replaced by a document, and can be had as one", async () => {
    const { json } = await control(stateful, "PUT", "/state", { terraform: { pools: ["web"] } });
    expect(json.terraform.pools).toMatchObject([{ name: "web" }]);
    expect(json.pulumi.pools).toHaveLength(17);
    expect((await (await ask(stateful, pools)).json()).data).toHaveLength(1);
    expect((await control(stateful, "GET", "/state/terraform")).json).toEqual({ terraform: json.terraform });
    expect((await control(stateful, "GET", "/state/schema.json")).json.properties.terraform.type).toBe("object");
  });

  test.each([
    {
      method: "PATCH",
      path: "/state/terraform/agents/agent-seed0000",
      body: { status: "gone" },
      status: 422,
      says: /^\/status: expected "idle"/,
    },
    {
      method: "PATCH",
      path: "/state/terraform/pools/apool-seed0000",
      body: { name: "pool-0007" },
      status: 422,
      says: /given to something else/,
    },
    {
      method: "PATCH",
      path: "/state/terraform/agents/nobody",
      body: {},
      status: 404,
      says: /no nobody among the agents of terraform/,
    },
    {
      method: "PATCH",
      path: "/state/terraform/runners/1",
      body: {},
      status: 404,
      says: /has no runners; it has pools or agents/,
    },
    { method: "PATCH", path: "/state/github/pools/1", body: {}, status: 404, says: /No API github/ },
    {
      method: "PATCH",
      path: "/state/terraform/agents/agent-seed0000",
      body: [],
      status: 422,
      says: /object of members/,
    },
    {
      method: "PUT",
      path: "/state",
      body: { pulumi: { pools: [{ name: 1 }] } },
      status: 422,
      says: /\/pulumi\/pools\/0\/name/,
    },
    {
      method: "GET",
      path: "/nowhere",
      body: undefined,
      status: 404,
      says: /GET \/_poolproof\/nowhere is nothing here/,
    },
    {
      method: "PUT",
      path: "/faults",
      body: {},
      status: 405,
      says: /^PUT does nothing at \/_poolproof\/faults; POST, GET or DELETE does/,
    },
    {
      method: "DELETE",
      path: "/state/terraform/agents/agent-seed0000",
      body: undefined,
      status: 405,
      says: /GET or PATCH does/,
    },
    { method: "PUT", path: "/state", body: "", status: 400, says: /not JSON: it is empty/ },
  ])("is as it was after $method $path with $body", async ({ method, path, body, status, says }) => {
    const before = (await control(stateful, "GET", "/state")).json;
    const refusal = await control(stateful, method, path, body);
    expect([refusal.status, refusal.json.detail]).toEqual([status, expect.stringMatching(says)]);
    expect((await control(stateful, "GET", "/state")).json).toEqual(before);
  });

  test("is not replaced by that of an API that is not served", async () => {
    const alone = await createReferenceHandler(["pulumi", "scalr"]);
    const before = (await control(alone, "GET", "/state")).json;
    expect(await control(alone, "PUT", "/state", { terraform: { pools: [] }, pulumi: { pools: [] } })).toEqual({
      status: 422,
      json: {
        error: "invalid",
        detail: "/terraform: this API is not served here; there is pulumi or scalr",
        mistakes: [{ pointer: "/terraform", text: "this API is not served here; there is pulumi or scalr" }],
      },
    });
    expect((await control(alone, "GET", "/state")).json).toEqual(before);
  });

  test("is not there in a static mock", async () => {
    for (const [method, path] of [
      ["GET", "/state"],
      ["PATCH", "/state/terraform/pools/a"],
    ] as const) {
      const { status, json } = await control(staticMock, method, path, method === "GET" ? undefined : {});
      expect([status, json.detail]).toEqual([409, expect.stringMatching(/--stateful/)]);
    }
  });
});

test("data that are nested without end are refused", async () => {
  const depth = 100_000;
  const refusal = await control(stateful, "PUT", "/state", `${'{"terraform":'.repeat(depth)}1${"}".repeat(depth)}`);
  expect([refusal.status, refusal.json.detail]).toEqual([422, expect.stringMatching(/nested deeper/)]);
});

test("a wrong method is told the right ones", async () => {
  const response = await stateful(new Request(`${origin}/_poolproof/reset`));
  expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
});

test("pages of another origin may use the control API", async () => {
  const headers = { Origin: "http://localhost:5173", "Access-Control-Request-Method": "PATCH" };
  const preflight = await stateful(
    new Request(`${origin}/_poolproof/state/terraform/agents/a`, { method: "OPTIONS", headers }),
  );
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-origin")).toBe("http://localhost:5173");
  expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH");
});
