import { dirname } from "node:path";
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

test("answers every target with its flags, variables and waivers", async () => {
  const file = await folder.write(`
targets:
  staging:
    api: terraform
    url: https://pools.example.com/api/v2
    organization: acme
    tokenVariable: FAKE_STAGING_TOKEN
    otherTokenVariable: FAKE_OTHER_TOKEN
    limitedTokenVariable: FAKE_LIMITED_TOKEN
    fixtures: { busyAgent: agent-1, deletableAgent: [agent-2, agent-3] }
    waivers:
      - { id: terraform/deleteAgent/, reason: known for now, expires: 2026-12-31 }
  local: { api: agentsmesh, url: "http://127.0.0.1:8080/", fixtures: { runner: 7 } }
`);
  const common = { file, directory: dirname(file), waiversFile: file };
  expect(await loadConfig(file)).toEqual([
    {
      ...common,
      name: "staging",
      api: "terraform",
      flags: {
        url: "https://pools.example.com/api/v2",
        organization: "acme",
        fixture: ["busyAgent=agent-1", "deletableAgent=agent-2", "deletableAgent=agent-3"],
      },
      tokenVariable: "FAKE_STAGING_TOKEN",
      otherTokenVariable: "FAKE_OTHER_TOKEN",
      limitedTokenVariable: "FAKE_LIMITED_TOKEN",
      waivers: [{ id: "terraform/deleteAgent/", reason: "known for now", expires: "2026-12-31" }],
    },
    {
      ...common,
      name: "local",
      api: "agentsmesh",
      flags: { url: "http://127.0.0.1:8080/", fixture: ["runner=7"] },
      waivers: [],
    },
  ]);
});

test("names every mistake in the order of the lines, and says what to do", async () => {
  const file = await folder.write(`targets:
  staging:
    api: terraform
    url: https://pools.example.com/api/v2/agent-pools/x
    organisation: acme
    strict: true
    strict: true
    fixtures:
      buzyAgent: agent-1
  local:
    api: terrafrom
    url: http://127.0.0.1/
`);
  expect(await complaintOf(loadConfig(file), file)).toBe(`FILE has 4 mistakes:
FILE:5:5: targets.staging: there is no member "organisation"; did you mean "organization"?
FILE:7:5: "strict" stands here a second time; the first is in line 6
FILE:9:7: targets.staging.fixtures: there is no fixture "buzyAgent" for terraform; did you mean "busyAgent"?
FILE:11:10: targets.local.api: there is no API "terrafrom"; did you mean "terraform"?
Mend them and run the command again; nothing was sent.`);
});

test("shows the first fifty of very many", async () => {
  const file = await folder.write(
    `targets: {}\n${Array.from({ length: 80 }, (_, index) => `x${index}: 1`).join("\n")}`,
  );
  const lines = (await complaintOf(loadConfig(file), file)).split("\n");
  expect(lines[0]).toBe("FILE has 81 mistakes:");
  expect(lines.filter((line) => line.startsWith("FILE:"))).toHaveLength(50);
  expect(lines.at(-2)).toBe("… and 31 more");
});

describe("a file", () => {
  test.each([
    { given: "", want: "1:1: nothing stands in it: poolproof init --force writes an example" },
    { given: "# targets:", want: "1:1: nothing stands in it: poolproof init --force writes an example" },
    { given: "- a", want: "1:1: expected a mapping (NAME: …), got a list" },
    { given: "text", want: "1:1: expected a mapping (NAME: …), got text" },
    { given: "targets:", want: "1:9: targets: expected a mapping (NAME: …), got nothing" },
    { given: "targets: {}", want: "1:10: targets: there is no target in it: add one, such as staging" },
    { given: "target: {}", want: '1:1: there is no member "target"; did you mean "targets"?' },
    { given: "targets:\n  a:\n  ", want: "2:5: targets.a: expected a mapping (NAME: …), got nothing" },
    { given: "targets: {a: {}}", want: "1:11: targets.a: api is missing: the API that stands at the URL" },
    { given: "a: [", want: "1:5: not YAML: " },
    {
      given: 'targets: {"a b": {api: agentsmesh, url: "http://127.0.0.1/"}}',
      want: '1:11: targets: "a b" is no name: letters, digits, dots, dashes and underscores, at most 64',
    },
  ])("that says $given is refused", async ({ given, want }) => {
    const [first] = await mistakesOf(given);
    expect(first?.startsWith(want), first).toBe(true);
  });
});
