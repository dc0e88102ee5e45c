import { expect, test } from "vitest";
import { HarnessError } from "../kit/harness-error.ts";
import { createSession } from "../kit/session.ts";
import { type ConformanceOptions, openTarget, runConformance } from "../run-conformance.ts";
import { loadSuite } from "../suites.ts";
import { createStatefulStub, type StubFault } from "./stateful-stub.ts";

const options = (fault?: StubFault): ConformanceOptions => ({
  api: "pulumi",
  url: "http://stub.test",
  organization: "acme",
  token: "stub-token",
  // It knows one organization and one token.
  without: ["agents", "otherOrganization", "foreignPool"],
  fetch: createStatefulStub(fault),
});

test("a server with a memory conforms, and nothing of ours is left in it", async () => {
  const fetch = createStatefulStub();
  const report = await runConformance({ ...options(), fetch });
  const open = report.checks.filter(({ verdict }) => verdict !== "pass" && verdict !== "skipped");
  expect(open.map(({ id, verdict, reason }) => `${verdict} ${id}: ${reason}`)).toEqual([]);
  expect(report.conclusion).toBe("conforms");
  expect(report.leftovers).toEqual([]);
  const left = await fetch(
    new Request("http://stub.test/orgs/acme/agent-pools", { headers: { Authorization: "token stub-token" } }),
  );
  expect(await left.json()).toMatchObject({ agentPools: [{ name: "theirs" }] });
});

test.each<{ fault: StubFault; check: string; finding: object }>([
  {
    fault: "creates-though-refusing",
    check: "pulumi/createAgentPool/refuses-malformed-json",
    finding: { got: expect.stringContaining('""') },
  },
  {
    fault: "renames-though-refusing",
    check: "pulumi/updateAgentPool/refuses-wrong-type-name",
    finding: { got: expect.stringContaining("renamed") },
  },
  {
    fault: "deletes-though-refusing",
    check: "pulumi/deleteAgentPool/keeps-all-when-refusing",
    finding: { got: expect.stringContaining("404") },
  },
  {
    fault: "shows-though-refusing",
    check: "pulumi/listAgentPools/refuses-bad-token",
    finding: { pointer: "/agentPools", expected: "no data in a refusal" },
  },
  {
    fault: "claims-changes",
    check: "pulumi/updateAgentPool/keeps-what-it-changes",
    finding: { pointer: "/name", requirement: "update-agent-pool.updates" },
  },
  {
    fault: "claims-deletions",
    check: "pulumi/deleteAgentPool/forgets-what-it-deletes",
    finding: { expected: "a refusal (4xx)" },
  },
  {
    fault: "drops-descriptions",
    check: "pulumi/createAgentPool/keeps-what-it-creates",
    finding: { pointer: "/description" },
  },
])("a server that $fault does not conform", async ({ fault, check, finding }) => {
  const report = await runConformance(options(fault));
  const result = report.checks.find(({ id }) => id === check);
  expect(result?.verdict).toBe("fail");
  expect(result?.findings).toContainEqual(expect.objectContaining({ level: "MUST", ...finding }));
  expect(report.conclusion).toBe("does not conform");
});

/** What is in the stub, by name, and what it was asked. */
async function runAgainst(fault: StubFault) {
  const stub = createStatefulStub(fault);
  const asked: string[] = [];
  const fetch = async (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return stub(request);
  };
  const report = await runConformance({ ...options(), fetch });
  const list = new Request("http://stub.test/orgs/acme/agent-pools", {
    headers: { Authorization: "token stub-token" },
  });
  const { agentPools } = (await (await stub(list)).json()) as { agentPools: { name: string }[] };
  return { report, asked, names: agentPools.map(({ name }) => name) };
}

test("a server that mixes up ids does not make us delete what is another's", async () => {
  const { report, names, asked } = await runAgainst("answers-anothers-id");
  expect(names).toContain("theirs");
  expect(asked).not.toContain("DELETE /orgs/acme/agent-pools/pool-0");
  expect(report.leftovers[0]?.reason).toMatch(/id pool-0, which is that of "theirs"/);
  const keeps = report.checks.find(({ id }) => id === "pulumi/createAgentPool/keeps-what-it-creates");
  expect(keeps).toMatchObject({ verdict: "fail", findings: [{ pointer: "/name", got: 'string "theirs"' }] });
  expect(report.conclusion).toBe("does not conform");
});

test("an id that would lead up a path is never sent", async () => {
  const { report, asked } = await runAgainst("answers-a-way-up");
  expect(asked.filter((line) => !/^[A-Z]+ \/orgs\/[^/]+\/agent-pools(\/[^/]+)?$/.test(line))).toEqual([]);
  expect(report.leftovers.length).toBeGreaterThan(0);
});

