import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ApiId } from "../apis/index.ts";
import { createReferenceServer, type ReferenceServer } from "./create-reference-server.ts";
import { openPersistFile } from "./persist-file.ts";
import { readDataFile } from "./read-data-file.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-persist-"));
  file = join(folder, "state.json");
});
afterEach(() => rm(folder, { recursive: true }));

const pools = "/organizations/my-organization/agent-pools";
const headers = { Authorization: "Bearer reference-token", "Content-Type": "application/vnd.api+json" };

async function create({ baseUrls }: ReferenceServer, name: string): Promise<{ status: number; id: string }> {
  const body = JSON.stringify({ data: { type: "agent-pools", attributes: { name } } });
  const response = await fetch(`${baseUrls.terraform}${pools}`, { method: "POST", headers, body });
  return { status: response.status, id: (await response.json()).data?.id };
}

async function namesIn({ baseUrls }: ReferenceServer): Promise<string[]> {
  const response = await fetch(`${baseUrls.terraform}${pools}?page[size]=100`, { headers });
  return (await response.json()).data.map((pool: { attributes: { name: string } }) => pool.attributes.name);
}

async function serving<T>(
  act: (server: ReferenceServer) => Promise<T>,
  options: { readonly apis?: readonly ApiId[]; readonly seed?: number; readonly data?: object } = {},
): Promise<T> {
  const server = await createReferenceServer({ apis: ["terraform"], persist: file, ...options });
  try {
    return await act(server);
  } finally {
    await server.close();
  }
}

test("a restart finds what was created, changed by the control API and deleted", async () => {
  await serving(async (server) => {
    await create(server, "kept");
    await fetch(`${server.baseUrls.terraform}/agent-pools/apool-seed0001`, { method: "DELETE", headers });
    await fetch(`${server.url}/_poolproof/state/terraform/agents/agent-seed0000`, {
      method: "PATCH",
      body: '{"status":"errored"}',
    });
  });
  await serving(async (server) => {
    const names = await namesIn(server);
    expect(names).toContain("kept");
    expect(names).toHaveLength(24);
    const agent = await fetch(`${server.baseUrls.terraform}/agents/agent-seed0000`, { headers });
    expect((await agent.json()).data.attributes.status).toBe("errored");
  });
});

test("a restart goes on with the seed where it was, and gives no id twice", async () => {
  const once = await serving(async (server) => [await create(server, "a"), await create(server, "b")], { seed: 3 });
  await rm(file);
  const first = await serving((server) => create(server, "a"), { seed: 3 });
  const second = await serving((server) => create(server, "b"), { seed: 3 });
  expect([first, second]).toEqual(once);
  expect(first.id).not.toBe(second.id);
});

test("what is kept goes before the data, until a reset", async () => {
  const options = { data: { terraform: { pools: ["from-data"] } } };
  await serving((server) => create(server, "later"), options);
  await serving(async (server) => {
    expect(await namesIn(server)).toEqual(["from-data", "later"]);
    await fetch(`${server.url}/_poolproof/reset`, { method: "POST" });
  }, options);
  expect(await serving(namesIn)).toEqual(["from-data"]);
});

test("an API that is not served this time keeps what it had", async () => {
  await serving((server) => create(server, "kept"));
  await serving(
    async ({ baseUrls }) => {
      const token = { Authorization: "token reference-token", "Content-Type": "application/json" };
      const body = '{"name":"also kept"}';
      await fetch(`${baseUrls.pulumi}/orgs/organization/agent-pools`, { method: "POST", headers: token, body });
    },
    { apis: ["pulumi"] },
  );
  expect(await serving(namesIn)).toContain("kept");
});

test("the file can be taken as --data", async () => {
  await serving((server) => create(server, "kept"));
  expect(JSON.stringify(await readDataFile(file))).toContain('"kept"');
});

test("many changes at once are all kept, and leave nothing beside the file", async () => {
  const names = Array.from({ length: 40 }, (_, index) => `at-once-${index}`);
  await serving(async (server) => {
    const created = await Promise.all(names.map((name) => create(server, name)));
    expect(new Set(created.map(({ status }) => status))).toEqual(new Set([201]));
  });
  expect(await serving(namesIn)).toEqual(expect.arrayContaining(names));
  expect(await readdir(folder)).toEqual(["state.json"]);
});

