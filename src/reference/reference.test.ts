import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runConformance } from "../../conformance/run-conformance.ts";
import type { Api } from "../apis/api.ts";
import { type ApiId, apiIds, apis } from "../apis/index.ts";
import { createReferenceHandler } from "./create-reference-handler.ts";
import { createReferenceServer, type ReferenceServer } from "./create-reference-server.ts";
import { referenceData, referenceToken } from "./reference-data.ts";

let server: ReferenceServer;
beforeAll(async () => {
  server = await createReferenceServer();
});
afterAll(() => server.close());

const rows = apiIds.map((api) => ({ api }));

describe.each(rows)("the reference server of $api", ({ api }) => {
  const { fixtures, tokens, ...data } = referenceData[api];

  test("conforms, with everything verified", async () => {
    const report = await runConformance({
      api,
      url: server.baseUrls[api] ?? "",
      ...tokens,
      ...data,
      fixtures,
    });
    const open = report.checks.filter(({ verdict }) => verdict !== "pass");
    expect(open.map(({ id, verdict, reason }) => `${verdict} ${id}: ${reason}`)).toEqual([]);
    expect(report.conclusion).toBe("conforms");
    expect(report.leftovers).toEqual([]);
  });

  test("conforms to whoever may only read", async () => {
    const report = await runConformance({
      api,
      url: server.baseUrls[api] ?? "",
      token: referenceToken,
      profile: "read-only",
      ...data,
      fixtures,
    });
    expect(report.checks.filter(({ verdict }) => verdict !== "pass" && verdict !== "skipped")).toEqual([]);
    expect(report.conclusion).toBe("conforms");
  });
});

