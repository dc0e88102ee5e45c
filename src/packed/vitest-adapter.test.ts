import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadSuite } from "../../conformance/suites.ts";
import type { CommandOutcome } from "./command-outcome.ts";
import { type Consumer, createConsumer } from "./consumer.ts";

const describing = (options: string) =>
  `import { describeConformance } from "poolproof/vitest";\ndescribeConformance(${options});\n`;

/** Somebody's own vitest project: two APIs, one of them shared out over two files, and servers that are wrong or lack something. */
const files = {
  "sound/agentsmesh.test.js": describing(`{ api: "agentsmesh", only: ["agentsmesh/listRunners/"] }`),
  "sound/pulumi-1.test.js": describing(`{ api: "pulumi", shard: { index: 1, of: 2 } }`),
  "sound/pulumi-2.test.js": describing(`{ api: "pulumi", shard: { index: 2, of: 2 } }`),
  "broken/handler.test.js": `
    import { createReferenceHandler, referenceData } from "poolproof";
    import { describeConformance } from "poolproof/vitest";
    const serve = await createReferenceHandler(["pulumi"]);
    const { organization, tokens, fixtures } = referenceData.pulumi;
    const fetch = async (request) => {
      const response = await serve(request);
      return response.status === 404 ? Response.json({ code: 200, message: "fine" }) : response;
    };
    const only = ["pulumi/getAgentPool/"];
    describeConformance({ api: "pulumi", url: "http://in-process.test/api", organization, ...tokens, fixtures, only, fetch });`,
  "unverified/lacking.test.js": `
    import { createReferenceHandler, referenceToken } from "poolproof";
    import { describeConformance } from "poolproof/vitest";
    const fetch = await createReferenceHandler(["terraform"]);
    const options = { url: "http://in-process.test/api/v2", organization: "other-organization", token: "other-token", fetch };
    describeConformance({ api: "terraform", ...options, only: ["terraform/deleteAgent/"] });`,
};

interface Result {
  readonly testResults: readonly { readonly assertionResults: readonly { title: string; status: string }[] }[];
}

let consumer: Consumer;
let sound: Awaited<ReturnType<typeof resultOf>>;
beforeAll(async () => {
  consumer = await createConsumer(files, ["vitest"]);
  sound = await resultOf("sound.json", "run", "sound");
});
afterAll(() => consumer.remove());

const vitest = (...args: string[]): Promise<CommandOutcome> =>
  consumer.node(["node_modules/vitest/vitest.mjs", ...args], { CI: "1" });

async function resultOf(name: string, ...args: string[]): Promise<Result & { readonly code: number | null }> {
  const file = join(consumer.folder, name);
  const { code } = await vitest(...args, "--reporter=json", `--outputFile=${file}`);
  return { ...JSON.parse(await readFile(file, "utf8")), code };
}

const titles = ({ testResults }: Result, status: string) =>
  testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter((each) => each.status === status).map(({ title }) => title),
  );

const last = "leaves nothing undecided and nothing behind";

test("every check is a test of the project, and a sound server passes", async () => {
  expect(titles(sound, "failed")).toEqual([]);
  expect(sound.code).toBe(0);
  const passed = titles(sound, "passed");
  expect(passed).toContain("pulumi/listAgentPools/answers-as-documented");
  expect(passed).toContain("agentsmesh/listRunners/lists-every-runner");
  expect(passed.filter((title) => title === last)).toHaveLength(3);
  const pulumi = (await loadSuite("pulumi")).checks.map(({ id }) => id);
  expect(passed.filter((title) => title.startsWith("pulumi/")).sort()).toEqual(pulumi.sort());
});

test("a wrong server fails the tests of its checks, with requirement and curl line", async () => {
  const { code, stdout, stderr } = await vitest("run", "broken");
  const text = `${stdout}${stderr}`;
  expect(code).toBe(1);
  expect(text).toMatch(/FAIL.*pulumi\/getAgentPool\/refuses-unknown-pool-id/);
  expect(text).toMatch(/fail: The server MUST refuse/);
  expect(text).toMatch(/curl .*\$POOLPROOF_TOKEN/);
});

test("what could not be judged is skipped, and the last test fails for it", async () => {
  const result = await resultOf("unverified.json", "run", "unverified");
  expect(result.code).toBe(1);
  expect(titles(result, "failed")).toEqual([last]);
  expect(titles(result, "skipped").concat(titles(result, "pending"))).toContain(
    "terraform/deleteAgent/refuses-busy-agent",
  );
});

test("some of the checks run alone, by vitest's own filter", async () => {
  const result = await resultOf("filtered.json", "run", "sound", "-t", "listAgentPools/answers-as-documented");
  expect(result.code).toBe(0);
  expect(titles(result, "passed")).toEqual(["pulumi/listAgentPools/answers-as-documented"]);
});

test("the files are shared out by --shard, and the blobs merged to one report", async () => {
  for (const index of [1, 2]) {
    const shard = [`--shard=${index}/2`, "--reporter=blob", `--outputFile=blobs/blob-${index}.json`];
    expect(await vitest("run", "sound", ...shard)).toMatchObject({ code: 0 });
  }
  const merged = await resultOf("merged.json", "--mergeReports=blobs");
  expect(merged.code).toBe(0);
  expect(titles(merged, "passed").sort()).toEqual(titles(sound, "passed").sort());
});
