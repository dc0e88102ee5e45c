import { describe, expect, test } from "vitest";
import { createScript, createSmallRun, reply } from "../self/small-suite.ts";
import { look } from "./look.ts";
import { sightFixtures } from "./sight-fixtures.ts";
import type { Suite } from "./suite.ts";
import type { Target } from "./target.ts";

const one = { path: { organization: "acme", box: "box-9" } };
const refusal = { message: "no" };
const sights: NonNullable<Suite["sights"]> = {
  busyAgent: async (context, box) =>
    (await look(context, "showBox", { path: { ...one.path, box } })).answer.status < 300,
};

/** A check against a server whose first answer is to the look at the fixture, before the check. */
async function openSighted(statuses: readonly number[], target: Partial<Target> = {}) {
  const answers = statuses.map((status) => reply(status, status < 300 ? { id: "box-9", name: "nine" } : refusal));
  const { fetch, asked } = createScript(...answers);
  const run = createSmallRun(fetch, { suite: { sights }, target: { fixtures: { busyAgent: ["box-9"] }, ...target } });
  await sightFixtures(run.context, { sights }, run.stock);
  return { ...run, asked };
}

describe("a fixture that names nothing", () => {
  const undecided = {
    verdict: "unverified",
    lacks: "busyAgent",
    message:
      "the fixture busyAgent=box-9 names nothing on this server (GET /api/orgs/acme/boxes/box-9 answered 404, and no list shows it): name another, or pass --without busyAgent",
  };

  test("leaves open what is asked of it, and is told once", async () => {
    const { context } = await openSighted([404, 404]);
    await expect(context.judge("showBox", one, "success")).rejects.toMatchObject(undecided);
    await expect(context.control("showBox", one)).rejects.toMatchObject(undecided);
    await expect(context.prepare("showBox", one)).rejects.toMatchObject(undecided);
    expect(context.findings).toEqual([]);
  });

  test.each([400, 403, 410, 422])("is told of a refusal with %i as well", async (status) => {
    const { context } = await openSighted([404, status]);
    await expect(context.judge("showBox", one, "success")).rejects.toMatchObject({ verdict: "unverified" });
  });

  test.each([401, 405, 500])("is no excuse for an answer %i", async (status) => {
    const { context } = await openSighted([404, status]);
    await context.judge("showBox", one, "success");
    expect(context.findings.length).toBeGreaterThan(0);
  });

  test("is no excuse where something else is asked for", async () => {
    const { context } = await openSighted([404, 404]);
    await context.judge("showBox", { path: { ...one.path, box: "box-1" } }, "success");
    expect(context.findings.length).toBeGreaterThan(0);
  });
});

test("what was there when the run began is missed when it is gone", async () => {
  const { context } = await openSighted([200, 404]);
  await context.judge("showBox", one, "success");
  expect(context.findings).toMatchObject([{ violation: { place: "status", level: "MUST" } }]);
});

test("weather while fixtures are looked for accuses nobody of having named them wrongly", async () => {
  const { context } = await openSighted([503, 503, 503, 404]);
  await context.judge("showBox", one, "success");
  expect(context.findings.length).toBeGreaterThan(0);
});

test("a stateless target is asked for no fixture", async () => {
  expect((await openSighted([404], { profile: "mock" })).asked).toEqual([]);
});
