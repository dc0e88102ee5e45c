import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadConfig } from "./load-config.ts";
import { complaintOf, mistakeLines, openScratchFolder } from "./scratch-folder.ts";

let folder: Awaited<ReturnType<typeof openScratchFolder>>;
beforeAll(async () => {
  folder = await openScratchFolder();
});
afterAll(() => folder.remove());

async function mistakesOf(text: string): Promise<string[]> {
  const file = await folder.write(text);
  return mistakeLines(await complaintOf(loadConfig(file), file));
}

/** What each API needs, in one line but for Scalr's two. */
const dataOf: Readonly<Record<string, string>> = {
  terraform: "    organization: acme",
  scalr: "    account: acc-1\n    environment: env-1",
  pulumi: "    organization: acme",
  agentsmesh: "    strict: true",
};

/** Mistakes of one target, whose members begin in the fifth line, of Scalr's in the sixth. */
async function inTarget(api: string, members: string): Promise<string[]> {
  const url = members.includes("url:") ? "" : "    url: http://127.0.0.1/base\n";
  const text = `targets:\n  a:\n    api: ${api}\n${dataOf[api]}\n${members.replaceAll(/^/gm, "    ")}\n${url}`;
  return (await mistakesOf(text)).map((line) => line.replace("targets.a", "a"));
}

describe("in a target", () => {
  test.each([
    { api: "terraform", given: "url: ''", want: "5:10: a.url: is empty: write where the API stands" },
    {
      api: "terraform",
      given: "url: pools.example.com",
      want: "5:10: a.url: the URL is not an http or https address; Terraform Cloud's ends before /organizations",
    },
    {
      api: "terraform",
      given: "url: http://127.0.0.1/api/v2/organizations/acme",
      want: "5:10: a.url: the URL goes too far: it ends before /organizations",
    },
    { api: "terraform", given: "strict: 'yes'", want: "5:13: a.strict: expected true or false, got text" },
    { api: "terraform", given: "rate: fast", want: "5:11: a.rate: expected a number, got text" },
    { api: "terraform", given: "rate: 0", want: "5:11: a.rate: 0 is out of range: it must be > 0" },
    { api: "terraform", given: "concurrency: 65", want: "5:18: a.concurrency: 65 is out of range: it must be <= 64" },
    { api: "terraform", given: "timeout: 5", want: '5:5: a: there is no member "timeout"; did you mean "timeoutMs"?' },
    {
      api: "terraform",
      given: "profile: fulll",
      want: '5:14: a.profile: there is no profile "fulll"; did you mean "full"?',
    },
    {
      api: "terraform",
      given: "account: 5",
      want: "5:5: a.account: a target of terraform has no account: take it out",
    },
    { api: "scalr", given: "without: agents", want: "6:14: a.without: expected a list, got text" },
    {
      api: "pulumi",
      given: "without: [agents, pool]",
      want: '5:23: a.without[1]: a target of pulumi cannot be without "pool"; did you mean "pools"?',
    },
    {
      api: "pulumi",
      given: "without: [runners]",
      want: '5:15: a.without[0]: a target of pulumi cannot be without "runners"; it can be without agents, pools, other-tenant, poolWithAgents, otherOrganization or foreignPool',
    },
    { api: "agentsmesh", given: "fixtures: [1]", want: "5:15: a.fixtures: expected a mapping (NAME: …), got a list" },
    {
      api: "agentsmesh",
      given: "fixtures: {runner: abc}",
      want: '5:24: a.fixtures.runner: "abc" is no id of agentsmesh',
    },
    {
      api: "agentsmesh",
      given: "fixtures: {runner: [1, x]}",
      want: '5:28: a.fixtures.runner[1]: "x" is no id of agentsmesh',
    },
    {
      api: "agentsmesh",
      given: "fixtures: {runner: 007}",
      want: "5:24: a.fixtures.runner: 007 is read as another number: put it in quotes",
    },
    {
      api: "agentsmesh",
      given: "fixtures: {runner: 12345678901234567890}",
      want: "5:24: a.fixtures.runner: 12345678901234567890 is read as another number: put it in quotes",
    },
    {
      api: "agentsmesh",
      given: "fixtures: {runner: '1,2'}",
      want: "5:24: a.fixtures.runner: expected one id or a list of ids: ID or [ID, ID]",
    },
    {
      api: "agentsmesh",
      given: "fixtures: {runner: []}",
      want: "5:24: a.fixtures.runner: expected one id or a list of ids: ID or [ID, ID]",
    },
    {
      api: "agentsmesh",
      given: "fixtures: {pool: 1}",
      want: '5:16: a.fixtures: there is no fixture "pool" for agentsmesh; there is runner, otherRunner, unavailableRunner or foreignRunner',
    },
    {
      api: "agentsmesh",
      given: "auth: token",
      want: '5:11: a.auth: there is no auth "token" for agentsmesh; there is bearer or api-key',
    },
    {
      api: "terraform",
      given: "insecure: true\nca: authority.pem",
      want: "6:5: a.ca: ca means nothing beside insecure: keep one of the two",
    },
  ])("$given is refused", async ({ api, given, want }) => {
    expect(await inTarget(api, given)).toEqual([want]);
  });

  test.each([
    { given: "organization: 7", want: "4:19: targets.a.organization: expected text, got a number: put it in quotes" },
    { given: "organization: ..", want: '4:19: targets.a.organization: ".." is no name or id' },
    { given: "strict: true", want: "2:3: targets.a: organization is missing: a target of pulumi needs it" },
  ])("without a usable organization, $given, the run cannot be", async ({ given, want }) => {
    expect(await mistakesOf(`targets:\n  a:\n    api: pulumi\n    ${given}\n    url: http://127.0.0.1/`)).toEqual([
      want,
    ]);
  });

  test("a mock needs no organization", async () => {
    const file = await folder.write("targets: {a: {api: pulumi, url: 'http://127.0.0.1/', profile: mock}}");
    expect((await loadConfig(file))[0]?.flags).toEqual({ url: "http://127.0.0.1/", profile: "mock" });
  });
});

