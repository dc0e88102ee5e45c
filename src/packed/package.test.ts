import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, test } from "vitest";
import { apiIds } from "../apis/index.ts";
import { packedFolder } from "./packed-folder.ts";

const tarball = join(packedFolder(), "poolproof.tgz");
const installed = join(packedFolder(), "node_modules/poolproof");
const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
const files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" })
  .trim()
  .split("\n")
  .map((name) => name.replace("package/", ""));

describe("the tarball", () => {
  test("holds the command, the compiled modules and what a reader needs", () => {
    const beside = files.filter((name) => !name.startsWith("dist/")).sort();
    expect(beside).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "bin/poolproof.js", "package.json"]);
    for (const id of apiIds) expect(files).toContain(`dist/generated/${id}/openapi.json`);
    expect(files).toContain("dist/src/node-guard.js");
  });

  test.each([
    { what: "TypeScript that Node would have to strip", pattern: /(?<!\.d)\.ts$/ },
    { what: "tests", pattern: /\.test\.|__snapshots__|\/self\// },
    { what: "the servers that prove the suites", pattern: /\/(mutants|variants|proof\/generated)\b/ },
    { what: "the tools of this repository", pattern: /\/(build|generate|packed)\/|bench\// },
  ])("holds none of these: $what", ({ pattern }) => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((name) => pattern.test(name))).toEqual([]);
  });

  test("stays small, though half of it is the script that shows the references", () => {
    expect(readFileSync(tarball).length).toBeLessThan(2_500_000);
  });

  test("has an entry for each API", () => {
    expect(Object.keys(manifest.exports)).toEqual(expect.arrayContaining(apiIds.map((id) => `./${id}`)));
  });

  test("runs nothing when it is installed", () => {
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });
});

test("publint finds nothing", async () => {
  const bytes = Uint8Array.from(readFileSync(tarball));
  const { messages } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});

/** What the package does not set out to do. */
const accepted = [
  // Node 24 can `require()` a module, so this is no error at run time.
  ({ kind }: Problem) => kind === "CJSResolvesToESM",
  // The resolution of TypeScript before 4.7 knows no `exports`.
  ({ resolutionKind }: Problem) => resolutionKind === "node10",
];

interface Problem {
  readonly kind: string;
  readonly resolutionKind?: string;
}

test("the types of every entry resolve in Node and in bundlers", async () => {
  const result = await checkPackage(createPackageFromTarballData(Uint8Array.from(readFileSync(tarball))));
  if (!result.types) throw new Error("no types were found in the tarball");
  const typed = Object.keys(manifest.exports).filter((name) => !name.endsWith(".json"));
  expect(Object.keys(result.entrypoints)).toEqual(expect.arrayContaining(typed));
  const problems: readonly Problem[] = result.problems;
  expect(problems.filter((problem) => !accepted.some((accepts) => accepts(problem)))).toEqual([]);
});
