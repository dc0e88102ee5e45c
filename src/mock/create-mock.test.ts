import { createConnection } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Api } from "../apis/api.ts";
import { type ApiId, apiIds, apis } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import { fillPath } from "../contract/route.ts";
import { createMock, type Mock } from "./create-mock.ts";

let mock: Mock;

beforeAll(async () => {
  mock = await createMock();
});

afterAll(() => mock.close());

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly token?: string | null;
}

function ask(id: ApiId, path: string, { method = "GET", headers = {}, body, token = "example-token" }: Sent = {}) {
  const api: Api = apis[id];
  const form = Object.values(api.authorization)[0];
  const authorization = token === null || !form ? {} : { [form.header]: `${form.prefix}${token}` };
  return fetch(`${mock.baseUrls[id]}${path}`, {
    method,
    headers: { ...authorization, ...(body !== undefined && { "Content-Type": api.contentType }), ...headers },
    ...(body !== undefined && { body }),
  });
}

test.each([
  { id: "terraform", path: "/organizations/acme/agent-pools" },
  { id: "terraform", path: "/agent-pools/apool-1/agents" },
  { id: "scalr", path: "/agent-pools" },
] as const)("links in the answer to $id $path lead to the mock, and back to the list", async ({ id, path }) => {
  const list = await (await ask(id, path)).json();
  const whole = (link: unknown): link is string => typeof link === "string";
  const links = [...Object.values(list.links), ...list.data.map(({ links }: { links: object }) => links)].flatMap(
    (link) => (whole(link) ? [link] : Object.values(link ?? {}).filter(whole)),
  );
  expect(new URL(list.links.first).origin + new URL(list.links.first).pathname).toBe(`${mock.baseUrls[id]}${path}`);
  for (const link of links) {
    const { origin, pathname, search } = new URL(link, mock.url);
    expect(origin).toBe(mock.url);
    expect([link, (await ask(id, `${pathname.replace(/^\/api\/(v2|iacp\/v3)/, "")}${search}`)).status]).toEqual([
      link,
      200,
    ]);
  }
  expect(links.length).toBeGreaterThan(3);
});

/** The status, and what the API's own error object says. */
async function refusalOf(id: ApiId, response: Response): Promise<{ status: number; text: string }> {
  expect(response.headers.get("content-type")).toBe(apis[id].contentType);
  const body = await response.json();
  const text =
    id === "terraform" || id === "scalr" ? body.errors[0].detail : id === "pulumi" ? body.message : body.error;
  expect(text, "the API's own form").toBeTypeOf("string");
  return { status: response.status, text };
}

const pools = "/organizations/my-organization/agent-pools";

