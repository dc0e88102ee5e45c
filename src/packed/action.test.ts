import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { createReferenceServer, type ReferenceServer } from "../reference/create-reference-server.ts";
import { referenceData, referenceToken } from "../reference/reference-data.ts";
import { action, runAction, script, step } from "./run-action.ts";

let server: ReferenceServer;
beforeAll(async () => {
  server = await createReferenceServer({ apis: ["pulumi"] });
});
afterAll(() => server.close());

const target = () => ({
  api: "pulumi",
  url: server.baseUrls.pulumi ?? "",
  organization: referenceData.pulumi.organization,
  token: referenceToken,
  fixtures: "poolWithAgents=5eed0000-0000-4000-8000-000000000001\notherOrganization=other-organization\n",
  only: "pulumi/listAgentPools/",
  without: "other-tenant",
});

describe("the file", () => {
  test("fetches the version that it belongs to", () => {
    expect(action.inputs.version?.default).toBe(packageJson.version);
  });

  test("lets no input into a script", () => {
    expect(script).toContain("poolproof");
    expect(action.runs.steps.map(({ run = "" }) => run).filter((run) => run.includes("${{"))).toEqual([]);
  });

  test("hands on every input, and each by one variable", () => {
    const handed = Object.values(step?.env ?? {}).flatMap((text) => /inputs\.([a-z-]+)/.exec(text)?.[1] ?? []);
    expect(handed.sort()).toEqual(Object.keys(action.inputs).sort());
    for (const name of Object.keys(step?.env ?? {}).filter((each) => each.startsWith("INPUT_")))
      expect(`${script} ${loopedOver()}`).toContain(name);
  });
});

const loopedOver = () =>
  /for name in ([^;]+);/
    .exec(script)?.[1]
    ?.split(" ")
    .map((name) => `INPUT_${name.toUpperCase()}`)
    .join(" ");

test("a server that conforms", async () => {
  const { code, outputs, made, summary, stdout, stderr } = await runAction(target());
  expect({ code, outputs }, stderr).toEqual({
    code: 0,
    outputs: ["conclusion=conforms", "report=poolproof-report/report.json"],
  });
  expect(made).toEqual(
    expect.arrayContaining(["report.json", "report.html", "junit.xml"].map((name) => join("poolproof-report", name))),
  );
  expect(summary).toMatch(/conforms/);
  expect(`${stdout}${stderr}${summary}`).not.toContain(referenceToken);
});

test("a job's own variable gives the token as well", async () => {
  const { code, outputs } = await runAction({ ...target(), token: "" }, { job: { POOLPROOF_TOKEN: referenceToken } });
  expect({ code, conclusion: outputs[0] }).toEqual({ code: 0, conclusion: "conclusion=conforms" });
});

test("what the server says is no command of the runner", async () => {
  const { stdout } = await runAction(target());
  expect(stdout).toMatch(/^::stop-commands::(poolproof-\d+)\n[\s\S]*\n::\1::\n/);
});

const mistakes: readonly { given: string; inputs: Record<string, string>; says: RegExp }[] = [
  { given: "a wrong token", inputs: { token: "fake-token" }, says: /token was refused/ },
  { given: "an unknown API", inputs: { api: "github" }, says: /no API "github"/ },
  { given: "a flag in place of an API", inputs: { api: "--version" }, says: /no API "--version"/ },
  { given: "a version that is none", inputs: { version: "1.0.0 --registry=x" }, says: /version is not the number/ },
  { given: "no folder", inputs: { "report-directory": "a\nconclusion=conforms" }, says: /no name of a folder/ },
  { given: "a flag with neither yes nor no", inputs: { strict: "yes" }, says: /neither true nor false/ },
];

test.each(mistakes)("$given ends as an error", async ({ inputs, says }) => {
  const { code, outputs, stdout, stderr } = await runAction({ ...target(), ...inputs });
  expect({ code, conclusion: outputs[0] }).toEqual({ code: 2, conclusion: "conclusion=error" });
  expect(`${stdout}${stderr}`).toMatch(says);
});

/** What a shell would make much of, and no quotes of any kind hold together. */
const hostile = "$(touch hacked)`touch hacked`\"; touch hacked; '; touch hacked; \\ * ~ $IFS --strict";

test("every input arrives as one argument or variable, whatever it holds", async () => {
  const own = { version: "", strict: "false", "report-directory": `reports ${hostile}` };
  const inputs = { ...Object.fromEntries(Object.keys(action.inputs).map((name) => [name, hostile])), ...own };
  const { made, told } = await runAction(inputs, { stub: true });
  expect(made).not.toContain("hacked");
  const flags = ["url", "auth", "organization", "account", "environment", "without", "profile", "only", "shard"];
  flags.push("waivers", "concurrency", "rate", "config", "target");
  const reports = { json: "report.json", html: "report.html", junit: "junit.xml", markdown: "summary.md" };
  expect(told).toEqual({
    args: [
      "run",
      ...flags.map((name) => `--${name}=${hostile}`),
      `--fixture=${hostile}`,
      ...Object.entries(reports).map(([format, file]) => `--report=${format}=${own["report-directory"]}/${file}`),
      "--",
      hostile,
    ],
    tokens: [hostile, hostile, hostile],
  });
});
