import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadTarget } from "./load-target.ts";
import { complaintOf, openScratchFolder } from "./scratch-folder.ts";

let folder: Awaited<ReturnType<typeof openScratchFolder>>;
beforeAll(async () => {
  folder = await openScratchFolder();
});
afterAll(() => folder.remove());

const target = '{ api: agentsmesh, url: "http://127.0.0.1/" }';

test("takes the only target where none is named", async () => {
  const file = await folder.write(`targets: { local: ${target} }`);
  expect(await loadTarget(file, undefined)).toMatchObject({ name: "local", api: "agentsmesh" });
});

test("takes the target that is named, or says which there are", async () => {
  const file = await folder.write(`targets: { local: ${target}, staging: ${target} }`);
  expect((await loadTarget(file, "staging")).name).toBe("staging");
  expect(await complaintOf(loadTarget(file, undefined), file)).toBe(
    "FILE has several targets; name one with --target: local, staging.",
  );
  expect(await complaintOf(loadTarget(file, "stagging"), file)).toBe(
    'There is no target "stagging" in FILE; did you mean "staging"?',
  );
  expect(await complaintOf(loadTarget(file, "toString"), file)).toBe(
    'There is no target "toString" in FILE; there is local or staging',
  );
});

test("names the mistakes of the other targets too", async () => {
  const file = await folder.write(`targets: { local: ${target}, staging: { api: agentsmesh } }`);
  expect(await complaintOf(loadTarget(file, "local"), file)).toContain("targets.staging: url is missing");
});

test("without a file says how to come by one", async () => {
  const missing = join(folder.path, "none.yaml");
  expect(await complaintOf(loadTarget(missing, undefined), missing)).toBe(
    "There is no file FILE: poolproof init writes one, and --config names another.",
  );
  expect(await complaintOf(loadTarget(undefined, "local"))).toBe(
    "There is no file poolproof.yaml: poolproof init writes one, and --config names another.",
  );
});
