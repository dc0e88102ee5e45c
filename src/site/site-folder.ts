import { chmod, mkdir, mkdtemp, readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { UsageError } from "../commands/usage-error.ts";

/** By this file a folder is known as a site of ours, which may be replaced. */
const markName = ".poolproof-site";

/**
 * Puts files into a folder, which then holds these and nothing else. They are written beside it first, and change places
 * with what it held when all are there, so that nobody ever finds half a site.
 * @returns the folder's absolute path
 * @throws {UsageError} if the folder holds anything but an earlier site, or cannot be written
 */
export async function replaceSiteFolder(
  named: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<string> {
  const folder = await findFolder(named);
  const fresh = await makeBeside(folder, named);
  try {
    await writeAll(
      fresh,
      new Map([...files, [markName, "A site made by poolproof docs. It is replaced as a whole.\n"]]),
    );
    await swap(folder, fresh);
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true });
    throw cannotWrite(named, cause);
  }
  return folder;
}

/**
 * Tells early whether a folder may be written, before anything is made for it.
 * @throws {UsageError} if it holds anything but an earlier site, or is a place that cannot be replaced
 */
export async function findFolder(named: string): Promise<string> {
  const folder = await realpath(named).catch(() => resolve(named));
  if (!relative(folder, process.cwd()).startsWith("..")) {
    throw new UsageError(
      `${named} is the folder that you are in, or one above it: name one below, such as --out site.`,
    );
  }
  const found = await stat(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined;
    throw cannotWrite(named, cause);
  });
  if (found && !found.isDirectory()) throw new UsageError(`${named} is a file: name a folder with --out.`);
  const names = found ? await readdir(folder) : [];
  if (names.length > 0 && !names.includes(markName)) {
    throw new UsageError(`${named} is not empty and holds no earlier site: name another folder with --out.`);
  }
  return folder;
}

async function makeBeside(folder: string, named: string): Promise<string> {
  const parent = dirname(folder);
  try {
    await mkdir(parent, { recursive: true });
    const made = await mkdtemp(join(parent, `.${basename(folder)}-`));
    // A temporary folder is for its owner alone; a site is also for the server that shows it.
    await chmod(made, 0o777 & ~process.umask());
    return made;
  } catch (cause) {
    throw cannotWrite(named, cause);
  }
}

async function writeAll(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => join(folder, dirname(path))));
  await Promise.all([...folders].map((each) => mkdir(each, { recursive: true })));
  await Promise.all([...files].map(([path, content]) => writeFile(join(folder, path), content)));
}

/** What was there is removed last, and put back if its place cannot be taken. */
async function swap(folder: string, fresh: string): Promise<void> {
  const old = `${fresh}.old`;
  const hadOne = await rename(folder, old).then(
    () => true,
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT") return false;
      throw cause;
    },
  );
  try {
    await rename(fresh, folder);
  } catch (cause) {
    if (hadOne) await rename(old, folder);
    throw cause;
  }
  await rm(old, { recursive: true, force: true });
}

function cannotWrite(named: string, cause: unknown): UsageError {
  const { code = "unknown error" } = cause as NodeJS.ErrnoException;
  return new UsageError(`${named} cannot be written (${code}): name another folder with --out.`, { cause });
}
