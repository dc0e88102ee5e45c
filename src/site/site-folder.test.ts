import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { UsageError } from "../commands/usage-error.ts";
import { findFolder, replaceSiteFolder } from "./site-folder.ts";

let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "poolproof-site-"));
});

afterEach(() => rm(parent, { recursive: true }));

const at = (...names: string[]) => join(parent, ...names);

const contentOf = async (folder: string) => (await readdir(folder, { recursive: true })).sort();

test("makes a folder that is not there, with the folders above it", async () => {
  const folder = await replaceSiteFolder(at("a/b/site"), new Map([["guides/index.html", "<p>"]]));
  expect(folder).toBe(at("a/b/site"));
  expect(await contentOf(folder)).toEqual([".poolproof-site", "guides", "guides/index.html"]);
});

test("lets everybody in whom the user's own folders let in, such as a web server", async () => {
  await mkdir(at("own"));
  const folder = await replaceSiteFolder(at("site"), new Map([["index.html", ""]]));
  expect((await stat(folder)).mode).toBe((await stat(at("own"))).mode);
});

test("replaces an earlier site as a whole, and leaves nothing beside it", async () => {
  await replaceSiteFolder(at("site"), new Map([["old.html", "old"]]));
  await replaceSiteFolder(at("site"), new Map([["new.html", "new"]]));
  expect(await contentOf(at("site"))).toEqual([".poolproof-site", "new.html"]);
  expect(await readdir(parent)).toEqual(["site"]);
});

test("takes an empty folder", async () => {
  await mkdir(at("site"));
  await replaceSiteFolder(at("site"), new Map([["index.html", ""]]));
  expect(await contentOf(at("site"))).toEqual([".poolproof-site", "index.html"]);
});

test("writes where a link leads, and keeps the link", async () => {
  await mkdir(at("real"));
  await symlink(at("real"), at("link"));
  await replaceSiteFolder(at("link"), new Map([["index.html", ""]]));
  expect(await contentOf(at("real"))).toEqual([".poolproof-site", "index.html"]);
});

test("leaves an earlier site as it was if not all can be written", async () => {
  await replaceSiteFolder(at("site"), new Map([["index.html", "first"]]));
  const impossible = new Map([
    ["index.html", "second"],
    ["index.html/below-a-file", ""],
  ]);
  await expect(replaceSiteFolder(at("site"), impossible)).rejects.toThrow(UsageError);
  expect(await readFile(at("site/index.html"), "utf8")).toBe("first");
  expect(await readdir(parent)).toEqual(["site"]);
});

test.each([
  { given: "foreign", want: "is not empty and holds no earlier site: name another folder with --out." },
  { given: "foreign/notes.txt", want: "is a file: name a folder with --out." },
  { given: "foreign/notes.txt/below", want: "cannot be written (ENOTDIR): name another folder with --out." },
  { given: ".", want: "is the folder that you are in, or one above it: name one below, such as --out site." },
  { given: "..", want: "is the folder that you are in, or one above it: name one below, such as --out site." },
])("refuses $given, and says what to do", async ({ given, want }) => {
  await mkdir(at("foreign"));
  await writeFile(at("foreign/notes.txt"), "mine");
  const named = given.startsWith(".") ? given : at(given);
  await expect(findFolder(named)).rejects.toThrow(new UsageError(`${named} ${want}`));
  expect(await readFile(at("foreign/notes.txt"), "utf8")).toBe("mine");
});
