import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { jsonReport } from "./json.ts";
import { readReport } from "./read-report.ts";
import { sampleDocument } from "./sample-document.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "poolproof-read-report-"));
});
afterAll(() => rm(directory, { recursive: true }));

/** The sample as JSON would have it, without members that are undefined. */
const plain = JSON.parse(jsonReport(sampleDocument));

async function filed(content: string | Uint8Array): Promise<string> {
  const file = join(directory, "report.json");
  await writeFile(file, content);
  return file;
}

test("reads back what was written", async () => {
  expect(await readReport(await filed(jsonReport(sampleDocument)))).toEqual(plain);
});

test("minds no byte order mark", async () => {
  expect(await readReport(await filed(`\uFEFF${jsonReport(sampleDocument)}`))).toEqual(plain);
});

const newer = { ...plain, poolproof: "99.0.0", runs: [{ ...plain.runs[0], verdicts: "otherwise" }] };
const { conclusion: _, ...unfinished } = plain;

test.each<{ what: string; given: string | Uint8Array; want: RegExp }>([
  { what: "an empty file", given: "", want: /report\.json is empty: name a file that --report json=FILE has written/ },
  { what: "half a file", given: jsonReport(sampleDocument).slice(0, 5000), want: /is not JSON, or cut off/ },
  { what: "what is not text", given: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), want: /is not text in UTF-8/ },
  { what: "another JSON file", given: '{"name":"x"}', want: /is JSON but no report of Poolproof/ },
  { what: "a list", given: "[]", want: /is JSON but no report of Poolproof/ },
  { what: "null", given: "null", want: /is JSON but no report of Poolproof/ },
  {
    what: "a report with a member missing",
    given: JSON.stringify(unfinished),
    want: /\(the document must .*conclusion/,
  },
  {
    what: "a report with a member mistyped",
    given: JSON.stringify({ ...plain, runs: [{ ...plain.runs[0], requests: "many" }] }),
    want: /is not as Poolproof .* writes reports \(\/runs\/0\/requests must /,
  },
  {
    what: "a report of a newer form",
    given: JSON.stringify({ ...newer, runs: "elsewhere" }),
    want: new RegExp(`was written by Poolproof 99\\.0\\.0, which is newer than this ${packageJson.version}: use that`),
  },
])("refuses $what in one line", async ({ given, want }) => {
  const file = await filed(given);
  await expect(readReport(file)).rejects.toMatchObject({ name: "UsageError", message: expect.stringMatching(want) });
  await expect(readReport(file)).rejects.toMatchObject({ message: expect.stringMatching(/^[^\n]*\.$/) });
});

test.each([
  { what: "missing", name: "nowhere.json", want: /There is no file .*nowhere\.json/ },
  { what: "under a file", name: "report.json/x", want: /There is no file .*report\.json\/x/ },
  { what: "a folder", name: ".", want: /is a folder/ },
])("says so if the file is $what", async ({ name, want }) => {
  await filed("{}");
  await expect(readReport(join(directory, name))).rejects.toMatchObject({
    name: "UsageError",
    message: expect.stringMatching(want),
  });
});

test("stops reading where a file gets too long", async () => {
  const text = jsonReport(sampleDocument);
  const file = await filed(text);
  const size = Buffer.byteLength(text);
  await expect(readReport(file, size)).resolves.toEqual(plain);
  await expect(readReport(file, size - 1)).rejects.toMatchObject({
    name: "UsageError",
    message: expect.stringMatching(/is larger than .* MB/),
  });
});
