import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiId, apiIds } from "../src/apis/index.ts";
import type { FetchHandler } from "../src/host/serve.ts";
import { createMock, type Mock } from "../src/mock/create-mock.ts";
import { createMockHandler } from "../src/mock/mock-handler.ts";
import type { Report } from "./results/report.ts";
import { type ConformanceOptions, runConformance } from "./run-conformance.ts";

const byVerdict = ({ checks }: Report) => checks.map(({ id, verdict }) => `${verdict} ${id}`);

describe("against the embedded mock", () => {
  test.each(apiIds.map((api) => ({ api })))("the suite of $api gives the predicted verdicts", async ({ api }) => {
    const report = await runConformance({ api, profile: "mock" });
    expect(report.conclusion).toBe("conforms");
    expect(report.leftovers).toEqual([]);
    const lacking = report.checks.filter(({ verdict }) => verdict !== "pass");
    expect(lacking.map(({ id, verdict, reason }) => `${verdict} ${id}: ${reason}`)).toMatchSnapshot();
  });

  test("a mock that was started by hand gives the same result", async () => {
    const mock = await createMock();
    for (const api of apiIds) {
      const [embedded, byHand] = await Promise.all([
        runConformance({ api, profile: "mock" }),
        runConformance({ api, url: mock.baseUrls[api] ?? "", profile: "mock" }),
      ]);
      expect(byVerdict(byHand)).toEqual(byVerdict(embedded));
      expect(byHand.conclusion).toBe("conforms");
    }
    await mock.close();
  });

  test("only the checks asked for are run", async () => {
    const report = await runConformance({ api: "terraform", profile: "mock", only: ["terraform/deleteAgent/"] });
    expect(report.checks.every(({ id }) => id.startsWith("terraform/deleteAgent/"))).toBe(true);
    expect(report.checks.length).toBeGreaterThan(3);
  });

  test("a run that is told to end is incomplete", async () => {
    const ending = new AbortController();
    const report = await runConformance({ api: "pulumi", signal: ending.signal, onResult: () => ending.abort() });
    expect(report.checks).toHaveLength(1);
    expect(report.conclusion).toBe("incomplete");
  });
});

/** A fault in the bytes of an answer, put between the suite and the mock. */
interface Fault {
  readonly given: string;
  readonly api: ApiId;
  /** Which exchanges it befalls. */
  readonly at: (request: Request, response: Response) => boolean;
  readonly change: (response: Response, json: Record<string, unknown>) => Response | unknown;
  readonly check: string;
  readonly verdict?: "fail" | "warn";
  readonly finding: Readonly<Record<string, unknown>>;
}

const isPath =
  (pattern: RegExp, method = "GET") =>
  (request: Request, response: Response) =>
    request.method === method && pattern.test(new URL(request.url).pathname) && response.ok;

