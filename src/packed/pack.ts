import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "../build/build.ts";
import { installTarball } from "./install-tarball.ts";
import { sourceHash } from "./source-hash.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);
const keptForMs = 2 * 60 * 60 * 1000;

/** The package as a user has it. */
export interface PackedPackage {
  readonly tarball: string;
  /** A folder outside of this repository, in whose `node_modules` the package is installed. */
  readonly folder: string;
}

/**
 * Builds and packs the package as the sources are now, and installs the tarball into a temporary folder. What was packed
 * from the same sources before is used again, whichever process did it. Type errors are not minded here.
 */
export async function pack(): Promise<PackedPackage> {
  const shelf = join(tmpdir(), `poolproof-packed-${userInfo().uid}`);
  await mkdir(shelf, { recursive: true, mode: 0o700 });
  const hash = sourceHash(root);
  const folder = join(shelf, hash);
  if (!(await isThere(folder))) {
    await removeOld(shelf);
    const making = await mkdtemp(join(shelf, "making-"));
    await make(making);
    // What was built while somebody saved a file is of no state that there ever was: good for this time, and for nobody else.
    if (sourceHash(root) !== hash) return packedIn(making);
    // Another process may have been quicker, with the same result.
    await rename(making, folder).catch(() => rm(making, { recursive: true }));
  }
  return packedIn(folder);
}

const packedIn = (folder: string): PackedPackage => ({ folder, tarball: join(folder, "poolproof.tgz") });

async function make(folder: string): Promise<void> {
  const stage = join(folder, "stage");
  await build(join(stage, "dist"), { unchecked: true });
  for (const name of ["package.json", "README.md", "CHANGELOG.md", "LICENSE", "bin"]) {
    await cp(join(root, name), join(stage, name), { recursive: true });
  }
  const { stdout } = await run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], {
    cwd: stage,
  });
  await rename(join(folder, stdout.trim()), join(folder, "poolproof.tgz"));
  await rm(stage, { recursive: true });
  await installTarball(join(folder, "poolproof.tgz"), folder);
}

/** Whether a package was made, and marks it as used. */
async function isThere(folder: string): Promise<boolean> {
  const now = new Date();
  return utimes(folder, now, now).then(
    () => true,
    () => false,
  );
}

async function removeOld(shelf: string): Promise<void> {
  for (const name of await readdir(shelf)) {
    const { mtimeMs } = await stat(join(shelf, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > keptForMs) await rm(join(shelf, name), { recursive: true, force: true });
  }
}
