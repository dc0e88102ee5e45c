import { describe, expect, test } from "vitest";
import { type ApiId, apiIds, apis } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import { fillPath } from "../contract/route.ts";
import { createMistakeFinder } from "../front/mistakes.ts";
import { createReferenceHandler } from "./create-reference-handler.ts";
import { dataForms } from "./data-forms.ts";
import { type DataDocument, dataSchema, readData, storeOf } from "./read-data.ts";
import { referenceToken } from "./reference-data.ts";
import { sampleParams } from "./sample-params.ts";
import { services } from "./services.ts";

const neverReport = (pointer: string, text: string) => {
  throw new Error(`${pointer}: ${text}`);
};

describe.each(apiIds.map((id) => ({ id })))("the data of $id", ({ id }) => {
  test("come back as they were written", () => {
    const store = services[id].seed();
    const written = dataForms[id].write(store as never);
    expect(createMistakeFinder(dataSchema)(JSON.parse(JSON.stringify({ [id]: written })))).toEqual([]);
    expect(dataForms[id].read(written, neverReport)).toEqual(store);
  });

  test("are made up where only their number is given, and keep to the contract", async () => {
    const data = { [id]: id === "agentsmesh" ? { runners: [{ pods: 3 }, {}] } : { pools: [{ agents: 3 }, {}] } };
    const handler = await createReferenceHandler([id], undefined, { data });
    const contract = await loadContract(id);
    const [form] = Object.values(apis[id].authorization);
    const samples = sampleParams(dataForms[id].write(storeOf(id, data) as never));
    const reads = contract.operations.filter(({ method }) => method === "GET");
    for (const operation of reads) {
      const base = contract.basePaths[0]?.replace("{slug}", "my-organization");
      const url = `http://mock.test${base}${fillPath(operation.path, samples)}`;
      const response = await handler(
        new Request(url, { headers: { [form.header]: `${form.prefix}${referenceToken}` } }),
      );
      expect(response.status, operation.id).toBe(200);
      const [documented] = operation.responses;
      const schema = documented?.mediaTypes[0]?.schema;
      if (!documented || !schema) throw new Error(`${operation.id} documents no body`);
      expect(contract.judgeBody(documented, schema, await response.json()).violations, operation.id).toEqual([]);
    }
    expect(reads.length).toBeGreaterThan(1);
  });
});

const read = <Id extends ApiId>(id: Id, part: unknown) => {
  const outcome = readData({ [id]: part });
  if ("mistakes" in outcome) throw new Error(JSON.stringify(outcome.mistakes));
  const store = storeOf(id, outcome.document);
  if (!store) throw new Error("nothing was read");
  return store;
};

describe("what is read", () => {
  test("takes names alone, and any spelling of members", () => {
    const { pools, agents } = read("terraform", {
      pools: ["web", { name: "db", createdAt: "2026-03-04T05:06:07Z", agents: [{ Ip_Address: null }] }],
    });
    expect([...pools.values()].map(({ id, name, createdAt }) => [id, name, createdAt.toISOString()])).toEqual([
      ["apool-data0001", "web", "2026-01-01T00:00:00.000Z"],
      ["apool-data0002", "db", "2026-03-04T05:06:07.000Z"],
    ]);
    expect([...agents.values()]).toMatchObject([{ poolId: "apool-data0002", status: "idle", ipAddress: null }]);
  });

  test.each([
    { given: { busy: true }, want: ["busy"] },
    { given: { busy: true, agents: [{ status: "idle" }, { status: "errored" }] }, want: ["busy", "busy"] },
    { given: { busy: false, agents: [{ status: "busy" }, { status: "errored" }] }, want: ["idle", "errored"] },
  ])("makes a pool of terraform busy or not: $given", ({ given, want }) => {
    const { agents } = read("terraform", { pools: [given] });
    expect([...agents.values()].map(({ status }) => status)).toEqual(want);
  });

  test("finds what a pool of scalr refers to by name or id", () => {
    const { pools, workspaces } = read("scalr", {
      environments: ["blue", { id: "env-x", name: "green" }],
      workspaces: [{ name: "network", environment: "green" }],
      pools: [
        { name: "a", environment: "green", workspaces: ["network"] },
        { name: "a", environment: "blue" },
      ],
    });
    expect([...pools.values()].map(({ environmentId }) => environmentId)).toEqual(["env-x", "env-data0001"]);
    expect([...workspaces.values()]).toMatchObject([{ environmentId: "env-x", poolId: "apool-data0001" }]);
  });

  test("takes pulumi's moments as dates or milliseconds, and a pool's status", () => {
    const { pools } = read("pulumi", { pools: [{ created: 1_700_000_000_000, status: "online" }] });
    const [pool] = pools.values();
    expect(pool?.createdAt.getTime()).toBe(1_700_000_000_000);
    expect(pool?.agents.map(({ status }) => status)).toEqual(["online"]);
  });

  test("makes as many pods as an answer's pod_count says", () => {
    expect(read("agentsmesh", { runners: [{ name: "r", pod_count: 4 }] }).pods).toHaveLength(4);
  });

  test("lets the token into every organization that the data name", async () => {
    const handler = await createReferenceHandler(["terraform"], undefined, {
      data: { terraform: { pools: [{ name: "web", organization: "acme" }] } },
    });
    const ask = (token: string) =>
      handler(
        new Request("http://mock.test/api/v2/organizations/acme/agent-pools", {
          headers: { Authorization: `Bearer ${token}` },
        }),
      );
    expect((await (await ask("reference-token")).json()).data).toHaveLength(1);
    expect((await ask("other-token")).status).toBe(404);
  });

  test("leaves an API that is not named as it was", async () => {
    const handler = await createReferenceHandler(["terraform", "pulumi"], undefined, { data: { terraform: {} } });
    const state = await (await handler(new Request("http://mock.test/_poolproof/state"))).json();
    expect([state.terraform.pools.length, state.pulumi.pools.length]).toEqual([0, 17]);
  });
});