const faults: readonly Fault[] = [
  {
    given: "a number as the status of an error",
    api: "terraform",
    at: (request, response) => request.method === "DELETE" && response.status === 412,
    change: (_, json) => ({ errors: [{ ...(json.errors as object[])[0], status: 412 }] }),
    check: "terraform/deleteAgent/refuses-busy-agent",
    verdict: "warn",
    finding: {
      place: "body",
      pointer: "/errors/0/status",
      expected: "string",
      got: "number 412",
      requirement: "jsonapi.error-status-is-string",
    },
  },
  {
    given: "a list without meta",
    api: "terraform",
    at: isPath(/\/agents$/),
    change: (_, { meta, ...rest }) => rest,
    check: "terraform/listAgents/answers-as-documented",
    finding: { pointer: "", expected: 'a member "meta"', level: "MUST" },
  },
  {
    given: "200 for a creation",
    api: "terraform",
    at: isPath(/\/agent-pools$/, "POST"),
    change: (response) => new Response(response.body, { status: 200, headers: response.headers }),
    check: "terraform/createAgentPool/answers-as-documented",
    finding: { place: "status", expected: "201", got: "200", requirement: "create-agent-pool.success" },
  },
  {
    given: "a name that is null",
    api: "scalr",
    at: isPath(/\/agent-pools\/[^/]+$/),
    change: (_, json) => ({ ...json, data: { ...(json.data as object), attributes: { name: null } } }),
    check: "scalr/getAgentPool/answers-as-documented",
    finding: { pointer: "/data/attributes/name", expected: "string", got: "null", level: "MUST" },
  },
  {
    given: "a relationship that is a bare array",
    api: "scalr",
    at: isPath(/\/agent-pools\/[^/]+$/),
    change: (_, json) => {
      const { relationships, ...data } = json.data as { relationships: object };
      return { ...json, data: { ...data, relationships: { ...relationships, agents: [] } } };
    },
    check: "scalr/getAgentPool/answers-as-documented",
    finding: { pointer: "/data/relationships/agents", level: "MUST" },
  },
  {
    given: "a process id that is a number",
    api: "pulumi",
    at: isPath(/\/agent-pools\/[^/]+$/),
    change: (_, json) => ({
      ...json,
      agents: (json.agents as { pid: string }[]).map((agent) => ({ ...agent, pid: Number(agent.pid) })),
    }),
    check: "pulumi/getAgentPool/answers-as-documented",
    finding: { pointer: "/agents/0/pid", expected: "string", got: "number 58188", requirement: "agent.pid" },
  },
  {
    given: "a body after a deletion",
    api: "pulumi",
    at: isPath(/\/agent-pools\/[^/]+$/, "DELETE"),
    change: () => Response.json({}, { status: 200 }),
    check: "pulumi/deleteAgentPool/answers-as-documented",
    finding: { place: "status", expected: "204", got: "200", requirement: "delete-agent-pool.success" },
  },
  {
    given: "drifted names",
    api: "agentsmesh",
    at: isPath(/\/pods$/),
    change: (_, json) => ({
      ...json,
      pods: (json.pods as { key: string }[]).map(({ key, ...pod }) => ({ pod_key: key, ...pod })),
    }),
    check: "agentsmesh/listRunnerPods/answers-as-documented",
    finding: { pointer: "/pods/0", expected: 'a member "key"', level: "MUST" },
  },
  {
    given: "a status of the server's own",
    api: "agentsmesh",
    at: isPath(/\/runners\/\d+$/),
    change: (_, json) => ({ runner: { ...(json.runner as object), status: "sleeping" } }),
    check: "agentsmesh/getRunner/answers-as-documented",
    verdict: "warn",
    finding: { pointer: "/runner/status", requirement: "runner.status-values", level: "SHOULD" },
  },
  {
    given: "an answer to whoever asks",
    api: "agentsmesh",
    at: () => false,
    change: () => undefined,
    check: "agentsmesh/listRunners/refuses-missing-token",
    finding: { place: "status", expected: "a refusal (4xx)", got: "200", requirement: "api.missing-key" },
  },
  {
    given: "a failure at a wrong body",
    api: "scalr",
    at: (_, response) => response.status === 422,
    change: () => new Response("oops", { status: 500 }),
    check: "scalr/createAgentPool/refuses-missing-data",
    finding: {
      place: "status",
      expected: "a refusal (4xx)",
      got: "500 (oops)",
      requirement: "create-agent-pool.malformed-body",
    },
  },
  {
    given: "HTML in place of a list",
    api: "terraform",
    at: isPath(/\/agents$/),
    change: () => new Response("<html></html>", { headers: { "Content-Type": "text/html" } }),
    check: "terraform/listAgents/answers-as-documented",
    finding: { place: "body", expected: "JSON", level: "MUST" },
  },
];

describe("against a broken server", () => {
  let handler: FetchHandler;
  beforeAll(async () => {
    handler = await createMockHandler(apiIds);
  });

  /** The mock's handler with one fault in it. */
  const broken =
    ({ at, change, given }: Fault) =>
    async (request: Request): Promise<Response> => {
      const headers = new Headers(request.headers);
      if (given === "an answer to whoever asks") headers.set("authorization", "Bearer anyone");
      const response = await handler(new Request(request, { headers }));
      if (!at(request, response)) return response;
      const text = await response.clone().text();
      const changed = change(response, text.startsWith("{") ? JSON.parse(text) : {});
      return changed instanceof Response ? changed : new Response(JSON.stringify(changed), response);
    };

  const bases = { terraform: "/api/v2", scalr: "/api/iacp/v3", pulumi: "/api", agentsmesh: "/api/v1/ext/orgs/o" };

  test.each(faults)("finds $given in $api", async (fault) => {
    const { api, check, verdict = "fail", finding } = fault;
    const options: ConformanceOptions = {
      api,
      url: `http://broken.test${bases[api]}`,
      profile: "mock",
      fetch: broken(fault),
    };
    const report = await runConformance(options);
    const result = report.checks.find(({ id }) => id === check);
    expect(result?.verdict).toBe(verdict);
    expect(result?.findings).toContainEqual(expect.objectContaining(finding));
    expect(report.conclusion).toBe(verdict === "fail" ? "does not conform" : "conforms");
    if (verdict === "warn")
      expect((await runConformance({ ...options, strict: true })).conclusion).toBe("does not conform");
  });

  test("shows drift as what is missing and what is there instead", async () => {
    const fault = faults.find(({ given }) => given === "drifted names") as Fault;
    const report = await runConformance({
      api: "agentsmesh",
      url: `http://broken.test${bases.agentsmesh}`,
      profile: "mock",
      fetch: broken(fault),
    });
    expect(report.observations).toContainEqual(
      expect.objectContaining({ operation: "listRunnerPods", kind: "unlisted-member", pointer: "/pods/*/pod_key" }),
    );
  });
});

