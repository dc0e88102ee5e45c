import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import bundle from "../../generated/agentsmesh/openapi.json" with { type: "json" };
import { createMockSite } from "../mock/create-mock-site.ts";
import { createReferenceSite } from "../reference/create-reference-site.ts";
import { repositorySpec, specFile } from "./spec-source.ts";
import { watchSpecs } from "./watch-specs.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-spec-"));
  file = join(folder, "bundle.json");
});
afterEach(() => rm(folder, { recursive: true }));

/** The bundle with another path for its list. */
const moved = JSON.stringify(bundle, null, 2).replace('"/runners":', '"/machines":');
const listUrl = (name: string) => `http://mock.test/api/v1/ext/orgs/my-organization/${name}`;
const headers = { Authorization: "Bearer reference-token" };

test.each([
  { kind: "static", create: createMockSite },
  { kind: "stateful", create: createReferenceSite },
])("the $kind mock goes on with a spec that has changed, and keeps the old one if it is broken", async ({ create }) => {
  await writeFile(file, JSON.stringify(bundle));
  const source = specFile("agentsmesh", file, false);
  const site = await create(["agentsmesh"], { contracts: { agentsmesh: await source.read() } });
  const statusOf = async (name: string) => (await site.handle(new Request(listUrl(name), { headers }))).status;
  let tell: (line: string) => void = () => {};
  const nextLine = () => new Promise<string>((resolve) => (tell = resolve));
  const watching = watchSpecs([source], site.replace, (line) => tell(line));
  try {
    expect([await statusOf("runners"), await statusOf("machines")]).toEqual([200, 404]);

    let line = nextLine();
    await writeFile(file, moved);
    expect(await line).toBe(`${file} was read again and is in use.`);
    expect([await statusOf("runners"), await statusOf("machines")]).toEqual([404, 200]);

    line = nextLine();
    await writeFile(file, moved.replace('"operationId": "getRunner"', '"operationid": "getRunner"'));
    expect(await line).toMatch(/is broken, so the one before stays in use:\n.*bundle\.json:\d+:\d+: .*operationId/);
    expect(await statusOf("machines")).toBe(200);

    line = nextLine();
    await writeFile(`${file}.new`, JSON.stringify(bundle));
    await rename(`${file}.new`, file);
    expect(await line).toMatch(/is in use/);
    expect(await statusOf("runners")).toBe(200);
  } finally {
    watching.close();
  }
});

test("the specs of the repository are bundled as they were generated", async () => {
  const source = repositorySpec("agentsmesh");
  const contract = await source?.read();
  expect(contract?.operations.map(({ id }) => id)).toEqual(
    Object.values(bundle.paths).map(({ get: { operationId } }) => operationId),
  );
  expect(source?.watched.some(({ folder: watched }) => watched.endsWith("specs/agentsmesh"))).toBe(true);
});
