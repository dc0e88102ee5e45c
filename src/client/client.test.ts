import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { createMock, type Mock } from "../mock/create-mock.ts";
import { createAgentsMeshClient } from "./agentsmesh.ts";
import { ClientError } from "./client-error.ts";
import { createPulumiClient } from "./pulumi.ts";
import { createScalrClient } from "./scalr.ts";
import { createTerraformClient } from "./terraform.ts";

const token = "example-token";

describe("on the wire", () => {
  /** A fetch that remembers its request and answers with an empty document. */
  function spy() {
    const requests: Request[] = [];
    const fetch = async (request: Request) => {
      requests.push(request);
      return Response.json({});
    };
    return { fetch, sent: () => requests.at(-1) as Request };
  }

  test.each([
    { given: "terraform", headers: { authorization: "Bearer example-token", accept: "application/vnd.api+json" } },
    {
      given: "scalr",
      headers: { authorization: "Bearer example-token", accept: "application/vnd.api+json", prefer: "profile=preview" },
    },
    { given: "pulumi", headers: { authorization: "token example-token", accept: "application/vnd.pulumi+8" } },
    { given: "agentsmesh", headers: { authorization: "Bearer example-token", accept: "application/json" } },
  ])("sends what $given asks for", async ({ given, headers }) => {
    const { fetch, sent } = spy();
    const options = { baseUrl: "http://api.test/base", token, fetch };
    if (given === "terraform")
      await createTerraformClient(options).GET("/agents/{agent_id}", { params: { path: { agent_id: "a" } } });
    if (given === "scalr") await createScalrClient(options).GET("/agent-pools");
    if (given === "pulumi")
      await createPulumiClient(options).GET("/orgs/{organization}/agent-pools", {
        params: { path: { organization: "o" } },
      });
    if (given === "agentsmesh") await createAgentsMeshClient(options).GET("/runners");
    expect(Object.fromEntries(sent().headers)).toEqual(headers);
  });

  test("sends a key in the header that AgentsMesh has for it", async () => {
    const { fetch, sent } = spy();
    await createAgentsMeshClient({ baseUrl: "http://api.test", token, fetch, authorization: "api-key" }).GET(
      "/runners",
    );
    expect(sent().headers.get("x-api-key")).toBe(token);
    expect(sent().headers.has("authorization")).toBe(false);
  });

  test("encodes query names, values and path segments", async () => {
    const { fetch, sent } = spy();
    const client = createTerraformClient({ baseUrl: "http://api.test/api/v2/", token, fetch });
    await client.GET("/organizations/{organization_name}/agent-pools", {
      params: { path: { organization_name: "a/b c" }, query: { "page[number]": 2, "page[size]": 5, sort: "-name" } },
    });
    expect(sent().url).toBe(
      "http://api.test/api/v2/organizations/a%2Fb%20c/agent-pools?page%5Bnumber%5D=2&page%5Bsize%5D=5&sort=-name",
    );
  });

  test.each(["..", ".", ""])("sends no request that %j would lead astray", async (agent_pool_id) => {
    const { fetch, sent } = spy();
    const client = createTerraformClient({ baseUrl: "http://api.test/api/v2", token, fetch });
    await expect(
      client.DELETE("/agent-pools/{agent_pool_id}", { params: { path: { agent_pool_id } } }),
    ).rejects.toThrow(TypeError);
    expect(sent()).toBeUndefined();
  });

  test("joins lists by commas", async () => {
    const { fetch, sent } = spy();
    await createScalrClient({ baseUrl: "http://api.test", token, fetch }).GET("/agent-pools", {
      params: { query: { include: ["account", "agents"] } },
    });
    expect(sent().url).toBe("http://api.test/agent-pools?include=account,agents");
  });

  test.each([
    { given: "terraform", want: "application/vnd.api+json" },
    { given: "pulumi", want: "application/json" },
  ])("labels a body for $given as $want", async ({ given, want }) => {
    const { fetch, sent } = spy();
    const options = { baseUrl: "http://api.test", token, fetch };
    if (given === "pulumi") {
      await createPulumiClient(options).POST("/orgs/{organization}/agent-pools", {
        params: { path: { organization: "o" } },
        body: { name: "n" },
      });
    } else {
      await createTerraformClient(options).POST("/organizations/{organization_name}/agent-pools", {
        params: { path: { organization_name: "o" } },
        body: { data: { type: "agent-pools", attributes: { name: "n" } } },
      });
    }
    expect(sent().headers.get("content-type")).toBe(want);
  });

  test("refuses an authorization that the API does not have", () => {
    expect(() =>
      createTerraformClient({ baseUrl: "http://api.test", token, authorization: "api-key" as "bearer" }),
    ).toThrow(/no form of authorization called api-key/);
  });
});

describe("against the mock", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await createMock();
  });
  afterAll(() => mock.close());

  test("answers typed data", async () => {
    const client = createTerraformClient({ baseUrl: mock.baseUrls.terraform ?? "", token });
    const { data, error, response } = await client.GET("/agent-pools/{agent_pool_id}/agents", {
      params: { path: { agent_pool_id: "apool-1" } },
    });
    expect(error).toBeUndefined();
    expect(response.status).toBe(200);
    expect(data?.data.map(({ attributes }) => attributes.name)).toEqual(["my-cool-agent", "my-other-cool-agent", null]);
    expectTypeOf(data?.data[0]?.attributes.name).toEqualTypeOf<string | null | undefined>();
  });

  test("answers documented errors as values", async () => {
    const client = createTerraformClient({ baseUrl: mock.baseUrls.terraform ?? "", token });
    const { data, error } = await client.GET("/agents/{agent_id}", {
      params: { path: { agent_id: "a" } },
      headers: { Prefer: "code=404" },
    });
    expect(data).toBeUndefined();
    if (!error || error instanceof ClientError) throw new Error("a documented error was expected");
    expect(error.errors[0]?.status).toBe("404");
  });

  test("answers a deletion without data or error", async () => {
    const client = createPulumiClient({ baseUrl: mock.baseUrls.pulumi ?? "", token });
    const { data, error, response } = await client.DELETE("/orgs/{organization}/agent-pools/{poolId}", {
      params: { path: { organization: "o", poolId: "p" } },
    });
    expect([data, error, response.status]).toEqual([undefined, undefined, 204]);
  });
});

