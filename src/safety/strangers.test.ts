import { expect, test } from "vitest";
import { suiteDescriptions } from "../../conformance/suites.ts";
import { type ApiId, apiIds } from "../apis/index.ts";
import { valueAt } from "../contract/json-pointer.ts";
import { referenceData } from "../reference/reference-data.ts";
import type { Stores } from "../reference/services.ts";
import { openTrial } from "./trial.ts";
import type { Meddle } from "./watched-server.ts";

const writingApis = ["terraform", "scalr", "pulumi"] as const;
type WritingApi = (typeof writingApis)[number];

/** Pools that look like those of a run, but of another one. */
function seedNeighbour<Id extends ApiId>(store: Stores[Id]): void {
  if (!("pools" in store)) return;
  const pools = store.pools as Map<string, { readonly id: string; readonly name: string }>;
  const [model] = pools.values();
  for (const [index, name] of ["poolproof-", "poolproof-x", "poolproof-00000-0000-pool"].entries()) {
    const id = model?.id.replace(/.$/, String(index)) ?? "";
    pools.set(id, { ...model, id, name });
  }
}

test.each(apiIds)("everything in a target of %s is the same after a full run", async (api) => {
  const { run, server, scratch } = await openTrial(api, { seed: seedNeighbour });
  const before = server.state();
  expect((await run()).code).toBe(3);
  expect(server.asked.length).toBeGreaterThan(100);
  expect(server.state()).toBe(before);
  expect(await scratch.files()).toEqual([]);
});

test("of what is named as fixtures only that is gone which is named for it", async () => {
  const { run, server, fixtureFlags } = await openTrial("terraform");
  const before = server.state();
  const agents = new Map(server.store.agents);
  await run([
    ...fixtureFlags,
    "--only",
    "terraform/deleteAgent/,terraform/deleteAgentPool/,terraform/updateAgentPool/",
  ]);
  const gone = [...agents.values()].filter(({ id }) => !server.store.agents.has(id));
  const named: readonly string[] = referenceData.terraform.fixtures.deletableAgent;
  expect(gone.length).toBeGreaterThan(0);
  expect(named).toEqual(expect.arrayContaining(gone.map(({ id }) => id)));
  // Put back in their places, everything is as it was.
  server.store.agents.clear();
  for (const [id, agent] of agents) server.store.agents.set(id, agent);
  expect(server.state()).toBe(before);
});

/** Answers creations, which are carried out, with an id that `choose` makes of the true one. */
function answerWithId(api: WritingApi, choose: (id: string, pools: ReadonlyMap<string, unknown>) => string) {
  const pointer = suiteDescriptions[api].own?.creation.id ?? "";
  const meddle: Meddle<Stores[WritingApi]> = async ({ operation }, answer, { pools }) => {
    const response = await answer();
    if (operation !== "createAgentPool" || !response.ok) return response;
    const { status, headers } = response;
    const text = await response.text();
    const id = String(valueAt(JSON.parse(text), pointer));
    return new Response(text.replaceAll(id, choose(id, pools)), { status, headers });
  };
  return meddle;
}

test.each(writingApis)(
  "a pool of somebody else is safe from a server of %s that gives its id to what is created",
  async (api) => {
    const { run, cleanup, server, scratch } = await openTrial(api, {
      meddle: answerWithId(api, (_, pools) => firstOf(pools)),
    });
    const first = firstOf(server.store.pools);
    const before = server.state();
    const { code } = await run(["--only", onlyWriting(api)]);
    expect(server.changes).toContain(`+${first}`);
    expect(server.asked.filter(({ method, path }) => method !== "GET" && path.endsWith(first))).toEqual([]);
    expect([1, 3]).toContain(code);
    expect(server.state()).toBe(before);
    // Nobody can tell whether it was made under another name; whoever has looked at it says so.
    expect(scratch.ledgers()).toHaveLength(1);
    expect(await cleanup()).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`left behind  ${first} (it does not bear the run's name, so it was left alone`),
    });
    expect(server.state()).toBe(before);
    await cleanup(["--forget"]);
    expect(await scratch.files()).toEqual([]);
  },
);

test.each(writingApis)(
  "nothing is left and nothing else gone of a server of %s that gives the same id twice",
  async (api) => {
    let given: string | undefined;
    const { run, server, scratch } = await openTrial(api, {
      meddle: answerWithId(api, (id, pools) => {
        // As long as what it was given to first is there.
        if (given === undefined || !pools.has(given)) given = id;
        return given;
      }),
    });
    const before = server.state();
    const { code } = await run(["--only", onlyWriting(api)]);
    expect(server.changes.some((change, index) => server.changes.indexOf(change) < index)).toBe(true);
    expect([1, 3]).toContain(code);
    expect(server.state()).toBe(before);
    expect(await scratch.files()).toEqual([]);
  },
);

/** Keeps names in other letters than they were given in. */
const inCapitals: Meddle<Stores[WritingApi]> = async (_, answer, { pools }) => {
  const response = await answer();
  const named = pools as Map<string, { readonly name: string }>;
  for (const [id, pool] of named)
    if (pool.name.startsWith("poolproof-")) named.set(id, { ...pool, name: pool.name.toUpperCase() });
  return response;
};

test.each(writingApis)("nothing is left of a server of %s that changes names, which is found", async (api) => {
  const { run, server, scratch } = await openTrial(api, { meddle: inCapitals });
  const before = server.state();
  const { code, stdout } = await run(["--only", onlyWriting(api)]);
  expect(server.changes.length).toBeGreaterThan(10);
  expect(code).toBe(1);
  expect(stdout).toMatch(/"poolproof-.*"POOLPROOF-/);
  expect(server.state()).toBe(before);
  expect(await scratch.files()).toEqual([]);
});

const onlyWriting = (api: WritingApi) =>
  ["createAgentPool", "updateAgentPool", "deleteAgentPool"].map((operation) => `${api}/${operation}/`).join();

function firstOf(pools: ReadonlyMap<string, unknown>): string {
  const [id = ""] = pools.keys();
  return id;
}
