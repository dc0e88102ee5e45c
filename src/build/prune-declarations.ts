import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { preProcessFile } from "typescript";

/** Removes the declarations that no entry of the package leads to: most modules are nobody's business but ours. */
export async function pruneDeclarations(root: string, outDir: string): Promise<void> {
  const reached = new Set<string>();
  const open = await entryDeclarations(root, outDir);
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const { importedFiles } = preProcessFile(await readFile(file, "utf8"));
    for (const { fileName } of importedFiles) {
      if (/^\..*\.ts$/.test(fileName)) open.push(declarationOf(resolve(dirname(file), fileName)));
    }
  }
  for (const name of await readdir(outDir, { recursive: true })) {
    if (name.endsWith(".d.ts") && !reached.has(join(outDir, name))) await rm(join(outDir, name));
  }
}

async function entryDeclarations(root: string, outDir: string): Promise<string[]> {
  const { exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const entries = Object.values(exports as Record<string, string | { types: string }>);
  return entries.flatMap((entry) => (typeof entry === "string" ? [] : [join(outDir, relative("dist", entry.types))]));
}

const declarationOf = (file: string) => file.replace(/(\.d)?\.ts$/, ".d.ts");
