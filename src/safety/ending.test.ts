import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { ReportDocument } from "../../conformance/results/report.ts";
import type { PulumiStore } from "../reference/pulumi/store.ts";
import { openTrial, type Started } from "./trial.ts";
import type { Meddle } from "./watched-server.ts";

/** Makes several pools and reads them. */
const manyPools = "pulumi/listAgentPools/lists-every-pool-once";
const forever = new Promise<never>(() => {});

/** What is deleted is each time what was created last. Answers how many there were. */
function expectReverse(changes: readonly string[]): number {
  const standing: string[] = [];
  for (const change of changes) {
    if (change.startsWith("+")) standing.push(change.slice(1));
    else expect(change.slice(1)).toBe(standing.pop());
  }
  expect(standing).toEqual([]);
  return changes.length / 2;
}

const isThere = ({ pools }: PulumiStore) => [...pools.values()].some(({ name }) => name.startsWith("poolproof-"));

describe("the last that was created is removed first", () => {
  test.each<{ given: string; meddle: Meddle<PulumiStore>; code: number }>([
    { given: "after success", meddle: async (_, answer) => answer(), code: 0 },
    {
      given: "after a failed check",
      meddle: async ({ operation }, answer) =>
        operation === "listAgentPools" ? Response.json({ agentPools: [] }) : answer(),
      code: 1,
    },
    {
      given: "after an answer that does not come",
      meddle: async ({ operation }, answer, store) =>
        operation === "listAgentPools" && isThere(store) ? forever : answer(),
      code: 3,
    },
  ])("$given", async ({ meddle, code }) => {
    const { run, server, scratch } = await openTrial("pulumi", { meddle });
    const before = server.state();
    expect(await run(["--only", manyPools, "--timeout", "300"])).toMatchObject({ code });
    expect(expectReverse(server.changes)).toBeGreaterThan(5);
    expect(server.state()).toBe(before);
    expect(await scratch.files()).toEqual([]);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("after %s", async (signal) => {
    const { startRun, server, scratch } = await openTrial("pulumi");
    const before = server.state();
    let started: Started | undefined;
    server.meddleWith(async ({ operation }, answer) => {
      if (operation === "createAgentPool" && server.changes.length === 2) {
        const told = started?.says(/Interrupted: removing/);
        started?.child.kill(signal);
        await told;
      }
      return answer();
    });
    started = startRun(["--only", manyPools]);
    const { code, stderr } = await started.outcome;
    expect({ code, says: stderr.match(/Interrupted/g)?.length }).toEqual({ code: 130, says: 1 });
    // The one under way as well, and none after it.
    expect(expectReverse(server.changes)).toBe(3);
    expect(server.state()).toBe(before);
    expect(await scratch.files()).toEqual([]);
  });
});

test("a creation whose answer does not come is found by its name, also after an interrupt", async () => {
  const { startRun, server, scratch } = await openTrial("pulumi");
  const before = server.state();
  let started: Started | undefined;
  server.meddleWith(async ({ operation }, answer) => {
    if (operation !== "createAgentPool") return answer();
    await answer();
    started?.child.kill("SIGINT");
    return forever;
  });
  started = startRun(["--only", manyPools, "--timeout", "500"]);
  expect(await started.outcome).toMatchObject({ code: 130 });
  expect(server.changes).toEqual([expect.stringMatching(/^-/)]);
  expect(server.state()).toBe(before);
  expect(await scratch.files()).toEqual([]);
});

test("a second interrupt ends at once, and leaves the rest to cleanup", async () => {
  const { startRun, cleanup, server, scratch } = await openTrial("pulumi");
  const before = server.state();
  let started: Started | undefined;
  server.meddleWith(async ({ operation }, answer) => {
    if (operation !== "createAgentPool" || server.changes.length < 2) return answer();
    const told = started?.says(/Once more to leave it behind/);
    started?.child.kill("SIGINT");
    await told;
    started?.child.kill("SIGINT");
    return forever;
  });
  started = startRun(["--only", manyPools]);
  expect(await started.outcome).toMatchObject({ code: 130, signal: null });
  expect(server.state()).not.toBe(before);
  expect(scratch.ledgers()).toHaveLength(1);
  server.meddleWith(async (_, answer) => answer());
  expect(await cleanup()).toMatchObject({ code: 0 });
  expect(server.state()).toBe(before);
});

test("what cannot be removed is named on the console and in the report, and stays written down", async () => {
  const { run, cleanup, server, scratch } = await openTrial("pulumi", {
    meddle: async ({ method }, answer) =>
      method === "DELETE" ? Response.json({ code: 403, message: "no" }, { status: 403 }) : answer(),
  });
  const before = server.state();
  const { code, stdout } = await run(["--only", "pulumi/createAgentPool/adds-one-pool", "--report", "json=run.json"]);
  const ids = server.changes.map((change) => change.slice(1));
  expect(ids.length).toBeGreaterThan(0);
  const reason = "deleteAgentPool was answered 403";
  for (const id of ids) expect(stdout).toContain(`left behind: ${id} (${reason})`);
  const report: ReportDocument = JSON.parse(await readFile(join(scratch.work, "run.json"), "utf8"));
  expect(report.runs[0]?.leftovers).toEqual(ids.map((what) => ({ what, reason })));
  expect(code).toBe(0);
  expect(scratch.ledgers()).toHaveLength(1);

  server.meddleWith(async (_, answer) => answer());
  expect(await cleanup()).toMatchObject({ code: 0 });
  expect(server.state()).toBe(before);
});

/** Every report says that the run was ended, and where there is room why. */
const toldEarly: readonly { readonly format: string; readonly says?: string }[] = [
  ...["json", "junit", "html", "markdown", "har"].map((format) => ({ format })),
  { format: "badge", says: "incomplete, ended early" },
];

test.each([
  {
    limit: ["--max-minutes", "0.02"],
    latencyMs: 40,
    says: "the run took longer than 0.02 minutes; --max-minutes N allows more",
  },
  {
    limit: ["--max-requests", "50"],
    latencyMs: 0,
    says: "the 50 requests allowed are used up; --max-requests N allows more",
  },
])("$limit.0 ends a run, which is incomplete then and leaves nothing behind", async ({ limit, latencyMs, says }) => {
  const { run, server, scratch } = await openTrial("pulumi", {
    meddle: async (_, answer) => {
      await delay(latencyMs);
      return answer();
    },
  });
  const before = server.state();
  const { code, stdout } = await run([
    ...limit,
    ...toldEarly.flatMap(({ format }) => ["--report", `${format}=${format}`]),
  ]);
  expect(code).toBe(3);
  expect(stdout).toContain(`  ended early: ${says}\n  incomplete: ended early, with `);
  for (const { format, says: told } of toldEarly)
    expect(await readFile(join(scratch.work, format), "utf8"), format).toContain(told ?? says);
  expect(server.changes.length).toBeGreaterThan(5);
  // The looks and deletions of the clean-up are beside the limit.
  expect(server.asked.length).toBeLessThan(120);
  expect(server.state()).toBe(before);
  expect(scratch.ledgers()).toEqual([]);
});
