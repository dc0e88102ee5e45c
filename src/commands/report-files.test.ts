import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sampleDocument } from "../report/sample-document.ts";
import { assertWritable, readReportFlags, writeReports } from "./report-files.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poolproof-reports-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe("the flags", () => {
  test.each([
    { given: [], want: [] },
    { given: ["json"], want: [{ format: "json", file: undefined }] },
    { given: ["html=a=b.html"], want: [{ format: "html", file: "a=b.html" }] },
    {
      given: ["json", "junit=r.xml"],
      want: [
        { format: "json", file: undefined },
        { format: "junit", file: "r.xml" },
      ],
    },
  ])("$given name $want.length reports", ({ given, want }) => {
    expect(readReportFlags(given)).toEqual(want);
  });

  test.each([
    { given: ["pdf"], says: 'There is no report format "pdf"; there is json, junit, html, markdown, har or badge' },
    { given: ["constructor"], says: 'There is no report format "constructor"' },
    { given: ["json="], says: "--report json= names no file: write --report json=FILE." },
    { given: ["json", "junit"], says: "Two reports would go to stdout: give each a file of its own." },
    { given: ["json=r", "html=./x/../r"], says: "Two reports would go to ./x/../r: give each a file of its own." },
  ])("$given are refused", ({ given, says }) => {
    expect(() => readReportFlags(given)).toThrow(
      expect.objectContaining({ name: "UsageError", message: expect.stringContaining(says) }),
    );
  });
});

describe("before the run", () => {
  test.each([
    { place: ".", says: /which is a folder: name a file in it\.$/ },
    { place: "none/report.json", says: /\(ENOENT\): name a file in a folder that exists\.$/ },
    { place: "file/report.json", says: /\(ENOTDIR\): name a file in a folder that exists\.$/ },
  ])("a report to $place is refused", async ({ place, says }) => {
    await writeFile(join(folder, "file"), "");
    const wanted = readReportFlags([`json=${join(folder, place)}`]);
    await expect(assertWritable(wanted)).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringMatching(says),
    });
  });

  test("nothing is written", async () => {
    await writeFile(join(folder, "old.json"), "old");
    await assertWritable(readReportFlags([`json=${join(folder, "old.json")}`, `html=${join(folder, "new")}`, "badge"]));
    expect(await readdir(folder)).toEqual(["old.json"]);
    expect(await readFile(join(folder, "old.json"), "utf8")).toBe("old");
  });
});

describe("a report", () => {
  const write = (file: string) => writeReports(readReportFlags([`json=${file}`]), sampleDocument);

  test("takes the place of the one before as a whole, and leaves nothing else behind", async () => {
    const file = join(folder, "report.json");
    await writeFile(file, "x".repeat(10_000_000));
    await write(file);
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual(sampleDocument);
    expect(await readdir(folder)).toEqual(["report.json"]);
  });

  test("that cannot be written leaves the one before as it was", async () => {
    const file = join(folder, "report.json");
    await mkdir(file);
    await writeFile(join(file, "kept"), "old");
    // Since it was looked for, a folder has come to stand where the file was to be.
    await expect(write(join(file, "kept", "report.json"))).rejects.toMatchObject({ name: "UsageError" });
    expect(await readFile(join(file, "kept"), "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["report.json"]);
  });

  test("goes into what is no plain file as it is", async () => {
    await symlink("/dev/null", join(folder, "null"));
    await write(join(folder, "null"));
    expect(await readdir(folder)).toEqual(["null"]);
  });

  test("goes to stdout where no file is named", async () => {
    const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    await writeReports(readReportFlags(["json"]), sampleDocument);
    expect(JSON.parse(out.mock.calls.map(([text]) => text).join(""))).toEqual(sampleDocument);
  });
});