describe("against a server that misbehaves", () => {
  const answers: Record<string, RequestListener> = {
    "/html/runners": (_, response) => void response.setHeader("Content-Type", "text/html").end("<html>Sign in</html>"),
    "/html-error/runners": (_, response) =>
      void response.writeHead(502, { "Content-Type": "text/html" }).end("<html>Bad gateway</html>"),
    "/half/runners": (_, response) =>
      void response.setHeader("Content-Type", "application/json").end('{"runners": [{"id": 1,'),
    "/cut/runners": (_, response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
      response.write('{"runners": [');
      setImmediate(() => response.destroy());
    },
    "/empty/runners": (_, response) => void response.end(),
    "/empty-error/runners": (_, response) => void response.writeHead(404, { "Content-Length": "0" }).end(),
    "/silent/runners": () => {},
    "/drip/runners": (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drip));
    },
    "/endless/runners": (_, response) => {
      const flood = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", flood);
      flood();
    },
    "/null-error/runners": (_, response) =>
      void response.writeHead(404, { "Content-Type": "application/json" }).end("null"),
    "/redirect/runners": (_, response) => void response.writeHead(307, { Location: "http://elsewhere.test/" }).end(),
    "/reset/runners": (request) => void request.socket.destroy(),
  };
  const server = createServer((request, response) => answers[request.url ?? ""]?.(request, response));
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each([
    { path: "html", kind: "not-json", status: 200 },
    { path: "html-error", kind: "not-json", status: 502 },
    { path: "half", kind: "not-json", status: 200 },
    { path: "cut", kind: "network", status: 0 },
    { path: "empty", kind: "empty", status: 200 },
    { path: "empty-error", kind: "empty", status: 404 },
    { path: "silent", kind: "timeout", status: 0 },
    { path: "drip", kind: "timeout", status: 0 },
    { path: "endless", kind: "too-large", status: 0 },
    { path: "null-error", kind: "empty", status: 404 },
    { path: "redirect", kind: "redirect", status: 307 },
    { path: "reset", kind: "network", status: 0 },
  ])("answers an error value of kind $kind to $path", async ({ path, kind, status }) => {
    const client = createAgentsMeshClient({
      baseUrl: `${url}/${path}`,
      token,
      timeoutMs: 500,
      maxBodyBytes: 1_000_000,
    });
    const { data, error, response } = await client.GET("/runners");
    expect(data).toBeUndefined();
    expect(error).toBeInstanceOf(ClientError);
    expect({ kind: (error as ClientError).kind, status: response.status }).toEqual({ kind, status });
  });

  test("says why there was no connection", async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const { error } = await createAgentsMeshClient({ baseUrl: `http://127.0.0.1:${port}`, token }).GET("/runners");
    expect((error as ClientError).message).toBe(`GET /runners: connect ECONNREFUSED 127.0.0.1:${port}`);
  });
});

test("what the spec does not have does not compile", () => {
  const terraform = createTerraformClient({ baseUrl: "http://api.test", token, fetch: async () => Response.json({}) });
  const attempts = () => [
    // @ts-expect-error a misspelt path
    terraform.GET("/agent-pool/{agent_pool_id}", { params: { path: { agent_pool_id: "a" } } }),
    // @ts-expect-error a path that there is not
    terraform.GET("/nope"),
    // @ts-expect-error a misspelt path, whatever goes with it
    terraform.GET("/agent-pool/{agent_pool_id}", {}),
    // @ts-expect-error a method that the path does not have
    terraform.POST("/agents/{agent_id}", { params: { path: { agent_id: "a" } } }),
    // @ts-expect-error a misspelt path parameter
    terraform.GET("/agents/{agent_id}", { params: { path: { agentId: "a" } } }),
    // @ts-expect-error no path parameter at all
    terraform.GET("/agents/{agent_id}"),
    terraform.GET("/organizations/{organization_name}/agent-pools", {
      // @ts-expect-error a misspelt query parameter
      params: { path: { organization_name: "o" }, query: { "page[numbr]": 1 } },
    }),
    terraform.GET("/organizations/{organization_name}/agent-pools", {
      // @ts-expect-error a value that is not listed
      params: { path: { organization_name: "o" }, query: { sort: "colour" } },
    }),
    terraform.PATCH("/agent-pools/{agent_pool_id}", {
      params: { path: { agent_pool_id: "a" } },
      // @ts-expect-error a misspelt optional member
      body: { data: { type: "agent-pools", attributes: { nmae: "n" } } },
    }),
    terraform.POST("/organizations/{organization_name}/agent-pools", {
      params: { path: { organization_name: "o" } },
      // @ts-expect-error another type
      body: { data: { type: "pools", attributes: { name: "n" } } },
    }),
    terraform.GET("/agents/{agent_id}", { params: { path: { agent_id: "a" } } }).then(({ data }) => {
      // @ts-expect-error a misspelt member of the answer
      return data?.data.attributes.nmae;
    }),
  ];
  expect(attempts).toBeTypeOf("function");
});