describe("a preflight ends a run that could not tell anything", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await createMock();
  });
  afterAll(() => mock.close());
  const rows: readonly { given: string; answer: () => Response; says: RegExp }[] = [
    {
      given: "a token that is refused",
      answer: () => new Response(null, { status: 401 }),
      says: /token was refused \(401\).*POOLPROOF_TOKEN/,
    },
    {
      given: "an unknown organization",
      answer: () => new Response(null, { status: 404 }),
      says: /answered 404.*--url.*--organization acme/,
    },
    {
      given: "a redirect",
      answer: () => new Response(null, { status: 302, headers: { Location: "https://login.test/" } }),
      says: /redirected to https:\/\/login.test\//,
    },
    {
      given: "a web page",
      answer: () => new Response("<html>", { headers: { "Content-Type": "text/html" } }),
      says: /answered text\/html, so this is not the Terraform Cloud API/,
    },
    {
      given: "another API",
      answer: () => Response.json({ swagger: "2.0" }),
      says: /none of the members of listAgentPools/,
    },
    { given: "nothing", answer: () => new Response(), says: /answered nothing/ },
  ];

  test.each(rows)("$given", async ({ answer, says }) => {
    const options: ConformanceOptions = {
      api: "terraform",
      url: "http://other.test/api/v2",
      organization: "acme",
      token: "t",
      fetch: async () => answer(),
    };
    await expect(runConformance(options)).rejects.toThrow(says);
  });

  test("but a server that only answers wrongly is judged", async () => {
    const fetch = async () => new Response("oops", { status: 500 });
    const report = await runConformance({ api: "agentsmesh", url: "http://other.test", token: "t", fetch });
    expect(report.conclusion).toBe("does not conform");
  });
});

test.each([
  { pools: 1, verdict: "unverified", reason: /this server may allow one only/ },
  { pools: 2, verdict: "fail", reason: /expected 201, got 422/ },
])(
  "a creation refused beside $pools pools is $verdict, as the page contradicts itself",
  async ({ pools, verdict, reason }) => {
    const handler = await createMockHandler(["terraform"]);
    const fetch = async (request: Request) => {
      const isCreation = request.method === "POST" && request.url.endsWith("/agent-pools");
      const response = await handler(
        new Request(request, {
          headers: { ...Object.fromEntries(request.headers), ...(isCreation && { Prefer: "code=422" }) },
        }),
      );
      if (isCreation || request.method !== "GET" || !request.url.endsWith("/agent-pools")) return response;
      const { data, ...rest } = (await response.json()) as { data: { id: string }[] };
      const listed = Array.from({ length: pools }, (_, index) => ({ ...data[0], id: `apool-${index}` }));
      return new Response(JSON.stringify({ ...rest, data: listed }), response);
    };
    const only = ["terraform/createAgentPool/answers-as-documented"];
    const options: ConformanceOptions = {
      api: "terraform",
      url: "http://one.test/api/v2",
      organization: "o",
      token: "t",
      only,
      fetch,
    };
    const { checks } = await runConformance(options);
    expect(checks).toMatchObject([{ verdict, reason: expect.stringMatching(reason) }]);
  },
);

test("a read-only run sends nothing that writes", async () => {
  const handler = await createMockHandler(["terraform"]);
  const methods = new Set<string>();
  const fetch = async (request: Request) => {
    methods.add(request.method);
    return handler(request);
  };
  const report = await runConformance({
    api: "terraform",
    url: "http://read.test/api/v2",
    organization: "my-organization",
    token: "t",
    profile: "read-only",
    fetch,
  });
  expect([...methods].sort()).toEqual(["GET", "HEAD"]);
  const reasons = report.checks.filter(({ verdict }) => verdict === "skipped").map(({ reason }) => reason);
  // The others need a token that was not given.
  expect(reasons.filter((reason) => reason === "the profile read-only has no write").length).toBeGreaterThan(50);
  expect(report.counts.pass).toBeGreaterThan(10);
});

test("no output shows the token, even where the server echoes it", async () => {
  const token = "canary-3f9a71";
  const fetch = async (request: Request) =>
    Response.json({ runners: [], echo: request.headers.get("authorization"), [token]: 1 }, { status: 500 });
  const report = await runConformance({ api: "agentsmesh", url: "http://echo.test", token, fetch });
  expect(JSON.stringify(report)).toContain("$POOLPROOF_TOKEN");
  expect(JSON.stringify(report)).not.toContain(token);
});
