import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const redocly = join(root, "node_modules/@redocly/cli/bin/cli.js");
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "poolproof-lint-"));
  await cp(join(root, "redocly.yaml"), join(copy, "redocly.yaml"));
  await cp(join(root, "specs"), join(copy, "specs"), { recursive: true });
});

afterAll(() => rm(copy, { recursive: true }));

interface Problem {
  readonly ruleId: string;
  readonly message: string;
}

/** Lints with the repository's own configuration: errors and warnings. */
function lint(directory: string, api: string): Promise<Problem[]> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [redocly, "lint", api, "--format", "json"],
      { cwd: directory, env, maxBuffer: 2 ** 26 },
      (_, stdout, stderr) => {
        if (!stdout.includes("{")) reject(new Error(stderr));
        else resolve(JSON.parse(stdout.slice(stdout.indexOf("{"))).problems);
      },
    );
  });
}

test.each(["terraform", "scalr", "pulumi", "agentsmesh"])(
  "the spec of %s lints without errors or warnings",
  async (api) => {
    expect(await lint(root, api)).toEqual([]);
  },
);

describe("a rule of the house finds what it is there for", () => {
  const pools = "paths/organizations_{organization_name}_agent-pools.yaml";
  const rows = [
    {
      rule: "rule/operation-id",
      file: pools,
      from: "operationId: listAgentPools",
      to: "operationId: list_agent_pools",
    },
    { rule: "rule/summary", file: pools, from: "summary: List agent pools", to: "summary: List agent pools." },
    { rule: "rule/operation-tags", file: pools, from: "tags: [Agent pools]", to: "tags: [Agent pools, Agents]" },
    { rule: "rule/body-examples", file: "components/responses/Agent.yaml", from: /examples:[\s\S]*/, to: "" },
    {
      rule: "rule/body-schema-by-name",
      file: "components/responses/Agent.yaml",
      from: /schema:\n\s+\$ref: \S+/,
      to: "schema: { type: string }",
    },
    { rule: "rule/example-summary", file: "components/examples/Agent.yaml", from: /summary: .*\n/, to: "" },
    {
      rule: "rule/parameter-description",
      file: "components/parameters/AgentId.yaml",
      from: /description: .*\n/,
      to: "",
    },
    { rule: "rule/parameter-example", file: "components/parameters/AgentId.yaml", from: /example: .*\n/, to: "" },
    {
      rule: "rule/x-source-of-schema",
      file: "components/schemas/UpdateAgentPool.yaml",
      from: "x-source: standard",
      to: "x-source: rumour",
    },
    {
      rule: "rule/x-source-of-response",
      file: "components/responses/Unauthorized.yaml",
      from: "x-source: vendor",
      to: "x-source: rumour",
    },
    {
      rule: "rule/x-source-of-header",
      file: "components/headers/RetryAfter.yaml",
      from: "x-source: standard",
      to: "x-source: rumour",
    },
    {
      rule: "rule/x-source-of-parameter",
      file: "components/parameters/AgentId.yaml",
      from: "required: true",
      to: "required: true\nx-source: rumour",
    },
    {
      rule: "house/no-inline-object-schema",
      file: "components/schemas/AgentDocument.yaml",
      from: /\$ref: "?Agent.yaml"?/,
      to: "type: object\n    description: Inline.",
    },
    {
      rule: "house/keyword-sources-exist",
      file: "components/schemas/AgentAttributes.yaml",
      from: "{ enum: vendor }",
      to: "{ enum: vendor, const: vendor }",
    },
    {
      rule: "no-invalid-media-type-examples",
      file: "components/examples/Agent.yaml",
      from: "status: busy",
      to: "status: 1",
    },
  ] as const;

  test("each of them has a row here", async () => {
    const configured = (await readFile(join(root, "redocly.yaml"), "utf8")).match(/(?:rule|house)\/[a-z-]+/g) ?? [];
    const tried = new Set<string>(rows.map(({ rule }) => rule));
    expect(configured.filter((rule) => !tried.has(rule))).toEqual([]);
  });

  test.each(rows)("$rule", async ({ rule, file, from, to }) => {
    const path = join(copy, "specs/terraform", file);
    const before = await readFile(path, "utf8");
    const broken = before.replace(from, to);
    expect(broken, "the row changes the file").not.toBe(before);
    await writeFile(path, broken);
    const problems = await lint(copy, "terraform");
    await writeFile(path, before);
    expect(problems.map(({ ruleId }) => ruleId)).toContain(rule);
  });
});
