import { readFile } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { pack } from "./pack.ts";
import { packedFolderVariable } from "./packed-folder.ts";

/** Packs the package before the tests, if one of those that are about to run names it: whoever runs others need not wait. */
export async function setup({ vitest }: TestProject): Promise<void> {
  const texts = await Promise.all(
    vitest.state.getPaths().map(async (file) => `${file}\n${await readFile(file, "utf8")}`),
  );
  if (!texts.some((text) => text.includes("/packed/"))) return;
  const { folder } = await pack();
  process.env[packedFolderVariable] = folder;
}