test.each([
  { given: "token: fake-secret-1" },
  { given: "tokenVariable: fake-secret-1" },
  { given: "auth: Bearer fake-secret-1" },
  { given: "url: http://user:fake-secret-1@127.0.0.1/" },
  { given: "url: http://127.0.0.1/?token=fake-secret-1" },
  { given: "url: ftp://user:fake-secret-1@127.0.0.1/" },
])("a token that someone put into $given is refused and not repeated", async ({ given }) => {
  const [mistake, ...others] = await inTarget("terraform", given);
  expect(others).toEqual([]);
  expect(mistake).toMatch(/^5:\d+: a\./);
  expect(mistake).not.toContain("fake-secret");
});

describe("waivers of a target", () => {
  test.each([
    {
      given: "{ id: pulumi/, expires: 2026-12-31 }",
      want: "6:7: a.waivers[0]: reason is missing: why the failure is accepted",
    },
    {
      given: "{ id: pulumi/, reason: ' ', expires: 2026-12-31 }",
      want: "6:30: a.waivers[0].reason: is empty: say why the failure is accepted",
    },
    ...["2026-02-30", "2026-13-01", "tomorrow", "2026-1-1"].map((expires) => ({
      given: `{ id: pulumi/, reason: known, expires: ${expires} }`,
      want: "6:46: a.waivers[0].expires: expected a day that exists, as YYYY-MM-DD: the last one on which the waiver holds",
    })),
    {
      given: "{ id: pulumi/createAgentPol/, reason: known, expires: 2026-12-31 }",
      want: '6:13: a.waivers[0].id: no check of pulumi begins with "pulumi/createAgentPol/"; did you mean "pulumi/createAgentPool/"?',
    },
    {
      given: "{ id: terraform/, reason: known, expires: 2026-12-31 }",
      want: '6:13: a.waivers[0].id: no check of pulumi begins with "terraform/"; poolproof checks pulumi lists them',
    },
    {
      given: "{ id: pulumi/, reason: known, until: 2026-12-31, expires: 2026-12-31 }",
      want: '6:37: a.waivers[0]: there is no member "until"; there is id, reason or expires',
    },
  ])("$given are refused", async ({ given, want }) => {
    expect(await inTarget("pulumi", `waivers:\n- ${given}`)).toEqual([want]);
  });
});
