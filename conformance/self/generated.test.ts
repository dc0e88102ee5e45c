import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { generate } from "../../src/generate/generate.ts";

/** Follow from running the suites rather than from specs/; `npm run prove -- --check` compares them. */
const proofs: readonly string[] = ["proof.json", "requests.json"];
const directory = new URL("../../generated/", import.meta.url);

test("generated/ follows from specs/ (mend it with: npm run generate)", async () => {
  const wanted = await generate();
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const present = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath.split("/generated/")[1] ?? ""}/${name}`.replace(/^\//, ""));
  const stale: string[] = [];
  for (const [path, text] of wanted) {
    const committed = await readFile(new URL(path, directory), "utf8").catch(() => "");
    if (committed !== text) stale.push(path);
  }
  expect(stale, "out of date with specs/: run `npm run generate`").toEqual([]);
  expect(
    present.filter((path) => !wanted.has(path) && !proofs.includes(path)),
    "made by nothing in specs/",
  ).toEqual([]);
});