/** Asks a server of its own, so that no row sees what another has done. */
async function asker(api: ApiId) {
  const surroundings = { clock: () => new Date(Date.UTC(2026, 0, 2)), newId: counter() };
  const handler = await createReferenceHandler([api], surroundings);
  const form = Object.values((apis[api] as Api).authorization)[0];
  return async (
    method: string,
    path: string,
    { body, token = referenceToken }: { body?: unknown; token?: string } = {},
  ) => {
    const headers: Record<string, string> = { [form?.header ?? ""]: `${form?.prefix}${token}` };
    if (body !== undefined) headers["Content-Type"] = apis[api].contentType;
    const request = new Request(`http://reference.test${basePaths[api]}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const response = await handler(request);
    const text = await response.text();
    return { status: response.status, json: text === "" ? undefined : JSON.parse(text) };
  };
}

const basePaths = {
  terraform: "/api/v2",
  scalr: "/api/iacp/v3",
  pulumi: "/api",
  agentsmesh: "/api/v1/ext/orgs/my-organization",
} as const satisfies Record<ApiId, string>;

function counter(): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}new${count}`;
  };
}

describe("terraform", () => {
  const pools = "/organizations/my-organization/agent-pools";
  const document = (name: string) => ({ data: { type: "agent-pools", attributes: { name } } });

  test("keeps what is created, with the id and the time that it is given", async () => {
    const ask = await asker("terraform");
    const { status, json } = await ask("POST", pools, { body: document("fresh") });
    expect([status, json.data.id, json.data.attributes]).toEqual([
      201,
      "apool-new1",
      { name: "fresh", "created-at": "2026-01-02T00:00:00.000Z" },
    ]);
    expect((await ask("GET", "/agent-pools/apool-new1")).json.data).toEqual(json.data);
    expect((await ask("POST", pools, { body: document("fresh") })).status).toBe(422);
    expect((await ask("DELETE", "/agent-pools/apool-new1")).status).toBe(204);
    expect((await ask("GET", "/agent-pools/apool-new1")).status).toBe(404);
  });

  test.each([
    {
      query: "",
      names: 20,
      meta: { "current-page": 1, "prev-page": null, "next-page": 2, "total-pages": 2, "total-count": 24 },
    },
    {
      query: "?page[number]=2",
      names: 4,
      meta: { "current-page": 2, "prev-page": 1, "next-page": null, "total-pages": 2, "total-count": 24 },
    },
    {
      query: "?page[number]=9&page[size]=10",
      names: 0,
      meta: { "current-page": 9, "prev-page": 3, "next-page": null, "total-pages": 3, "total-count": 24 },
    },
  ])("cuts pages: $query", async ({ query, names, meta }) => {
    const { json } = await (await asker("terraform"))("GET", `${pools}${query}`);
    expect([json.data.length, json.meta.pagination]).toEqual([names, meta]);
  });

  test("follows its own links to the next page", async () => {
    const ask = await asker("terraform");
    const first = await ask("GET", `${pools}?sort=-name&page[size]=23`);
    const next = new URL(first.json.links.next);
    expect(next.searchParams.get("sort")).toBe("-name");
    const second = await ask("GET", `${next.pathname.replace("/api/v2", "")}${next.search}`);
    expect(second.json.data).toHaveLength(1);
    expect(second.json.links.next).toBeNull();
  });

  const valuesOf = (json: { data: { attributes: Record<string, string> }[] }, key: string) =>
    json.data.map(({ attributes }) => attributes[key]);

  test.each(["name", "created-at"])("sorts by %s, either way", async (key) => {
    const ask = await asker("terraform");
    const unsorted = valuesOf((await ask("GET", `${pools}?page[size]=100`)).json, key);
    const ascending = valuesOf((await ask("GET", `${pools}?page[size]=100&sort=${key}`)).json, key);
    const descending = valuesOf((await ask("GET", `${pools}?page[size]=100&sort=-${key}`)).json, key);
    expect(ascending).toEqual(unsorted.toSorted());
    expect(descending).toEqual(ascending.toReversed());
  });

  test("keeps the agents that have pinged since a moment", async () => {
    const ask = await asker("terraform");
    const moment = "2026-01-01T20:00:00.000Z";
    const list = "/agent-pools/apool-seed0000/agents?page[size]=100";
    const all = valuesOf((await ask("GET", list)).json, "last-ping-at");
    const kept = valuesOf((await ask("GET", `${list}&filter[last-ping-since]=${moment}`)).json, "last-ping-at");
    expect(kept).toEqual(all.filter((ping) => ping != null && ping >= moment));
    expect(kept.length).toBeGreaterThan(0);
  });

  test.each([
    { token: "reader-token", method: "GET", path: pools, status: 200 },
    { token: "reader-token", method: "POST", path: pools, body: document("mine"), status: 404 },
    { token: "other-token", method: "GET", path: pools, status: 404 },
    { token: "other-token", method: "GET", path: "/agent-pools/apool-seed0000", status: 404 },
    { token: "other-token", method: "GET", path: "/agents/agent-seed0000", status: 404 },
    { token: "nobody", method: "GET", path: pools, status: 401 },
  ])("answers $token $status for $method $path", async ({ token, method, path, body, status }) => {
    expect((await (await asker("terraform"))(method, path, { token, body })).status).toBe(status);
  });

  test.each([
    { id: "agent-seed0000", is: "idle", status: 412 },
    { id: "agent-seed0001", is: "busy", status: 412 },
    { id: "agent-seed0002", is: "exited", status: 204 },
    { id: "agent-seed0003", is: "errored", status: 204 },
    { id: "agent-seed0004", is: "unknown", status: 204 },
  ])("deletes an agent that is $is: $status", async ({ id, is, status }) => {
    const ask = await asker("terraform");
    expect((await ask("GET", `/agents/${id}`)).json.data.attributes.status).toBe(is);
    expect((await ask("DELETE", `/agents/${id}`)).status).toBe(status);
    expect((await ask("GET", `/agents/${id}`)).status).toBe(status === 204 ? 404 : 200);
  });
});

describe("scalr", () => {
  const created = (
    name: string,
    relationships: object = { environment: { data: { type: "environments", id: "env-svrcnchebt61e30" } } },
  ) => ({
    data: { type: "agent-pools", attributes: { name }, relationships },
  });
  const linking = (id: string, ids: readonly string[]) => ({
    data: {
      type: "agent-pools",
      id,
      relationships: { workspaces: { data: ids.map((each) => ({ type: "workspaces", id: each })) } },
    },
  });

  test("links, replaces and unlinks workspaces", async () => {
    const ask = await asker("scalr");
    await ask("POST", "/agent-pools", { body: created("fresh") });
    const path = "/agent-pools/apool-new1";
    const linkedAfter = async (ids: readonly string[]) => {
      const { json } = await ask("PATCH", path, { body: linking("apool-new1", ids) });
      return json.data.relationships.workspaces.data.map(({ id }: { id: string }) => id);
    };
    expect(await linkedAfter(["ws-tkklps8s31vseto", "ws-tkklq6v7im56cd0"])).toEqual([
      "ws-tkklps8s31vseto",
      "ws-tkklq6v7im56cd0",
    ]);
    expect(await linkedAfter(["ws-tkklqi19gvk7jc0"])).toEqual(["ws-tkklqi19gvk7jc0"]);
    expect(await linkedAfter([])).toEqual([]);
    expect((await ask("GET", path)).json.data.attributes.name).toBe("fresh");
  });

  test("refuses to delete a pool with busy agents, and keeps it", async () => {
    const ask = await asker("scalr");
    expect((await ask("DELETE", "/agent-pools/apool-seed0003")).status).toBe(409);
    expect((await ask("GET", "/agent-pools/apool-seed0003")).status).toBe(200);
    expect((await ask("DELETE", "/agent-pools/apool-seed0006")).status).toBe(204);
  });

  test("includes what is linked, each once", async () => {
    const { json } = await (await asker("scalr"))("GET", "/agent-pools?include=account,environment&page[size]=100");
    const keys = json.included.map(({ type, id }: { type: string; id: string }) => `${type} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain("accounts acc-svrcncgh453bi8g");
  });

  test.each([
    { token: "no-access-token", method: "GET", path: "/agent-pools", status: 404 },
    { token: "no-access-token", method: "POST", path: "/agent-pools", body: created("mine"), status: 403 },
    { token: "reader-token", method: "DELETE", path: "/agent-pools/apool-seed0006", status: 403 },
    { token: "other-token", method: "GET", path: "/agent-pools/apool-seed0006", status: 404 },
    { token: "reference-token", method: "POST", path: "/agent-pools", body: created("mine", {}), status: 422 },
  ])("answers $token $status for $method $path", async ({ token, method, path, body, status }) => {
    expect((await (await asker("scalr"))(method, path, { token, body })).status).toBe(status);
  });
});

describe("pulumi", () => {
  const pools = "/orgs/organization/agent-pools";

  test("shows the token of a pool once, and changes only what is named", async () => {
    const ask = await asker("pulumi");
    const { json } = await ask("POST", pools, { body: { name: "fresh", description: "first" } });
    expect(json.tokenValue).toMatch(/^pul-0+\d+$/);
    expect((await ask("PATCH", `${pools}/${json.id}`, { body: { name: "renamed" } })).json).toEqual({
      name: "renamed",
      description: "first",
    });
    const shown = await ask("GET", `${pools}/${json.id}`);
    expect(shown.json).toMatchObject({ id: json.id, name: "renamed", description: "first", agents: [] });
    expect(JSON.stringify([shown.json, (await ask("GET", pools)).json])).not.toContain("tokenValue");
  });

  test("keeps a pool in use unless it is forced", async () => {
    const ask = await asker("pulumi");
    const path = `${pools}/5eed0000-0000-4000-8000-000000000001`;
    expect([(await ask("DELETE", path)).status, (await ask("GET", path)).status]).toEqual([400, 200]);
    expect([(await ask("DELETE", `${path}?force=true`)).status, (await ask("GET", path)).status]).toEqual([204, 404]);
  });

  test("hides other organizations", async () => {
    const ask = await asker("pulumi");
    expect((await ask("GET", "/orgs/other-organization/agent-pools")).status).toBe(404);
    expect((await ask("GET", pools, { token: "other-token" })).status).toBe(404);
  });
});

describe("a fault in the reference server of agentsmesh is found", () => {
  const rows = [
    {
      fault: "the filter is ignored",
      at: /\/pods$/,
      change: (url: URL) => url.searchParams.delete("status"),
      check: "agentsmesh/listRunnerPods/filters-by-status",
    },
    {
      fault: "every runner is available",
      at: /\/available$/,
      change: (url: URL) => {
        url.pathname = url.pathname.replace("/available", "");
      },
      check: "agentsmesh/listAvailableRunners/lists-only-online",
    },
  ];

  test.each(rows)("$fault", async ({ at, change, check }) => {
    const handler = await createReferenceHandler(["agentsmesh"]);
    const fetch = async (request: Request) => {
      const url = new URL(request.url);
      if (at.test(url.pathname)) change(url);
      return handler(new Request(url, request));
    };
    const { fixtures } = referenceData.agentsmesh;
    const report = await runConformance({
      api: "agentsmesh",
      url: `http://fault.test${basePaths.agentsmesh}`,
      token: referenceToken,
      fixtures,
      fetch,
    });
    expect(report.checks.filter(({ verdict }) => verdict === "fail").map(({ id }) => id)).toContain(check);
  });
});

