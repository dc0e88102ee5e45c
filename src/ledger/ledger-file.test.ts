import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createLedgerFile, openLedgerDirectory, readLedgers } from "./ledger-file.ts";

const header = {
  api: "pulumi",
  url: "http://127.0.0.1:8080/api",
  data: { organization: "acme" },
  tokenVariable: "POOLPROOF_TOKEN",
  namePrefix: "poolproof-abcde-",
  startedAt: "2026-01-02T03:04:05.000Z",
} as const;
const url = "http://127.0.0.1:8080/api/orgs/acme/agent-pools";
const name = "poolproof-abcde-pulumi.jsonl";

async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "poolproof-ledger-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test("there is no file until something is about to be created", async () => {
  const folder = await scratchFolder();
  const journal = createLedgerFile(folder, header);
  expect(await readdir(folder)).toEqual([]);
  journal.expect();
  journal.expect();
  expect(await readdir(folder)).toEqual([name]);
  expect((await readLedgers(folder)).ledgers).toEqual([
    {
      file: join(folder, name),
      header: { version: 1, ...header, pid: process.pid, host: expect.any(String) },
      entries: [],
    },
  ]);
  journal.close(true);
});

test("each line is there as soon as it is written", async () => {
  const folder = await scratchFolder();
  const journal = createLedgerFile(folder, header);
  const entries = async () => (await readLedgers(folder)).ledgers[0]?.entries.map(({ id }) => id);
  journal.expect();
  journal.created("a", url);
  expect(await entries()).toEqual(["a"]);
  journal.created("b", url);
  journal.removed("a");
  journal.removed("never-created");
  expect(await entries()).toEqual(["b"]);
  journal.close(false);
});

test("the file is for nobody else's eyes, and holds no token", async () => {
  const folder = await scratchFolder();
  const journal = createLedgerFile(folder, header);
  journal.expect();
  expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
  expect(await readFile(join(folder, name), "utf8")).toMatch(/"tokenVariable":"POOLPROOF_TOKEN"/);
  journal.close(true);
});

test.each([
  { isClean: true, want: [] },
  { isClean: false, want: [name] },
])("a run that is over leaves $want", async ({ isClean, want }) => {
  const folder = await scratchFolder();
  const journal = createLedgerFile(folder, header);
  journal.expect();
  journal.created("a", url);
  journal.close(isClean);
  journal.close(isClean);
  expect(await readdir(folder)).toEqual(want);
});

test("a run that created nothing closes nothing", async () => {
  const folder = await scratchFolder();
  createLedgerFile(folder, header).close(true);
  expect(await readdir(folder)).toEqual([]);
});

test("a file that somebody has removed meanwhile is no trouble", async () => {
  const folder = await scratchFolder();
  const journal = createLedgerFile(folder, header);
  journal.expect();
  await rm(join(folder, name));
  expect(() => journal.close(true)).not.toThrow();
});

test("the ledger of another run is never written to", async () => {
  const folder = await scratchFolder();
  const journal = createLedgerFile(folder, header);
  journal.expect();
  expect(() => createLedgerFile(folder, header).expect()).toThrow(expect.objectContaining({ code: "EEXIST" }));
  journal.close(true);
});

test("the oldest ledger comes first, and what cannot be read is named", async () => {
  const folder = await scratchFolder();
  const later = { ...header, namePrefix: "poolproof-aaaaa-", startedAt: "2026-02-01T00:00:00.000Z" };
  for (const each of [later, header]) createLedgerFile(folder, each).expect();
  await mkdir(join(folder, "poolproof-folder.jsonl"));
  await writeFile(join(folder, "poolproof-empty.jsonl"), "");
  await writeFile(join(folder, "notes.txt"), "of somebody");
  const { ledgers, unreadable } = await readLedgers(folder);
  expect(ledgers.map((each) => each.header.namePrefix)).toEqual(["poolproof-abcde-", "poolproof-aaaaa-"]);
  expect(unreadable.toSorted()).toEqual(["empty", "folder"].map((each) => join(folder, `poolproof-${each}.jsonl`)));
});

test("where there is no folder there are no ledgers, and where there is a file that is told", async () => {
  const folder = await scratchFolder();
  expect(await readLedgers(join(folder, "none"))).toEqual({ ledgers: [], unreadable: [] });
  await writeFile(join(folder, "file"), "");
  await expect(readLedgers(join(folder, "file"))).rejects.toMatchObject({ code: "ENOTDIR" });
});

test("a folder for ledgers is made with all above it, and is left empty", async () => {
  const folder = join(await scratchFolder(), "a/b");
  await openLedgerDirectory(folder);
  await openLedgerDirectory(folder);
  expect(await readdir(folder)).toEqual([]);
  expect((await stat(folder)).mode & 0o077).toBe(0);
});

test.each(["file", "file/below"])("%s is no folder for ledgers", async (place) => {
  const folder = await scratchFolder();
  await writeFile(join(folder, "file"), "");
  await expect(openLedgerDirectory(join(folder, place))).rejects.toMatchObject({ code: expect.stringMatching(/^E/) });
});