describe("requests that are refused", () => {
  test.each<{ given: string; id: ApiId; path: string; sent?: Sent; status: number; says: RegExp }>([
    {
      given: "malformed JSON",
      id: "terraform",
      path: pools,
      sent: { method: "POST", body: '{"data": {' },
      status: 400,
      says: /not JSON/,
    },
    {
      given: "malformed JSON",
      id: "scalr",
      path: "/agent-pools",
      sent: { method: "POST", body: "nope" },
      status: 400,
      says: /not JSON/,
    },
    {
      given: "malformed JSON",
      id: "pulumi",
      path: "/orgs/o/agent-pools",
      sent: { method: "POST", body: "{" },
      status: 400,
      says: /not JSON/,
    },
    {
      given: "a wrong media type",
      id: "terraform",
      path: pools,
      sent: { method: "POST", body: "{}", headers: { "Content-Type": "text/plain" } },
      status: 415,
      says: /takes application\/vnd.api\+json, not text\/plain/,
    },
    {
      given: "a wrong media type",
      id: "pulumi",
      path: "/orgs/o/agent-pools",
      sent: { method: "POST", body: "{}", headers: { "Content-Type": "text/plain" } },
      status: 415,
      says: /takes application\/json/,
    },
    {
      given: "no token",
      id: "terraform",
      path: pools,
      sent: { token: null },
      status: 401,
      says: /send ".+TOKEN"; any token will do/,
    },
    {
      given: "no token",
      id: "scalr",
      path: "/agent-pools",
      sent: { token: null },
      status: 401,
      says: /send ".+TOKEN"; any token will do/,
    },
    {
      given: "no token",
      id: "pulumi",
      path: "/orgs/o/agent-pools",
      sent: { token: null },
      status: 401,
      says: /send ".+TOKEN"; any token will do/,
    },
    {
      given: "no token",
      id: "agentsmesh",
      path: "/runners",
      sent: { token: null },
      status: 401,
      says: /send ".+TOKEN"; any token will do/,
    },
    { given: "an unknown path", id: "terraform", path: "/nowhere", status: 404, says: /documents no path \/nowhere/ },
    { given: "an unknown path", id: "scalr", path: "/nowhere", status: 404, says: /documents no path/ },
    { given: "an unknown path", id: "pulumi", path: "/nowhere", status: 404, says: /documents no path/ },
    { given: "an unknown path", id: "agentsmesh", path: "/nowhere", status: 404, says: /documents no path/ },
    {
      given: "a bad percent-encoding",
      id: "terraform",
      path: "/agents/%E0%A4%A",
      status: 404,
      says: /documents no path/,
    },
    {
      given: "a wrong method",
      id: "terraform",
      path: pools,
      sent: { method: "DELETE" },
      status: 405,
      says: /GET or POST is/,
    },
    {
      given: "a wrong method",
      id: "agentsmesh",
      path: "/runners",
      sent: { method: "POST", body: "{}" },
      status: 405,
      says: /GET is/,
    },
    {
      given: "a parameter of a wrong type",
      id: "terraform",
      path: `${pools}?page[number]=abc`,
      status: 400,
      says: /page\[number\] must be integer/,
    },
    {
      given: "an encoded parameter of a wrong type",
      id: "terraform",
      path: `${pools}?page%5Bsize%5D=x`,
      status: 400,
      says: /page\[size\] must be integer/,
    },
    { given: "a value that is not listed", id: "scalr", path: "/agent-pools?sort=colour", status: 400, says: /sort/ },
    { given: "an id that is no integer", id: "agentsmesh", path: "/runners/abc", status: 400, says: /id/ },
    {
      given: "a limit that is no integer",
      id: "agentsmesh",
      path: "/runners/1/pods?limit=abc",
      status: 400,
      says: /limit/,
    },
    {
      given: "a missing member",
      id: "terraform",
      path: pools,
      sent: { method: "POST", body: '{"data":{"type":"agent-pools","attributes":{}}}' },
      status: 422,
      says: /name/,
    },
    {
      given: "another type",
      id: "scalr",
      path: "/agent-pools",
      sent: { method: "POST", body: '{"data":{"type":"pools","attributes":{"name":"a"}}}' },
      status: 422,
      says: /type/,
    },
    {
      given: "an empty body",
      id: "pulumi",
      path: "/orgs/o/agent-pools",
      sent: { method: "POST", body: "" },
      status: 400,
      says: /required/,
    },
    {
      given: "a huge body",
      id: "pulumi",
      path: "/orgs/o/agent-pools",
      sent: { method: "POST", body: "x".repeat(2 ** 20 + 1) },
      status: 413,
      says: /larger than/,
    },
    {
      given: "an undocumented code",
      id: "terraform",
      path: pools,
      sent: { headers: { Prefer: "code=418" } },
      status: 400,
      says: /documents no 418; code may be 200, 400.* POST \/_poolproof\/faults/,
    },
    {
      given: "an unknown example",
      id: "terraform",
      path: pools,
      sent: { headers: { Prefer: "example=nope" } },
      status: 400,
      says: /no example called nope; example may be one-pool/,
    },
    {
      given: "a strange dynamic",
      id: "pulumi",
      path: "/orgs/o/agent-pools",
      sent: { headers: { Prefer: "dynamic=maybe" } },
      status: 400,
      says: /neither true nor false/,
    },
  ])("answers $given of $id in the API's own form", async ({ id, path, sent, status, says }) => {
    const refusal = await refusalOf(id, await ask(id, path, sent));
    expect(refusal.status).toBe(status);
    expect(refusal.text).toMatch(says);
  });

  test("names the methods that there are", async () => {
    expect((await ask("terraform", pools, { method: "PUT", body: "{}" })).headers.get("allow")).toBe("GET, POST");
  });

  test("says where the APIs are outside of all of them", async () => {
    const response = await fetch(`${mock.url}/elsewhere`);
    expect(response.status).toBe(404);
    expect((await response.json()).detail).toMatch(/Terraform Cloud at \/api\/v2/);
  });

  test("survives what is no HTTP", async () => {
    const { port } = new URL(mock.url);
    await new Promise<void>((resolve) => {
      const socket = createConnection(Number(port), "127.0.0.1", () => socket.write("NOT HTTP AT ALL\r\n\r\n"));
      socket
        .on("data", () => {})
        .on("error", () => {})
        .on("close", () => resolve());
    });
    expect((await ask("terraform", pools)).status).toBe(200);
  });
});