describe("what is refused", () => {
  test.each<{ given: DataDocument | Record<string, unknown>; pointer: string; says: RegExp }>([
    { given: { terrafrom: {} }, pointer: "/terrafrom", says: /unknown member "terrafrom"; did you mean "terraform"\?/ },
    { given: { terraform: { pools: [{ nam: "a" }] } }, pointer: "/terraform/pools/0/nam", says: /did you mean "name"/ },
    {
      given: { terraform: { pools: [{ createdAt: "2026-01-01T00:00:00Z", created_at: "2026-01-01T00:00:00Z" }] } },
      pointer: "/terraform/pools/0/created_at",
      says: /unknown member "created_at"; did you mean "created-at"/,
    },
    {
      given: { terraform: { pools: [{ name: "a b" }] } },
      pointer: "/terraform/pools/0/name",
      says: /text that matches/,
    },
    {
      given: { terraform: { pools: ["a", "a"] } },
      pointer: "/terraform/pools/1/name",
      says: /given to something else/,
    },
    {
      given: { terraform: { pools: "many" } },
      pointer: "/terraform/pools",
      says: /integer or array, got string "many"/,
    },
    {
      given: { terraform: { pools: [{ agents: [{ status: "bussy" }] }] } },
      pointer: "/terraform/pools/0/agents/0/status",
      says: /expected "idle".*did you mean "busy"\?/,
    },
    {
      given: { terraform: { pools: [{ "created-at": "yesterday" }] } },
      pointer: "/terraform/pools/0/created-at",
      says: /a date-time as in /,
    },
    {
      given: { terraform: { pools: [{ "created-at": "2026-01-01T00:00:00Z", createdAt: "2026-01-01T00:00:00Z" }] } },
      pointer: "/terraform/pools/0/createdAt",
      says: /unknown member/,
    },
    {
      given: { scalr: { pools: [{ environment: "nowhere" }] } },
      pointer: "/scalr/pools/0/environment",
      says: /no environment "nowhere"; there are my-environment \(env-svrcnchebt61e30\)/,
    },
    {
      given: { scalr: { pools: [{ workspaces: ["cache"] }, { workspaces: ["cache"] }] } },
      pointer: "/scalr/pools/1/workspaces/0",
      says: /linked to the pool apool-data0001 already/,
    },
    {
      given: { agentsmesh: { runners: [{ pods: ["p"] }, { pods: ["p"] }] } },
      pointer: "/agentsmesh/runners/1/pods/0/key",
      says: /"p" is given/,
    },
    { given: { pulumi: { pools: [{ id: "a" }, { id: "a" }] } }, pointer: "/pulumi/pools/1/id", says: /"a" is given/ },
  ])("at $pointer: $says", ({ given, pointer, says }) => {
    const outcome = readData(given);
    expect(outcome).toMatchObject({ mistakes: [{ pointer }] });
    expect("mistakes" in outcome && outcome.mistakes[0]?.text).toMatch(says);
  });
});
