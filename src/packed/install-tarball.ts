import { execFile } from "node:child_process";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

/**
 * Puts a tarball of the package into `node_modules` of a folder, without a registry: what it depends on is linked from
 * this repository. Only what it names as a dependency is, so that the use of anything else fails as it would for a user,
 * and beside that what the folder is given as `others`. Answers where the package is.
 */
export async function installTarball(tarball: string, folder: string, others: readonly string[] = []): Promise<string> {
  const modules = join(folder, "node_modules");
  const installed = join(modules, "poolproof");
  await mkdir(join(modules, ".bin"), { recursive: true });
  await mkdir(installed);
  await run("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  const { bin, dependencies } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  for (const name of [...Object.keys(dependencies), ...others]) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, "node_modules", name), join(modules, name), "junction");
  }
  await symlink(join("..", "poolproof", bin.poolproof), join(modules, ".bin/poolproof"));
  return installed;
}
