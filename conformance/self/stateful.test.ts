import { expect, test } from "vitest";
import { type ConformanceOptions, runConformance } from "../run-conformance.ts";
import { createStatefulStub, type StubFault } from "./stateful-stub.ts";

const options = (fault?: StubFault): ConformanceOptions => ({
  api: "pulumi",
  url: "http://stub.test",
  organization: "acme",
  token: "stub-token",
  without: ["agents"],
  fetch: createStatefulStub(fault),
});

test("a server with a memory conforms, and nothing of ours is left in it", async () => {
  const fetch = createStatefulStub();
  const report = await runConformance({ ...options(), fetch });
  expect(
    report.checks.filter(({ verdict }) => verdict !== "pass").map(({ id, verdict }) => `${verdict} ${id}`),
  ).toEqual(["skipped pulumi/getAgentPool/answers-as-documented"]);
  expect(report.conclusion).toBe("conforms");
  expect(report.leftovers).toEqual([]);
  const left = await fetch(
    new Request("http://stub.test/orgs/acme/agent-pools", { headers: { Authorization: "token stub-token" } }),
  );
  expect(await left.json()).toMatchObject({ agentPools: [{ name: "theirs" }] });
});

test.each<{ fault: StubFault; check: string; finding: object }>([
  {
    fault: "creates-though-refusing",
    check: "pulumi/createAgentPool/refuses-malformed-json",
    finding: { got: expect.stringContaining('""') },
  },
  {
    fault: "renames-though-refusing",
    check: "pulumi/updateAgentPool/refuses-wrong-type-name",
    finding: { got: expect.stringContaining("renamed") },
  },
  {
    fault: "deletes-though-refusing",
    check: "pulumi/deleteAgentPool/keeps-all-when-refusing",
    finding: { got: expect.stringContaining("404") },
  },
  {
    fault: "shows-though-refusing",
    check: "pulumi/listAgentPools/refuses-bad-token",
    finding: { pointer: "/agentPools", expected: "no data in a refusal" },
  },
])("a server that $fault does not conform", async ({ fault, check, finding }) => {
  const report = await runConformance(options(fault));
  const result = report.checks.find(({ id }) => id === check);
  expect(result?.verdict).toBe("fail");
  expect(result?.findings).toContainEqual(expect.objectContaining({ level: "MUST", ...finding }));
  expect(report.conclusion).toBe("does not conform");
});
