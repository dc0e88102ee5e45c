import { rmSync } from "node:fs";
import { link, open, readFile, rm } from "node:fs/promises";
import { isRunning } from "../host/is-running.ts";

/** Locks of this process; one of its id that is not here was left by an earlier process of the same id, as in containers. */
const held = new Set<string>();

/** Gives a lock back. */
export type Release = () => Promise<void>;

/**
 * Takes a lock that is a file with the id of its process. One whose process lives no more is taken over.
 * @returns how to give it back, which happens by itself when the process ends; or the process that has it
 */
export async function takeFileLock(path: string): Promise<{ readonly release: Release } | { readonly holder: number }> {
  const own = `${path}.${process.pid}`;
  {
    await using handle = await open(own, "w", 0o600);
    await handle.writeFile(`${process.pid}\n`);
  }
  try {
    // There at once and whole, or not at all: two that start together cannot both have it.
    while (!(await linkIfFree(own, path))) {
      const holder = await holderOf(path);
      if (holder !== undefined) return { holder };
      await rm(path, { force: true });
    }
  } finally {
    await rm(own, { force: true });
  }
  held.add(path);
  const leave = () => rmSync(path, { force: true });
  process.once("exit", leave);
  const release = async () => {
    if (!held.delete(path)) return;
    process.off("exit", leave);
    await rm(path, { force: true });
  };
  return { release };
}

async function linkIfFree(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** The process that has the lock; undefined for one that lives no more. */
async function holderOf(path: string): Promise<number | undefined> {
  const pid = Number(await readFile(path, "utf8").catch(() => ""));
  if (pid === process.pid) return held.has(path) ? pid : undefined;
  return pid > 0 && isRunning(pid) ? pid : undefined;
}
