import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadWaivers } from "./load-waivers.ts";
import { complaintOf, openScratchFolder } from "./scratch-folder.ts";

let folder: Awaited<ReturnType<typeof openScratchFolder>>;
beforeAll(async () => {
  folder = await openScratchFolder();
});
afterAll(() => folder.remove());

const waiver = { id: "scalr/createAgentPool/", reason: "known for now", expires: "2026-12-31" };
const row = `{ id: ${waiver.id}, reason: ${waiver.reason}, expires: ${waiver.expires} }`;

test.each([
  { given: `- ${row}`, want: [waiver] },
  { given: `waivers:\n  - ${row}`, want: [waiver] },
  { given: JSON.stringify([waiver]), want: [waiver] },
  { given: "[]", want: [] },
])("takes $given", async ({ given, want }) => {
  expect(await loadWaivers(await folder.write(given), "scalr")).toEqual(want);
});

test.each([
  { given: "", want: "1:1: nothing stands in it: write a list of id, reason and expires" },
  { given: "text", want: "1:1: expected a list, got text" },
  { given: "waiver: []", want: '1:1: there is no member "waiver"; did you mean "waivers"?' },
  { given: "waivers:", want: "1:9: waivers: expected a list, got nothing" },
  { given: "- scalr/", want: "1:3: [0]: expected a mapping (NAME: …), got text" },
  {
    given: "- {id: scalr/, reason: known}",
    want: "1:3: [0]: expires is missing: last day on which it holds, as YYYY-MM-DD",
  },
  {
    given: `- ${row.replace("12-31", "02-29")}`,
    want: "1:65: [0].expires: expected a day that exists, as YYYY-MM-DD: the last one on which the waiver holds",
  },
  {
    given: `- ${row.replace("scalr/createAgentPool/", "scalr/createAgentPool/keeps-wat-it-creates")}`,
    want: '1:9: [0].id: no check of scalr begins with "scalr/createAgentPool/keeps-wat-it-creates"; did you mean "scalr/createAgentPool/keeps-what-it-creates"?',
  },
  {
    given: "a: [",
    want: "1:5: not YAML: flow sequence in block collection must be sufficiently indented and end with a ]",
  },
])("refuses $given", async ({ given, want }) => {
  const file = await folder.write(given);
  const message = await complaintOf(loadWaivers(file, "scalr"), file);
  expect(message).toBe(`FILE has a mistake:\nFILE:${want}\nMend it and run the command again; nothing was sent.`);
});

test("says what the file is, where there is none", async () => {
  const missing = join(folder.path, "none.yaml");
  expect(await complaintOf(loadWaivers(missing, "scalr"), missing)).toBe(
    "There is no file FILE: --waivers names a YAML list of id, reason and expires.",
  );
});