test("a change that cannot be kept is answered as a failure", async () => {
  await serving(async (server) => {
    await rm(folder, { recursive: true });
    const response = await fetch(`${server.baseUrls.terraform}/agent-pools/apool-seed0001`, {
      method: "DELETE",
      headers,
    });
    expect(response.status).toBe(500);
    expect((await response.json()).errors[0].detail).toMatch(
      /state\.json cannot be written \(ENOENT\): this is done, but not kept/,
    );
    await mkdir(folder);
    // The next change that can be kept brings the last one with it.
    await create(server, "later");
    expect(await readFile(file, "utf8")).not.toContain("apool-seed0001");
  });
});

test("what a killed process left half-written is removed", async () => {
  // No process has the highest id that there can be.
  await writeFile(join(folder, ".state.json.4194304.tmp"), '{"terraform":');
  await writeFile(join(folder, ".state.json.1.tmp"), "of a process that runs");
  const { release } = await openPersistFile(file);
  await release();
  expect(await readdir(folder)).toEqual([".state.json.1.tmp"]);
});

test("a link leads to the file, which has one server by whatever name", async () => {
  const name = join(folder, "link.json");
  await symlink("state.json", name);
  await writeFile(file, '{"terraform":{"pools":[]}}');
  await serving(async () => {
    await expect(openPersistFile(name)).rejects.toThrow(/link\.json is in use by another mock/);
  });
  const { keep, release } = await openPersistFile(name);
  await keep({ terraform: { pools: ["kept"] } });
  await release();
  expect((await lstat(name)).isSymbolicLink()).toBe(true);
  expect(await readFile(file, "utf8")).toContain('"kept"');
});

test("a file has one server at a time", async () => {
  await serving(async (server) => {
    await create(server, "kept");
    const second = createReferenceServer({ apis: ["terraform"], persist: file });
    await expect(second).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining(`in use by another mock (process ${process.pid}): end that one`),
    });
  });
  expect(await serving(namesIn)).toContain("kept");
});

test.each([
  { given: "4194304\n", what: "a process that lives no more" },
  { given: `${process.pid}\n`, what: "an earlier process of the same id" },
  { given: "", what: "nobody" },
])("a lock of $what does not hinder", async ({ given }) => {
  await writeFile(join(folder, ".state.json.lock"), given);
  await serving((server) => create(server, "kept"));
  expect(await readdir(folder)).toEqual(["state.json"]);
});

test("a lock is given back when the server cannot be started", async () => {
  const options = { apis: ["terraform"], persist: file, data: { terraform: { pols: 1 } } } as const;
  await expect(createReferenceServer(options)).rejects.toThrow(/did you mean "pools"/);
  expect(await readdir(folder)).toEqual([]);
});

describe("a damaged file is one clear message, and left as it is", () => {
  test.each([
    { given: "", says: /state\.json:1:1: \/: expected the data of the APIs, got nothing/ },
    { given: '{"terraform": {"pools": [', says: /state\.json:1:\d+: / },
    { given: '{"terraform":\n{"pools": 3.5}}', says: /state\.json:2:2: \/terraform\/pools: expected integer or array/ },
    { given: "just text", says: /state\.json:1:1: \/: expected object, got string "just text"/ },
    { given: '{"terraform":{"pools":["a","a"]}}', says: /pools\/1\/name: / },
  ])("$given", async ({ given, says }) => {
    await writeFile(file, given);
    const opening = openPersistFile(file);
    await expect(opening).rejects.toThrow(says);
    await expect(opening).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringMatching(/left as it is/),
    });
    expect(await readFile(file, "utf8")).toBe(given);
  });
});

test.each([
  { given: "no/folder/state.json", says: /there is no folder .*no\/folder; make it first/ },
  { given: ".", says: /is a folder: name a file in it/ },
])("a place that cannot be written to is one clear message: $given", async ({ given, says }) => {
  await expect(openPersistFile(join(folder, given))).rejects.toThrow(says);
});
