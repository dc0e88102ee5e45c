import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createMock, type Mock } from "./mock/create-mock.ts";
import { poolproof, startPoolproof } from "./packed/command.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(
  listener: RequestListener,
  create: (listener: RequestListener) => Server = createServer,
): Promise<number> {
  const server = create(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

describe("poolproof run", () => {
  let mock: Mock;
  let directory: string;
  beforeAll(async () => {
    mock = await createMock();
    directory = await mkdtemp(join(tmpdir(), "poolproof-cli-"));
  });
  afterAll(async () => {
    await mock.close();
    await rm(directory, { recursive: true });
  });

  test("without arguments runs all four APIs against the embedded reference servers", async () => {
    const { code, stdout, stderr } = await poolproof(["run", "--verbose"]);
    expect(stderr.split("\n")[0]).toBe(
      "No --url was given: this checks the embedded reference server, not a server of yours.",
    );
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines.filter((line) => /answers-as-documented$/.test(line) && line.startsWith("pass"))).toHaveLength(22);
    expect(lines.filter((line) => line.trim() === "conforms")).toHaveLength(4);
    expect(lines.filter((line) => /^(fail|warn|skipped|unverified|inconclusive|error) /.test(line))).toEqual([]);
  });

  test("runs checks side by side", async () => {
    const { code, stdout } = await poolproof(["run", "pulumi", "--concurrency", "8"]);
    expect(code).toBe(0);
    expect(stdout).toContain("conforms");
    const refused = await poolproof(["run", "pulumi", "--concurrency", "0"]);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("--concurrency 0 is not a number") });
  });

  test("under the profile mock runs against the embedded mock", async () => {
    const { code, stdout, stderr } = await poolproof(["run", "--profile", "mock", "--verbose"]);
    expect(stderr.split("\n")[0]).toBe("No --url was given: this checks the embedded mock, not a server of yours.");
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines[0]).toMatch(
      /^Terraform Cloud \(terraform\), profile mock; first request: GET http:\/\/127\.0\.0\.1:\d+\/api\/v2\/organizations\/my-organization\/agent-pools$/,
    );
    expect(lines.filter((line) => /answers-as-documented$/.test(line) && line.startsWith("pass"))).toHaveLength(22);
    expect(lines.filter((line) => line.trim() === "conforms")).toHaveLength(4);
    expect(stdout).toContain("skipped, as the profile mock has no state");
  });

  test("gives the same result by --url, and writes it as JSON", async () => {
    const file = join(directory, "report.json");
    const { code } = await poolproof([
      "run",
      "terraform",
      "--url",
      mock.baseUrls.terraform ?? "",
      "--profile",
      "mock",
      "--report",
      `json=${file}`,
    ]);
    expect(code).toBe(0);
    const report = JSON.parse(await readFile(file, "utf8"));
    expect(report.conclusion).toBe("conforms");
    const { pass, skipped, ...others } = report.runs[0].counts;
    expect(pass).toBeGreaterThan(60);
    expect(pass + skipped).toBe(report.runs[0].checks.length);
    expect(Object.values(others).every((count) => count === 0)).toBe(true);
    expect(report.runs[0].checks[0]).toMatchObject({
      id: "terraform/listAgentPools/answers-as-documented",
      level: "MUST",
      verdict: "pass",
      reason: "",
    });
    expect(
      report.runs[0].coverage.find(({ operation }: { operation: string }) => operation === "deleteAgent").statuses,
    ).toContainEqual({
      status: "429",
      seen: 0,
      unprovokable: "takes more requests than anyone should send to try it",
    });
  });

  test("shows failures last, with requirement, pointer and a curl line", async () => {
    const port = await listen(async (request, response) => {
      const answer = await fetch(`${mock.url}${request.url}`, {
        method: request.method ?? "GET",
        headers: request.headers as Record<string, string>,
      });
      const text = (await answer.text()).replaceAll('"key":', '"pod_key":');
      response.writeHead(answer.status, { "Content-Type": "application/json" }).end(text);
    });
    const { code, stdout } = await poolproof(
      ["run", "agentsmesh", "--url", `http://127.0.0.1:${port}`, "--profile", "mock"],
      { env: { POOLPROOF_TOKEN: "canary-token" } },
    );
    expect(code).toBe(1);
    const failures = stdout.slice(stdout.indexOf("\nFailures\n"));
    expect(failures).toContain("fail agentsmesh/listRunnerPods/answers-as-documented");
    expect(failures).toContain('pod.key (MUST, "GET /runners/:id/pods")');
    expect(failures).toContain('body /pods/0: expected a member "key", got object with pod_key, status');
    expect(failures).toMatch(
      /curl -i -H 'Accept: application\/json' -H "Authorization: Bearer \$POOLPROOF_TOKEN" 'http:/,
    );
    expect(failures).toContain("documented key missing, undocumented pod_key present in /pods/*");
    expect(stdout).not.toContain("canary-token");
  });

  test("is incomplete where something that binds could not be verified", async () => {
    const flags = [
      "--url",
      mock.baseUrls.agentsmesh ?? "",
      "--profile",
      "full",
      "--only",
      "agentsmesh/listRunnerPods/walks-every-page",
    ];
    const { code, stdout } = await poolproof(["run", "agentsmesh", ...flags], { env: { POOLPROOF_TOKEN: "t" } });
    // The stateless mock answers the same pod whatever the offset, and counts eight.
    expect(code).toBe(1);
    expect(stdout).toContain("again");
  });

  test("removes what it has created when it is interrupted", async () => {
    const pools = new Map<string, string>();
    let created = 0;
    const port = await listen(async (request, response) => {
      const path = request.url ?? "";
      const send = (status: number, body?: unknown) =>
        response
          .writeHead(status, { "Content-Type": "application/json" })
          .end(body === undefined ? "" : JSON.stringify(body));
      // Slow, so that the interrupt arrives in the middle.
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (request.method === "POST") {
        created += 1;
        pools.set(`pool-${created}`, "");
        return send(200, { id: `pool-${created}`, tokenValue: "pul-0000" });
      }
      if (request.method === "DELETE") return send(pools.delete(path.split("/").at(-1) ?? "") ? 204 : 404);
      return send(200, { agentPools: [] });
    });
    const target = ["--url", `http://127.0.0.1:${port}`, "--organization", "o", "--token", "t"];
    const child = startPoolproof(["run", "pulumi", ...target, "--verbose"]);
    let wasInterrupted = false;
    child.stdout?.on("data", () => {
      if (created > 2 && !wasInterrupted) wasInterrupted = child.kill("SIGINT");
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(130);
    expect(created).toBeGreaterThan(2);
    expect([...pools.keys()]).toEqual([]);
  });
});

