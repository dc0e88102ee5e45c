import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RecordedExchange } from "../../conformance/kit/recorded-exchange.ts";
import { combine, fronted, operation, shown } from "../../conformance/proof/alterations.ts";
import type { ReportDocument } from "../../conformance/results/report.ts";
import type { ApiId } from "../apis/index.ts";
import { poolproof } from "../packed/command.ts";
import type { Alteration } from "../reference/alteration.ts";
import { canaryTokens, canaryWords, echoSecrets } from "./echo-secrets.ts";
import { findLeaks } from "./find-leaks.ts";
import { serveTestTarget, type TestTarget } from "./test-target.ts";

const formats = ["json", "junit", "html", "markdown", "har", "badge"] as const;

let folder: string;
let target: TestTarget | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-secrets-"));
});
afterEach(async () => {
  await target?.close();
  target = undefined;
  await rm(folder, { recursive: true });
});

async function serve(api: ApiId, ...alterations: readonly Alteration<unknown>[]): Promise<TestTarget> {
  target = await serveTestTarget(api, { alteration: combine(...alterations), tokens: canaryTokens });
  return target;
}

function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return poolproof(words, { env: { ...target?.env, POOLPROOF_STATE: join(folder, "state"), ...env }, cwd: folder });
}

/** Runs checks with every report there is; all that was put out, by its name. */
async function runWithReports({ words }: TestTarget, only: string) {
  const reports = formats.flatMap((format) => ["--report", `${format}=${format}`]);
  const outcome = await run([...words, "--only", only, "--concurrency", "4", "--verbose", ...reports]);
  const files = await Promise.all(formats.map(async (name) => [name, await readFile(join(folder, name), "utf8")]));
  const texts: Record<string, string> = { ...Object.fromEntries(files), console: outcome.stdout + outcome.stderr };
  return { code: outcome.code, texts, document: JSON.parse(texts.json ?? "") as ReportDocument };
}

const exchangesOf = ({ runs }: ReportDocument): readonly RecordedExchange[] =>
  runs.flatMap(({ checks }) => checks.flatMap(({ exchanges = [] }) => exchanges));

const verdictsOf = ({ runs }: ReportDocument) =>
  runs.flatMap(({ checks }) => checks.map(({ id, verdict }) => `${verdict} ${id}`));

const leaksOf = (texts: Readonly<Record<string, string>>, words: readonly string[] = canaryWords) =>
  Object.entries(texts).flatMap(([name, text]) => findLeaks(text, words).map((word) => `${word} in ${name}`));

/** Puts the token where the contract has something else, so that findings show it. */
const tokenInPlaceOf = (id: string, put: (body: never, sent: string) => void): Alteration<unknown> =>
  shown(id, (body, { headers }) => put(body as never, headers.get("authorization") ?? ""));

const faults = {
  terraform: {
    only: "terraform/showAgentPool/",
    fault: tokenInPlaceOf("showAgentPool", (body: { data: { attributes: object } }, sent) => {
      body.data.attributes = { name: { [sent]: sent }, "created-at": sent };
    }),
  },
  scalr: {
    only: "scalr/getAgentPool/",
    fault: tokenInPlaceOf("getAgentPool", (body: { data: { type: string } }, sent) => {
      body.data.type = sent;
    }),
  },
  pulumi: {
    only: "pulumi/getAgentPool/,pulumi/createAgentPool/,pulumi/deleteAgentPool/answers",
    fault: tokenInPlaceOf("getAgentPool", (body: { name: unknown }, sent) => {
      body.name = [sent];
    }),
  },
  agentsmesh: {
    only: "agentsmesh/getRunner/,agentsmesh/listRunnerPods/answers,agentsmesh/listRunnerPods/refuses",
    fault: tokenInPlaceOf("listRunnerPods", (body: { total: unknown }, sent) => {
      body.total = `in all ${sent}`;
    }),
  },
} as const satisfies Record<ApiId, { only: string; fault: Alteration<unknown> }>;

