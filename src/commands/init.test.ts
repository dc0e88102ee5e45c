import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { apiIds } from "../apis/index.ts";
import { loadConfig } from "../config/load-config.ts";
import { complaintOf, openScratchFolder } from "../config/scratch-folder.ts";
import { starterConfig } from "../config/starter-config.ts";
import { init } from "./init.ts";

let folder: Awaited<ReturnType<typeof openScratchFolder>>;
beforeAll(async () => {
  folder = await openScratchFolder();
});
afterAll(() => folder.remove());
afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs it and answers what it printed. */
async function printed(flags: Parameters<typeof init>[1], api?: string): Promise<string> {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await init(api, flags);
  return write.mock.calls.map(([text]) => String(text)).join("");
}

const uncommentTargets = (text: string) => text.replaceAll(/^ {2}# /gm, "  ");
/** Members are commented out with one space after the mark, and begin with a word and a colon or with a list. */
const uncommentMembers = (text: string) => text.replaceAll(/^ {4}# (?=\w+:(?! ID,)|\s)/gm, "    ");

test("writes a configuration that loads without a mistake, and says what to do next", async () => {
  const file = join(folder.path, "first.yaml");
  const said = await printed({ file });
  expect(await loadConfig(file)).toMatchObject([{ name: "local", api: apiIds[0] }]);
  expect(said).toContain(`Wrote ${file} with one target, local, for terraform`);
  expect(said).toContain(`poolproof run --target local --config ${file}`);
  expect(said).toContain("export POOLPROOF_TOKEN=");
});

test("tells editors where the schema lies, seen from the file", async () => {
  const file = join(folder.path, "schema.yaml");
  await printed({ file });
  const [first] = (await readFile(file, "utf8")).split("\n");
  expect(first).toMatch(
    /^# yaml-language-server: \$schema=(\.\.\/)+.*node_modules\/poolproof\/dist\/src\/config\/poolproof\.schema\.json$/,
  );
});

test.each(apiIds)("has the target of %s ready, and a commented one for each other", async (api) => {
  const file = join(folder.path, `${api}.yaml`);
  const said = await printed({ file }, api);
  expect(await loadConfig(file)).toMatchObject([{ name: "local", api }]);
  expect(said).toContain(`one target, local, for ${api},`);

  const whole = uncommentMembers(uncommentTargets(await readFile(file, "utf8")));
  const targets = await loadConfig(await folder.write(whole));
  expect(targets.map((target) => target.api).toSorted()).toEqual([...apiIds].toSorted());
  expect(targets[0]?.waivers).toHaveLength(1);
});

test.each([
  { given: "terrafrom", says: 'There is no API "terrafrom"; did you mean terraform?' },
  { given: "github", says: 'There is no API "github"; there are terraform, scalr, pulumi, agentsmesh.' },
])("says of the API $given what there is, and writes nothing", async ({ given, says }) => {
  const file = join(folder.path, "never.yaml");
  expect(await complaintOf(init(given, { file }), file)).toBe(says);
  await expect(readFile(file)).rejects.toThrow("ENOENT");
});

test("loads with each commented target, and with each commented member", async () => {
  const text = await starterConfig("./poolproof.schema.json");
  expect((await loadConfig(await folder.write(text))).map(({ name }) => name)).toEqual(["local"]);

  const targets = uncommentTargets(text);
  const [first, ...others] = await loadConfig(await folder.write(targets));
  expect([first?.api, ...others.map(({ api }) => api)]).toEqual(apiIds);
  expect(others.map(({ name }) => name)).toEqual(apiIds.slice(1));

  const whole = await loadConfig(await folder.write(uncommentMembers(targets)));
  expect(whole[0]?.waivers).toHaveLength(1);
  expect(whole.map(({ flags }) => flags.fixture?.length ?? 0)).toEqual([6, 6, 3, 4]);
  expect(Object.keys(whole[0]?.flags ?? {}).toSorted()).toEqual([
    "ca",
    "concurrency",
    "fixture",
    "maxRequests",
    "organization",
    "profile",
    "rate",
    "strict",
    "timeout",
    "url",
    "without",
  ]);
});

test("overwrites only when told to, and leaves nothing else behind", async () => {
  const file = await folder.write("targets: mine");
  expect(await complaintOf(init(undefined, { file }), file)).toBe(
    "FILE is there already: name another with --file, or overwrite it with --force.",
  );
  expect(await readFile(file, "utf8")).toBe("targets: mine");
  await printed({ file, force: true });
  expect(await loadConfig(file)).toHaveLength(1);
  expect((await readdir(folder.path)).filter((name) => !name.endsWith(".yaml"))).toEqual([]);
});

test("says what to do where nothing can be written", async () => {
  const directory = join(folder.path, "folder.yaml");
  await mkdir(directory);
  await writeFile(join(directory, "kept"), "");
  expect(await complaintOf(init(undefined, { file: directory, force: true }), directory)).toBe(
    "FILE is a folder: name a file in it with --file.",
  );
  const below = join(folder.path, "missing", "poolproof.yaml");
  expect(await complaintOf(init(undefined, { file: below }), below)).toBe(
    "FILE cannot be written (ENOENT): name a file in a folder that exists.",
  );
});
