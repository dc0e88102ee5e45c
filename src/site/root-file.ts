import { readFile } from "node:fs/promises";

/** Files at the root of the repository that the site shows. The package has copies of them at the same distance. */
export type RootFile = "action.yml" | "CONTRIBUTING.md" | "generated/proof.json";

export function readRootFile(name: RootFile): Promise<string> {
  return readFile(new URL(`../../${name}`, import.meta.url), "utf8");
}