describe.each(Object.entries(faults))("of what a server of %s echoes", (api, { only, fault }) => {
  test("nothing gets into any output, and no verdict depends on it", async () => {
    const echoed = await runWithReports(await serve(api as ApiId, fault, echoSecrets()), only);
    await target?.close();
    const plain = await runWithReports(await serve(api as ApiId, fault), only);
    expect(leaksOf(echoed.texts)).toEqual([]);
    expect(leaksOf(plain.texts)).toEqual([]);
    expect([echoed.code, plain.code]).toEqual([1, 1]);
    expect(verdictsOf(echoed.document)).toEqual(verdictsOf(plain.document));
    expect(echoed.texts.console).toContain("$POOLPROOF_TOKEN");
    expect(echoed.texts.json).toMatch(/REDACTED-secret-\d/);
  });
});

describe("with secrets in every answer", () => {
  test("each has one name, and the same everywhere", async () => {
    const { document } = await runWithReports(await serve("pulumi", echoSecrets()), "pulumi/updateAgentPool/");
    const echoes = exchangesOf(document).flatMap(({ response }) => {
      const echo = response?.text.startsWith("{") ? JSON.parse(response.text).echo : undefined;
      return echo ? [{ echo, headers: response?.headers ?? {} }] : [];
    });
    expect(echoes.length).toBeGreaterThan(50);
    for (const { echo, headers } of echoes) {
      const [{ secret, more }] = echo.deep;
      expect(echo.again).toEqual([
        secret,
        more.apiKey,
        headers["x-auth-token"],
        expect.any(String),
        `k=${more.apiKey}`,
      ]);
      expect(headers.link).toContain(`&s=${headers["x-auth-token"]}>`);
      expect(echo.forms.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => "$POOLPROOF_TOKEN"));
    }
    expect(new Set(echoes.flatMap(({ echo }) => echo.again.slice(0, 4))).size).toBe(4 * echoes.length);
  });

  test("nothing gets into the ledger, the plan, or what is made of a report", async () => {
    const ledgers: string[] = [];
    const looking = fronted<unknown>(async (request, sound) => {
      const state = join(folder, "state");
      if (request.method === "DELETE")
        for (const name of await readdir(state).catch(() => []))
          ledgers.push(name, await readFile(join(state, name), "utf8"));
      return sound(request);
    });
    const echoing = await serve("pulumi", looking, echoSecrets());
    const plan = await run([...echoing.words, "--plan"]);
    await runWithReports(echoing, "pulumi/createAgentPool/");
    const made = [plan];
    for (const words of [
      ["verify", "json"],
      ["diff", "json", "json"],
      ["merge", "json", "--report", "html=merged"],
    ])
      made.push(await run(words));
    expect(
      made.map(({ code }) => code),
      JSON.stringify(made),
    ).toEqual([0, 0, 0, 0]);
    expect(ledgers.join("\n")).toMatch(/"created":/);
    const merged = await readFile(join(folder, "merged"), "utf8");
    expect(leaksOf({ ledgers: ledgers.join("\n"), made: JSON.stringify(made), merged })).toEqual([]);
  });

  test("nothing is told when things stay behind, and cleanup tells nothing either", async () => {
    const keeping = operation<unknown>("deleteAgentPool", ({ headers }) => ({
      status: 409,
      body: { code: 409, message: `not for ${headers.get("authorization")}` },
    }));
    const echoing = await serve("pulumi", keeping, echoSecrets());
    const { code, texts, document } = await runWithReports(echoing, "pulumi/createAgentPool/answers");
    expect(document.runs[0]?.leftovers.length).toBeGreaterThan(0);
    expect(code).toBe(0);
    const listed = await run(["cleanup", "--list"]);
    const cleaned = await run(["cleanup"]);
    expect(cleaned.code).toBe(1);
    expect(listed.stdout).toMatch(/run poolproof-\w+- of /);
    expect(cleaned.stdout).toContain("left behind");
    expect(leaksOf({ ...texts, listed: listed.stdout, cleaned: cleaned.stdout + cleaned.stderr })).toEqual([]);
  });

  test("what the server makes known only once is in no output", async () => {
    const given: string[] = [];
    const noting = shown<unknown>("createAgentPool", ({ tokenValue }) => void given.push(tokenValue));
    const { code, texts } = await runWithReports(await serve("pulumi", noting), "pulumi/createAgentPool/");
    expect(code).toBe(0);
    expect(given.length).toBeGreaterThan(10);
    expect(leaksOf(texts, given)).toEqual([]);
  });
});
