import { spawn } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { copyAssets } from "./copy-assets.ts";
import { pruneDeclarations } from "./prune-declarations.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface BuildOptions {
  /** Compiles without a word about types: quicker, and the same files. */
  readonly unchecked?: boolean;
}

/**
 * Compiles what the package's entries reach to JavaScript with declarations, and copies what lies beside it and is no
 * TypeScript. What the folder held before is removed. Answers whether the compiler was content; what it says goes to stdout.
 */
export async function build(folder: string, { unchecked = false }: BuildOptions = {}): Promise<boolean> {
  const outDir = resolve(root, folder);
  await rm(outDir, { recursive: true, force: true });
  const isContent = await compile(outDir, unchecked);
  await copyAssets(root, outDir);
  await writePackageJson(outDir);
  await pruneDeclarations(root, outDir);
  return isContent;
}

function compile(outDir: string, unchecked: boolean): Promise<boolean> {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const args = [tsc, "--project", join(root, "tsconfig.build.json"), "--outDir", outDir];
  const child = spawn(process.execPath, unchecked ? [...args, "--noCheck"] : args, {
    stdio: ["ignore", unchecked ? "ignore" : "inherit", "inherit"],
  });
  return new Promise((done, reject) => {
    child.on("error", reject);
    child.on("close", (code) => done(code === 0));
  });
}

/** The modules read their version, and that of Node, from the package.json above them, of which the compiler makes a copy with all our tools in it. */
async function writePackageJson(outDir: string): Promise<void> {
  const { version, type, engines } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  await writeFile(join(outDir, "package.json"), `${JSON.stringify({ version, type, engines })}\n`);
}
