import { cp, readdir } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";

const assetExtensions = new Set([".js", ".json", ".css", ".html", ".svg", ".md", ".yaml"]);
/** Shown by the docs site, which reads them at the same distance from its modules. */
const rootFiles = ["action.yml", "CONTRIBUTING.md", "generated/proof.json"];

/** Copies what is no TypeScript and lies beside a module that was compiled: style sheets, schemas, scripts for browsers. */
export async function copyAssets(root: string, outDir: string): Promise<void> {
  for (const file of rootFiles) await cp(join(root, file), join(outDir, file));
  const folders = new Set((await filesUnder(outDir)).map((file) => dirname(relative(outDir, file))));
  for (const folder of folders) {
    // What the compiler takes from elsewhere, it has written itself.
    if (!/^(src|conformance)\b/.test(folder)) continue;
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const file = join(folder, entry.name);
      // How the repository is worked in stands in its READMEs, which nothing reads.
      if (entry.name === "README.md") continue;
      if (entry.isFile() && assetExtensions.has(extname(entry.name))) await cp(join(root, file), join(outDir, file));
    }
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}
