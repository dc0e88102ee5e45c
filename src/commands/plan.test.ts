import { afterEach, describe, expect, test, vi } from "vitest";
import type { ConformanceOptions } from "../../conformance/run-conformance.ts";
import { budgetLine, plan } from "./plan.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

async function planOf(...runs: readonly ConformanceOptions[]) {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const code = await plan(runs);
  return { code, text: write.mock.calls.map(([text]) => text).join("") };
}

describe("the budget", () => {
  test.each<{ given: Partial<ConformanceOptions>; want: RegExp }>([
    { given: {}, want: /^\d+ checks, about \d{3} requests$/ },
    { given: { only: ["pulumi/getAgentPool/survives-head"] }, want: /^1 check, about [1-9] requests$/ },
    { given: { rate: 10 }, want: /^\d+ checks, about \d{3} requests, at 10 a second not before \d\d s$/ },
    { given: { rate: 0.1 }, want: /, at 0.1 a second not before \d\d+ min$/ },
    { given: { only: ["pulumi/none"] }, want: /^0 checks, about 0 requests$/ },
  ])("of $given is told in a line", async ({ given, want }) => {
    expect((await budgetLine({ api: "pulumi", ...given })).text).toMatch(want);
  });

  test("of all shards is that of the whole", async () => {
    const counts = async (options: Partial<ConformanceOptions>) => {
      const { text } = await budgetLine({ api: "scalr", ...options });
      return (text.match(/\d+/g) ?? []).map(Number);
    };
    const [a = [], b = []] = await Promise.all([1, 2].map((index) => counts({ shard: { index, of: 2 } })));
    expect(a.map((count, place) => count + (b[place] ?? 0))).toEqual(await counts({}));
  });
});

describe("the plan", () => {
  test("tells what is sent, what of it writes, and what it is done to", async () => {
    const { code, text } = await planOf({ api: "pulumi", fixtures: { foreignPool: ["pool-1", "pool-2"] } });
    expect(code).toBe(0);
    expect(text).toMatch(/^Pulumi Cloud {2}http:\/\/127\.0\.0\.1:\d+\/api {2}profile full\n {2}http\S+ answers/);
    expect(text).toMatch(/^ +\d+ {2}writes {2}POST \/orgs\/\{organization\}\/agent-pools$/m);
    expect(text).toMatch(/^ +\d+ {10}GET \/orgs\/\{organization\}\/agent-pools$/m);
    expect(text).toContain("Named with --fixture: foreignPool = pool-1, pool-2");
    const rows = [...text.matchAll(/^ +(\d+) {2}(?:writes| {6}) {2}[A-Z]+ /gm)].map(([, count]) => Number(count));
    expect(text).toContain(`about ${rows.reduce((sum, count) => sum + count, 0)} requests;`);
  });

  test("names no writing request under a profile that only reads", async () => {
    const { text } = await planOf({ api: "terraform", profile: "read-only" });
    expect(text).toContain("About 0 of the requests write:");
    expect(text).not.toMatch(/ (?:writes|POST|PATCH|DELETE|PUT) /);
    expect(text).not.toContain("poolproof-");
  });

  test("of several suites comes suite by suite", async () => {
    const { text } = await planOf({ api: "pulumi" }, { api: "agentsmesh" });
    expect(text.match(/^\S.*profile full$/gm)).toHaveLength(2);
  });

  test("is refused for checks that there are not", async () => {
    await expect(planOf({ api: "pulumi", only: ["pulumi/none"] })).rejects.toMatchObject({
      name: "UsageError",
      message: "No check of pulumi begins with pulumi/none; poolproof checks pulumi lists them.",
    });
  });

  test("shows no token that stands in the address", async () => {
    const fetch = async () => Response.json({ agentPools: [] });
    const url = "http://pulumi.test/fake-token-1/api";
    const { text } = await planOf({ api: "pulumi", url, fetch, token: "fake-token-1", organization: "acme" });
    expect(text).toContain("http://pulumi.test/$POOLPROOF_TOKEN/api/orgs/acme/agent-pools answers");
    expect(text).not.toContain("fake-token-1");
  });
});
