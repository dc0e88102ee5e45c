import { expect, test } from "vitest";
import type { ApiId } from "../../src/apis/index.ts";
import { referenceData } from "../../src/reference/reference-data.ts";
import { tryServer } from "../proof/rig.ts";
import { loadSuite } from "../suites.ts";

/** What the suite says of the reference server, which is right, to somebody who has set something wrongly. */
async function verdictsWith(api: ApiId, options: object, only?: readonly string[]) {
  const { checks } = await tryServer(await loadSuite(api), api, { alteration: {}, options, ...(only && { only }) });
  return checks;
}

const wrongTokens = { otherToken: "nobodys-token", limitedToken: "nobodys-other-token" };

test.each([
  { api: "terraform", checks: 21 },
  { api: "scalr", checks: 11 },
  { api: "pulumi", checks: 13 },
  { api: "agentsmesh", checks: 8 },
] as const)("further tokens that nobody has leave $checks checks of $api open, and accuse of nothing", async (row) => {
  const checks = await verdictsWith(row.api, wrongTokens);
  const open = checks.filter(({ verdict }) => verdict !== "pass");
  expect(open.map(({ id, verdict }) => ({ id, verdict }))).toEqual(
    // Where nobody can tell a token without scope from a bad one, no server can be asked to.
    open.map(({ id }) => ({ id, verdict: id.endsWith("/refuses-missing-scope") ? "skipped" : "unverified" })),
  );
  expect(open).toHaveLength(row.checks);
  const reasons = new Set(
    open.map(({ reason }) => /the token in (POOLPROOF_\w+) cannot be told from a made-up one/.exec(reason)?.[1]),
  );
  expect([...reasons].toSorted()).toEqual(["POOLPROOF_LIMITED_TOKEN", "POOLPROOF_OTHER_TOKEN"]);
});

/** Fixtures that name nothing, or the run's own things as another tenant's, or another tenant's as its own. */
const wrongFixtures: readonly { readonly api: ApiId; readonly wrong: Readonly<Record<string, string>> }[] = [
  {
    api: "terraform",
    wrong: {
      poolWithAgents: "apool-nosuch00",
      busyAgent: "agent-nosuch00",
      idleAgent: "agent-nosuch01",
      deletableAgent: "agent-nosuch02",
      otherOrganization: "nobodys-organization",
      foreignPool: "apool-nosuch01",
    },
  },
  { api: "terraform", wrong: { foreignPool: "apool-seed0001" } },
  {
    api: "scalr",
    wrong: {
      workspaces: "ws-nosuch0000000",
      otherEnvironment: "env-nosuch000000",
      busyPool: "apool-nosuch00",
      idlePool: "apool-nosuch01",
      foreignPool: "apool-nosuch02",
    },
  },
  { api: "scalr", wrong: { otherWorkspace: "ws-nosuch0000000", foreignPool: "apool-seed0002" } },
  {
    api: "pulumi",
    wrong: { poolWithAgents: "5eed0000-0000-4000-8000-0000000000ff", otherOrganization: "nobodys-organization" },
  },
  { api: "pulumi", wrong: { foreignPool: "5eed0000-0000-4000-8000-0000000000ff" } },
  { api: "pulumi", wrong: { foreignPool: "5eed0000-0000-4000-8000-000000000002" } },
  { api: "agentsmesh", wrong: { runner: "999" } },
  { api: "agentsmesh", wrong: { runner: "101", foreignRunner: "102" } },
  { api: "agentsmesh", wrong: { otherRunner: "999" } },
  { api: "agentsmesh", wrong: { unavailableRunner: "999" } },
];

test.each(wrongFixtures)(
  "wrong fixtures of $api accuse of nothing, and each is told: $wrong",
  async ({ api, wrong }) => {
    const ids = Object.fromEntries(Object.entries(wrong).map(([name, id]) => [name, [id]]));
    const checks = await verdictsWith(api, { fixtures: { ...referenceData[api].fixtures, ...ids } });
    const open = checks.filter(({ verdict }) => verdict !== "pass");
    expect(open.filter(({ verdict }) => verdict !== "unverified" && verdict !== "skipped")).toEqual([]);
    // Whether there is such a runner of other people nobody can see.
    const named = Object.entries(wrong).filter(([name]) => name !== "foreignRunner");
    const told = named.filter(([name, id]) => open.some(({ reason, lacks }) => lacks === name && reason.includes(id)));
    expect(told).toEqual(named);
  },
);

test("workspaces of another environment are told to be that, and accuse of nothing", async () => {
  const { otherWorkspace } = referenceData.scalr.fixtures;
  const checks = await verdictsWith("scalr", { fixtures: { workspaces: otherWorkspace } }, [
    "scalr/updateAgentPool/links-workspaces",
    "scalr/createAgentPool/links-workspaces",
  ]);
  expect(checks.map(({ verdict, lacks }) => ({ verdict, lacks }))).toEqual([
    { verdict: "unverified", lacks: "workspaces" },
    { verdict: "unverified", lacks: "workspaces" },
  ]);
  expect(checks[0]?.reason).toContain(`workspaces=${otherWorkspace[0]} is not of this environment`);
});

test("a runner that is listed and not found is missed, though it was named", async () => {
  const suite = await loadSuite("agentsmesh");
  const lost = {
    front: (handle: (request: Request) => Promise<Response> | Response) => async (request: Request) =>
      new URL(request.url).pathname.endsWith("/runners/2")
        ? Response.json({ error: "There is no such runner.", code: "RESOURCE_NOT_FOUND" }, { status: 404 })
        : handle(request),
  };
  const options = { fixtures: { ...referenceData.agentsmesh.fixtures, runner: ["2"], otherRunner: ["1"] } };
  const only = ["agentsmesh/getRunner/answers-as-documented"];
  const { checks } = await tryServer(suite, "agentsmesh", { alteration: lost, options, only });
  expect(checks).toMatchObject([{ verdict: "fail", findings: [{ place: "status", expected: "200" }] }]);
});