describe("a command line that cannot be carried out", () => {
  const rows: readonly { given: string; args: readonly string[]; env?: Record<string, string>; says: RegExp }[] = [
    {
      given: "an unknown API",
      args: ["run", "github"],
      says: /no API "github"; there are terraform, scalr, pulumi, agentsmesh/,
    },
    {
      given: "an unknown flag",
      args: ["run", "--ulr", "http://x"],
      says: /unknown option '--ulr'.*Did you mean --url/s,
    },
    { given: "an unknown command", args: ["rum"], says: /unknown command 'rum'.*Did you mean run/s },
    { given: "no API beside a URL", args: ["run", "--url", "http://127.0.0.1"], says: /--url needs the API/ },
    {
      given: "no URL at all",
      args: ["run", "pulumi", "--url", "nonsense"],
      says: /not an http or https address; Pulumi Cloud's ends before \/orgs/,
    },
    {
      given: "a URL that goes too far",
      args: ["run", "scalr", "--url", "http://127.0.0.1/api/iacp/v3/agent-pools"],
      says: /goes too far: it ends before \/agent-pools/,
    },
    {
      given: "a password in the URL",
      args: ["run", "agentsmesh", "--url", "http://me:pw@127.0.0.1/"],
      says: /put the token into POOLPROOF_TOKEN/,
    },
    {
      given: "no token",
      args: ["run", "agentsmesh", "--url", "http://127.0.0.1"],
      says: /No token: set the variable POOLPROOF_TOKEN/,
    },
    {
      given: "no organization",
      args: ["run", "terraform", "--url", "http://127.0.0.1", "--token", "t"],
      says: /Terraform Cloud needs --organization ORGANIZATION/,
    },
    {
      given: "no account",
      args: ["run", "scalr", "--url", "http://127.0.0.1", "--token", "t", "--environment", "e"],
      says: /Scalr needs --account ACCOUNT/,
    },
    {
      given: "an unknown profile",
      args: ["run", "--profile", "half"],
      says: /no profile "half"; there are full, read-only, mock/,
    },
    {
      given: "an unknown fixture",
      args: ["run", "terraform", "--fixture", "bussyAgent=a"],
      says: /no fixture "bussyAgent" for terraform; there are poolWithAgents/,
    },
    {
      given: "a fixture without an id",
      args: ["run", "terraform", "--fixture", "busyAgent"],
      says: /gives no id: write --fixture busyAgent=ID/,
    },
    {
      given: "something to be without that is not",
      args: ["run", "pulumi", "--without", "luck"],
      says: /cannot be without "luck"/,
    },
    {
      given: "checks that are not",
      args: ["run", "pulumi", "--only", "pulumi/fly"],
      says: /No check of pulumi begins with pulumi\/fly; poolproof checks pulumi lists them\./,
    },
    {
      given: "checks that are misspelt",
      args: ["run", "pulumi", "--only", "pulumi/listAgentPool/"],
      says: /No check of pulumi begins with pulumi\/listAgentPool\/; did you mean pulumi\/listAgentPools\/\?/,
    },
    {
      given: "an API of checks that is misspelt",
      args: ["run", "--only", "pulumy/"],
      says: /No check begins with pulumy\/; did you mean pulumi\/\?/,
    },
    {
      given: "a shortened option",
      args: ["run", "terraform", "--org", "acme"],
      says: /unknown option '--org'\n\(Did you mean --organization\?\)\nSee: .*poolproof.* run --help/,
    },
    { given: "an API to begin with that is misspelt", args: ["init", "scaler"], says: /did you mean scalr\?/ },
    {
      given: "an unknown report",
      args: ["run", "--report", "pdf=a.pdf"],
      says: /no report format "pdf"; there is json, junit, html, markdown, har or badge/,
    },
    { given: "a strange time-out", args: ["run", "--timeout", "soon"], says: /--timeout soon is not a number/ },
    {
      given: "a form of authorization that is not",
      args: ["run", "pulumi", "--auth", "api-key"],
      says: /--auth "api-key" is no form of Pulumi Cloud's token; there is token/,
    },
    {
      given: "a host that is not",
      args: ["run", "agentsmesh", "--url", "http://no-such-host.invalid", "--token", "t"],
      says: /host is not known/,
    },
    { given: "an unknown API to mock", args: ["mock", "github"], says: /no API "github"/ },
    { given: "a strange port", args: ["mock", "--port", "http"], says: /--port http is not a port/ },
  ];

  test.each(rows)("$given", async ({ args, env, says }) => {
    const { code, stdout, stderr } = await poolproof(args, env && { env });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr.trim().split("\n").length, "one message").toBeLessThanOrEqual(3);
    expect(code).toBe(2);
    expect(stdout.trim().split("\n").length).toBeLessThanOrEqual(1);
  });

  test("a server that is not running", async () => {
    const port = await listen(() => {});
    servers.splice(0)[0]?.close();
    const { code, stderr } = await poolproof([
      "run",
      "agentsmesh",
      "--url",
      `http://127.0.0.1:${port}`,
      "--token",
      "t",
    ]);
    expect(stderr).toMatch(/no connection \(connect ECONNREFUSED 127\.0\.0\.1:\d+\)\. Is the server running/);
    expect(code).toBe(2);
  });

  test("a server that says nothing", async () => {
    const port = await listen(() => {});
    const { code, stderr } = await poolproof([
      "run",
      "agentsmesh",
      "--url",
      `http://127.0.0.1:${port}`,
      "--token",
      "t",
      "--timeout",
      "200",
    ]);
    expect(stderr).toMatch(/no complete answer within 200 ms.*--timeout MS waits longer/);
    expect(code).toBe(2);
  });

  test("a server without TLS behind https", async () => {
    const port = await listen((_, response) => void response.end());
    const { code, stderr } = await poolproof([
      "run",
      "agentsmesh",
      "--url",
      `https://127.0.0.1:${port}`,
      "--token",
      "t",
    ]);
    expect(stderr).toMatch(/TLS connection failed.*pass --ca FILE/);
    expect(code).toBe(2);
  });

  test("a port that is in use", async () => {
    const port = await listen(() => {});
    const { code, stderr } = await poolproof(["mock", "--port", String(port)]);
    expect(stderr).toBe(`poolproof: Port ${port} is in use: give another, or --port 0 for any free one.\n`);
    expect(code).toBe(2);
  });

  test("a run that cannot begin leaves an older report as it was", async () => {
    const directory = await mkdtemp(join(tmpdir(), "poolproof-report-"));
    const file = join(directory, "report.json");
    await writeFile(file, "older");
    const { code } = await poolproof([
      "run",
      "agentsmesh",
      "--url",
      "http://no-such-host.invalid",
      "--token",
      "t",
      "--report",
      `json=${file}`,
    ]);
    expect([code, await readFile(file, "utf8")]).toEqual([2, "older"]);
    await rm(directory, { recursive: true });
  });

  test("a report that cannot be written", async () => {
    const { code, stderr } = await poolproof(["run", "agentsmesh", "--report", "json=/no/such/folder/report.json"]);
    expect(stderr).toMatch(/cannot be written to \/no\/such\/folder\/report\.json \(ENOENT\)/);
    expect(code).toBe(2);
  });
});