test("a deletion that is only claimed leaves leftovers that are named", async () => {
  const { report, names } = await runAgainst("claims-deletions");
  const ours = names.filter((name) => name.startsWith("poolproof-"));
  expect(ours.length).toBeGreaterThan(0);
  expect(report.leftovers).toHaveLength(ours.length);
  expect(report.leftovers[0]?.reason).toMatch(/still listed/);
});

test("what was created by a request whose answer got lost is found again and removed", async () => {
  const { report, names } = await runAgainst("loses-an-answer");
  expect(names).toEqual(["theirs"]);
  expect(report.leftovers).toEqual([]);
});

test("the transport itself sends nothing that writes under read-only", async () => {
  const suite = await loadSuite("pulumi");
  const { target } = await openTarget({ ...options(), profile: "read-only" });
  const session = createSession({ contract: suite.contract, target, sleep: async () => {} });
  const asked = session.send(
    session.operation("deleteAgentPool"),
    { path: { organization: "acme", poolId: "pool-0" } },
    "success",
  );
  await expect(asked).rejects.toThrow(/DELETE is not sent under the profile read-only/);
});

test("a request of ours that is not valid is our own fault, not the server's", async () => {
  const suite = await loadSuite("pulumi");
  const { target } = await openTarget(options());
  const session = createSession({ contract: suite.contract, target, sleep: async () => {} });
  const asked = session.send(
    session.operation("createAgentPool"),
    { path: { organization: "acme" }, body: { name: 1 } },
    "success",
  );
  await expect(asked).rejects.toThrow(HarnessError);
});

test("a refusal whose twin is refused as well proves nothing", async () => {
  const stub = createStatefulStub();
  const fetch = async (request: Request) =>
    request.method === "PATCH" ? Response.json({ code: 400, message: "no" }, { status: 400 }) : stub(request);
  const { checks } = await runConformance({
    ...options(),
    fetch,
    only: ["pulumi/updateAgentPool/refuses-malformed-json"],
  });
  expect(checks).toMatchObject([
    { verdict: "unverified", reason: "updateAgentPool with a valid request, to compare with, was answered 400" },
  ]);
});

test.each([
  { given: "now and then", every: 7, verdicts: ["pass", "skipped"], conclusion: "conforms" },
  { given: "always", every: 1, verdicts: ["inconclusive"], conclusion: "incomplete" },
])("a rate limit that is met $given is weather", async ({ every, verdicts, conclusion }) => {
  const stub = createStatefulStub();
  let count = 0;
  const fetch = async (request: Request) => {
    count += 1;
    // The preflight has to come through.
    const isLimited = count > 1 && count % every === 0;
    return isLimited ? new Response(null, { status: 429, headers: { "Retry-After": "0" } }) : stub(request);
  };
  const report = await runConformance({ ...options(), fetch });
  expect([...new Set(report.checks.map(({ verdict }) => verdict))].toSorted()).toEqual(verdicts);
  expect(report.conclusion).toBe(conclusion);
});

test("a connection that breaks at one kind of request only is the server's fault", async () => {
  const stub = createStatefulStub();
  const fetch = async (request: Request) => {
    if (request.method === "PATCH" && (await request.clone().text()).includes('{"data"')) throw new TypeError("reset");
    return stub(request);
  };
  const { checks } = await runConformance({
    ...options(),
    fetch,
    only: ["pulumi/updateAgentPool/refuses-malformed-json"],
  });
  expect(checks).toMatchObject([{ verdict: "fail", findings: [{ expected: "an answer" }] }]);
});

test("a target that falls silent ends the run", async () => {
  const stub = createStatefulStub();
  let count = 0;
  const fetch = async (request: Request) => {
    count += 1;
    if (count > 20) throw new TypeError("gone");
    return stub(request);
  };
  const report = await runConformance({ ...options(), fetch });
  expect(report.conclusion).toBe("incomplete");
  expect(report.notRun).toBeGreaterThan(10);
  expect(report.checks.filter(({ verdict }) => verdict === "fail")).toEqual([]);
});

test.each([{ organization: undefined }, { organization: ".." }])(
  "a target whose organization is $organization is not asked",
  async ({ organization }) => {
    const { organization: _, ...rest } = options();
    const asked = runConformance({ ...rest, ...(organization && { organization }) });
    await expect(asked).rejects.toThrow("Pulumi Cloud needs organization.");
  },
);

test("a check that ends undecided keeps the lesser findings that it made", async () => {
  const stub = createStatefulStub();
  const fetch = async (request: Request) => {
    if (request.method === "PATCH") return Response.json({ code: "no" }, { status: 400 });
    return stub(request);
  };
  const { checks } = await runConformance({
    ...options(),
    fetch,
    only: ["pulumi/updateAgentPool/refuses-malformed-json"],
  });
  expect(checks).toMatchObject([{ verdict: "unverified" }]);
  expect(checks[0]?.findings).toContainEqual(expect.objectContaining({ level: "SHOULD", pointer: "/code" }));
});
