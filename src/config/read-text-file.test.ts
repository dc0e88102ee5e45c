import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTextFile } from "./read-text-file.ts";
import { complaintOf, openScratchFolder } from "./scratch-folder.ts";

let folder: Awaited<ReturnType<typeof openScratchFolder>>;
beforeAll(async () => {
  folder = await openScratchFolder();
});
afterAll(() => folder.remove());

test.each([
  { given: "keeps what is not ASCII", bytes: Buffer.from("é 漢"), want: "é 漢" },
  { given: "drops a byte order mark", bytes: Buffer.from("\ufeffa: 1"), want: "a: 1" },
  { given: "takes an empty file", bytes: Buffer.alloc(0), want: "" },
  { given: "takes a file of one MiB", bytes: Buffer.alloc(1024 * 1024, "a"), want: "a".repeat(1024 * 1024) },
])("$given", async ({ bytes, want }) => {
  expect((await readTextFile(await folder.write(bytes), "write it")) === want).toBe(true);
});

test.each([
  { given: "UTF-16", bytes: Buffer.from("\ufefftargets:", "utf16le"), want: "FILE is not text in UTF-8: save it so." },
  { given: "a stray byte", bytes: Buffer.from([0x61, 0xff]), want: "FILE is not text in UTF-8: save it so." },
  {
    given: "one byte over one MiB",
    bytes: Buffer.alloc(1024 * 1024 + 1, "a"),
    want: "FILE is larger than 1 MiB: name the file that you wrote for Poolproof.",
  },
])("refuses $given", async ({ bytes, want }) => {
  const file = await folder.write(bytes);
  expect(await complaintOf(readTextFile(file, "write it"), file)).toBe(want);
});

test("says what to do about a file that is missing, a folder, or below a file", async () => {
  const missing = join(folder.path, "missing.yaml");
  expect(await complaintOf(readTextFile(missing, "write it"), missing)).toBe("There is no file FILE: write it.");
  expect(await complaintOf(readTextFile(folder.path, "write it"), folder.path)).toBe(
    "FILE is a folder: name the file in it.",
  );
  const below = join(await folder.write("a: 1"), "poolproof.yaml");
  expect(await complaintOf(readTextFile(below, "write it"), below)).toBe("There is no file FILE: write it.");
});

test.skipIf(process.getuid?.() === 0)("names what keeps a file from being read", async () => {
  const file = await folder.write("a: 1");
  await chmod(file, 0o000);
  expect(await complaintOf(readTextFile(file, "write it"), file)).toContain("FILE cannot be read (EACCES)");
});