test("poolproof mock serves until it is told to end", async () => {
  const child = startPoolproof(["mock", "terraform", "agentsmesh", "--port", "0"]);
  const printed = await new Promise<string>((resolve) => {
    let text = "";
    child.stdout?.on("data", (chunk) => {
      text += chunk;
      if (text.split("\n").length > 2) resolve(text);
    });
  });
  const [, url = ""] = /Terraform Cloud\s+(\S+)/.exec(printed) ?? [];
  expect((await fetch(`${url}/agents/a`, { headers: { Authorization: "Bearer t" } })).status).toBe(200);
  expect(printed).toMatch(/AgentsMesh\s+http\S+\/api\/v1\/ext\/orgs\/my-organization/);
  child.kill("SIGTERM");
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
});

test("poolproof mock --stateful remembers what is created", async () => {
  const child = startPoolproof(["mock", "pulumi", "--stateful", "--port", "0"]);
  const printed = await new Promise<string>((resolve) => child.stdout?.once("data", (chunk) => resolve(String(chunk))));
  const [, url = ""] = /Pulumi Cloud\s+(\S+)/.exec(printed) ?? [];
  const headers = { Authorization: "token reference-token", "Content-Type": "application/json" };
  const pools = `${url}/orgs/organization/agent-pools`;
  await fetch(pools, { method: "POST", headers, body: JSON.stringify({ name: "kept" }) });
  expect(await (await fetch(pools, { headers })).text()).toContain('"kept"');
  const target = ["--url", url, "--organization", "organization", "--without", "other-tenant"];
  const { code, stdout } = await poolproof(["run", "pulumi", ...target], {
    env: { POOLPROOF_TOKEN: "reference-token" },
  });
  expect([code, stdout.trim().split("\n").at(-1)?.trim()]).toEqual([0, "conforms"]);
  child.kill("SIGTERM");
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
});

test("a reader that stops reading ends the run, and not with success", async () => {
  const child = startPoolproof(["run", "--verbose"]);
  child.stdout?.once("data", () => child.stdout?.destroy());
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(130);
});

test("poolproof checks lists every check", async () => {
  const { code, stdout } = await poolproof(["checks", "terraform", "--json"]);
  expect(code).toBe(0);
  const rows = JSON.parse(stdout);
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.every(({ id }: { id: string }) => id.startsWith("terraform/"))).toBe(true);
  expect(rows.every(({ requirements }: { requirements: string[] }) => requirements.length > 0)).toBe(true);
  expect((await poolproof(["checks", "pulumi"])).stdout).toContain(
    "The server MUST answer a valid listAgentPools as documented.",
  );
});

test("poolproof --help says what there is", async () => {
  const { code, stdout } = await poolproof(["--help"]);
  expect(code).toBe(0);
  for (const command of ["run", "mock", "checks", "init", "diff", "merge", "verify", "cleanup", "docs"])
    expect(stdout).toContain(`  ${command} `);
});
