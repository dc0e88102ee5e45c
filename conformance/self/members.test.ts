import { beforeAll, describe, expect, test } from "vitest";
import { type ApiId, apiIds } from "../../src/apis/index.ts";
import type { Alteration } from "../../src/reference/alteration.ts";
import type { Stores } from "../../src/reference/services.ts";
import { combine, shown } from "../proof/alterations.ts";
import { tryServer } from "../proof/rig.ts";
import { listNeverSeen, type NeverSeen } from "../results/never-seen.ts";
import type { Report } from "../results/report.ts";
import { loadSuite } from "../suites.ts";

/** What a full run against the reference server does not show of successes, by operation. */
const neverSeen: Readonly<Record<ApiId, Readonly<Record<string, readonly string[]>>>> = {
  terraform: {
    // A pool that was just created runs no workspaces, and none can be given to it here.
    createAgentPool: [
      "property /data/relationships/workspaces/data/*/id",
      "property /data/relationships/workspaces/data/*/type",
    ],
    updateAgentPool: [
      "property /data/relationships/workspaces/data/*/id",
      "property /data/relationships/workspaces/data/*/type",
    ],
    // The reference answers 204.
    deleteAgentPool: ["status 200"],
  },
  scalr: {
    listAgentPools: [
      "null /data/*/relationships/account",
      "null /data/*/relationships/account/data",
      "null /data/*/relationships/agents/data",
      "null /data/*/relationships/environment/data",
      "null /data/*/relationships/workspaces",
      "null /data/*/relationships/workspaces/data",
      "property /included/*/links",
      "null /links/self",
      "property /links/self/href",
      "null /links/first",
      "property /links/first/href",
      "property /links/prev/href",
      "property /links/next/href",
      "null /links/last",
      "property /links/last/href",
    ],
    createAgentPool: [
      "null /data/relationships/account",
      "null /data/relationships/account/data",
      "property /data/relationships/agents/data",
      "null /data/relationships/environment/data",
      "null /data/relationships/workspaces",
      "null /data/relationships/workspaces/data",
      "property /included/*/links",
    ],
    getAgentPool: [
      "null /data/relationships/account",
      "null /data/relationships/account/data",
      "null /data/relationships/agents/data",
      "null /data/relationships/environment/data",
      "null /data/relationships/workspaces",
      "null /data/relationships/workspaces/data",
      "property /included/*/links",
    ],
    updateAgentPool: [
      "null /data/relationships/account",
      "null /data/relationships/account/data",
      "property /data/relationships/agents/data",
      "null /data/relationships/environment/data",
      "null /data/relationships/workspaces",
      "null /data/relationships/workspaces/data",
      "property /included/*/links",
    ],
  },
  pulumi: { deleteAgentPool: ["parameter force"] },
  agentsmesh: {
    // What is available is online and was heard of.
    listAvailableRunners: [
      "value /runners/*/status offline",
      "value /runners/*/status busy",
      "null /runners/*/last_heartbeat_at",
    ],
  },
};

/** What the refusals of no operation show, under any status. */
const neverInRefusals: Readonly<Record<ApiId, readonly string[]>> = {
  terraform: [
    "/errors/*/code",
    "/errors/*/id",
    "/errors/*/links",
    "/errors/*/meta",
    "/errors/*/source/header",
    "/jsonapi",
    "/links",
    "/meta",
  ],
  scalr: [
    "/errors/*/code",
    "/errors/*/id",
    "/errors/*/links",
    "/errors/*/meta",
    "/errors/*/source/header",
    "/jsonapi",
    "/links",
    "/meta",
  ],
  pulumi: [],
  agentsmesh: ["/error/code", "/error/message"],
};

const lineOf = ({ kind, name, value = "" }: NeverSeen) => `${kind} ${name} ${value}`.trim();
const isRefusal = ({ status = "2" }: { readonly status?: string }) => !status.startsWith("2");

/** Runs a suite against its reference server, with a difference. */
async function runOn<Id extends ApiId>(api: Id, alteration: Alteration<Stores[Id]> = {}): Promise<Report> {
  return tryServer(await loadSuite(api), api, { alteration });
}

describe.each(apiIds)("a full run against the reference server of %s", (api) => {
  let report: Report;

  beforeAll(async () => {
    report = await runOn(api);
  });

  test("sees everything that is documented of successes, but for what is listed here", () => {
    const { coverage } = report;
    const listed = listNeverSeen(coverage).filter((each) => !isRefusal(each));
    const byOperation = Map.groupBy(listed, ({ operation }) => operation);
    const lines = [...byOperation].map(([operation, each]) => [operation, each.map(lineOf)]);
    expect(Object.fromEntries(lines)).toEqual(neverSeen[api]);
    expect(coverage.flatMap(({ properties }) => properties).filter(({ seen }) => seen > 0).length).toBeGreaterThan(20);
  });

  test("sees everything that refusals are documented to hold, but for what is listed here", () => {
    const { coverage } = report;
    const properties = coverage.flatMap((each) => each.properties).filter(isRefusal);
    const seen = new Set(properties.filter((each) => each.seen > 0).map(({ pointer }) => pointer));
    const unseen = new Set(properties.map(({ pointer }) => pointer).filter((pointer) => !seen.has(pointer)));
    // Nor what would be in them.
    const topmost = [...unseen].filter((pointer) => ![...unseen].some((other) => pointer.startsWith(`${other}/`)));
    expect(topmost.toSorted()).toEqual(neverInRefusals[api]);
  });

  test("finds no drift", () => {
    expect(report.drift).toEqual([]);
  });
});

test("a server that calls a member by another name has it once in each operation", async () => {
  // biome-ignore lint/suspicious/noExplicitAny: a body of the reference, to be changed
  const rename = ({ created, ...pool }: any) => ({ ...pool, createdAt: created });
  const { drift } = await runOn(
    "pulumi",
    combine(
      shown("listAgentPools", ({ agentPools }) => ({ agentPools: agentPools.map(rename) })),
      shown("getAgentPool", rename),
    ),
  );
  const renamed = { kind: "renamed", documented: "created", found: "createdAt", count: expect.any(Number) };
  expect(drift).toEqual([
    { operation: "listAgentPools", at: "/agentPools/*", ...renamed },
    { operation: "getAgentPool", at: "", ...renamed },
  ]);
});

test("a server that calls the key of a pod otherwise, and leaves out one thing and adds another, shows just that", async () => {
  const { drift, conclusion } = await runOn(
    "agentsmesh",
    shown("listRunnerPods", ({ pods, ...page }) => ({
      ...page,
      // biome-ignore lint/suspicious/noExplicitAny: a body of the reference, to be changed
      pods: pods.map(({ key, created_at, ...pod }: any) => ({ ...pod, pod_key: key, branch: "main" })),
    })),
  );
  expect(conclusion).toBe("does not conform");
  const [{ count } = { count: 0 }] = drift;
  expect(count).toBeGreaterThan(100);
  const at = { operation: "listRunnerPods", at: "/pods/*", count };
  expect(drift).toEqual([
    { kind: "renamed", documented: "key", found: "pod_key", ...at },
    { kind: "missing", documented: "created_at", ...at },
    { kind: "undocumented", found: "branch", ...at },
  ]);
});