// Every documented answer of every operation.
const rows = await Promise.all(
  apiIds.map(async (id) => {
    const { operations } = await loadContract(id);
    return operations.flatMap((operation) =>
      operation.responses.map((response) => ({ id, operation, response, status: response.status })),
    );
  }),
);

describe("answers on demand", () => {
  test.each(rows.flat().map((row) => ({ ...row, name: row.operation.id })))(
    "draws $status of $id $name",
    async ({ id, operation, response }) => {
      const contract = await loadContract(id);
      const params = Object.fromEntries(operation.parameters.map(({ name, example }) => [name, String(example)]));
      const [body] = Object.values(operation.requestBody?.mediaTypes[0]?.examples ?? {});
      const answer = await ask(id, fillPath(operation.path, params), {
        method: operation.method,
        headers: { Prefer: `code=${response.status}` },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      expect(answer.status).toBe(Number(response.status.replace("XX", "00")));
      expect(answer.headers.get("preference-applied")).toBe(`code=${response.status}`);
      const text = await answer.text();
      const [mediaType] = response.mediaTypes;
      if (!mediaType) return expect(text).toBe("");
      expect(answer.headers.get("content-type")).toBe(mediaType.name);
      expect(contract.judgeBody(response, mediaType.schema, JSON.parse(text))).toEqual({
        violations: [],
        observations: [],
      });
    },
  );

  test("gives the example that is named, also of an error", async () => {
    const response = await ask("terraform", pools, { headers: { Prefer: "example=not-found" } });
    expect(response.status).toBe(404);
    const both = await ask("agentsmesh", "/runners", { headers: { Prefer: 'code=200, example="no-runners"' } });
    expect(await both.json()).toEqual({ runners: [] });
  });

  test("makes up a body that keeps to the contract and its documented members", async () => {
    const { operations, judgeBody } = await loadContract("terraform");
    const documented = operations.find(({ id }) => id === "listAgents")?.responses[0];
    if (!documented?.mediaTypes[0]) throw new Error("listAgents documents no body");
    for (let round = 0; round < 5; round += 1) {
      const response = await ask("terraform", "/agent-pools/a/agents", { headers: { Prefer: "dynamic=true" } });
      expect(response.status).toBe(200);
      expect(judgeBody(documented, documented.mediaTypes[0].schema, await response.json())).toEqual({
        violations: [],
        observations: [],
      });
    }
  });

  test("lets a preference of the documentation pass", async () => {
    const response = await ask("scalr", "/agent-pools", { headers: { Prefer: "profile=preview" } });
    expect(response.status).toBe(200);
    expect(response.headers.get("preference-applied")).toBe("profile=preview");
  });
});

describe("transport", () => {
  test("answers the media type that Pulumi's clients ask for", async () => {
    const response = await ask("pulumi", "/orgs/o/agent-pools", { headers: { Accept: "application/vnd.pulumi+8" } });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  test("answers HEAD as GET without a body", async () => {
    const response = await ask("terraform", pools, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/vnd.api+json");
    expect(await response.text()).toBe("");
  });

  test("lets browsers in, with credentials", async () => {
    const origin = "http://localhost:5173";
    const preflight = await fetch(`${mock.baseUrls.terraform}${pools}`, {
      method: "OPTIONS",
      headers: {
        Origin: origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type,prefer",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe(origin);
    expect(preflight.headers.get("access-control-allow-methods")).toContain("DELETE");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
    const answer = await ask("terraform", pools, { headers: { Origin: origin } });
    expect(answer.headers.get("access-control-allow-credentials")).toBe("true");
  });

  test("takes any organization in AgentsMesh's base path, and none at all", async () => {
    const headers = { "X-API-Key": "example-token" };
    expect((await fetch(`${mock.url}/api/v1/ext/orgs/another-one/runners`, { headers })).status).toBe(200);
    expect((await fetch(`${mock.url}/runners/available`, { headers })).status).toBe(200);
  });

  test("serves only the APIs asked for", async () => {
    const alone = await createMock({ apis: ["scalr"] });
    expect(Object.keys(alone.baseUrls)).toEqual(["scalr"]);
    expect((await fetch(`${alone.url}/api/v2/agents/a`)).status).toBe(404);
    await alone.close();
  });

  test("says that a port is in use", async () => {
    const port = Number(new URL(mock.url).port);
    await expect(createMock({ apis: ["agentsmesh"], port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
