import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { poolproof } from "../packed/command.ts";

let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "poolproof-docs-"));
});

afterAll(() => rm(cwd, { recursive: true }));

test("writes the site into a folder of its own unless told otherwise, as often as asked", async () => {
  for (const mock of ["http://127.0.0.1:4010", "https://mock.example.com"]) {
    const { code, stdout, stderr } = await poolproof(["docs", "--mock", mock], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Wrote \d+ pages to site\. Open site\/index\.html/);
    expect(await readFile(join(cwd, "site/reference/terraform.html"), "utf8")).toContain(`{"url":"${mock}/api/v2"`);
  }
  expect(await readdir(cwd)).toEqual(["site"]);
}, 60_000);

test.each([
  {
    given: ["--mock", "mock.example.com"],
    want: "--mock mock.example.com is no origin: give scheme, host and port alone",
  },
  { given: ["--mock", "http://127.0.0.1:4010/api"], want: "--mock http://127.0.0.1:4010/api is no origin" },
  { given: ["--out", ""], want: "--out is empty: name a folder, such as --out site." },
  { given: ["--out", "."], want: ". is the folder that you are in, or one above it" },
  { given: ["--out", "notes.txt"], want: "notes.txt is a file: name a folder with --out." },
])("refuses $given with one clear message", async ({ given, want }) => {
  await writeFile(join(cwd, "notes.txt"), "mine");
  const { code, stdout, stderr } = await poolproof(["docs", ...given], { cwd });
  expect({ code, stdout, lines: stderr.trim().split("\n").length }).toEqual({ code: 2, stdout: "", lines: 1 });
  expect(stderr).toContain(`poolproof: ${want}`);
  expect(await readFile(join(cwd, "notes.txt"), "utf8")).toBe("mine");
});