describe("agentsmesh", () => {
  test("tells of pods by status, limit and offset", async () => {
    const ask = await asker("agentsmesh");
    const all = await ask("GET", "/runners/1/pods");
    expect([all.json.pods.length, all.json.total, all.json.limit, all.json.offset]).toEqual([50, 120, 50, 0]);
    const some = await ask("GET", "/runners/1/pods?status=completed&limit=5&offset=60");
    expect([some.json.pods.length, some.json.total, some.json.limit, some.json.offset]).toEqual([2, 62, 5, 60]);
    expect(new Set(some.json.pods.map(({ status }: { status: string }) => status))).toEqual(new Set(["completed"]));
    expect((await ask("GET", "/runners/1/pods?limit=1000")).json).toMatchObject({ limit: 100 });
    expect((await ask("GET", "/runners/1/pods?offset=1000")).json).toMatchObject({ pods: [], total: 120 });
  });

  test("lists as available only runners that are online and have room", async () => {
    const ask = await asker("agentsmesh");
    const { json } = await ask("GET", "/runners/available");
    expect(json.runners.map(({ id }: { id: number }) => id)).toEqual([1, 2, 8]);
  });

  test.each([
    { token: "no-scope-token", path: "/runners", status: 403 },
    { token: "disabled-token", path: "/runners", status: 403 },
    { token: "reference-token", path: "/runners/101", status: 403 },
    { token: "reference-token", path: "/runners/999", status: 404 },
    { token: "nobody", path: "/runners", status: 401 },
  ])("answers $token $status for $path", async ({ token, path, status }) => {
    expect((await (await asker("agentsmesh"))("GET", path, { token })).status).toBe(status);
  });
});
