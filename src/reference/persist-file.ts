import { open, readdir, readFile, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../commands/usage-error.ts";
import { isRunning } from "../host/is-running.ts";
import { readLocated } from "../host/located-document.ts";
import { type Release, takeFileLock } from "./file-lock.ts";
import { type KeptDocument, readData } from "./read-data.ts";

/** What a file kept, and how to keep more in it; as the options of a reference site. */
export interface PersistFile {
  readonly kept: KeptDocument;
  readonly keep: (document: KeptDocument) => Promise<void>;
  /** Lets others have the file; done by itself when the process ends. */
  readonly release: Release;
}

/**
 * Opens the file that a stateful mock keeps its data in. It need not be there; its folder has to be.
 * The data of APIs that are not served stay in it as they are.
 * @throws {UsageError} for a file that is damaged or that another mock has, which is left as it is, and for a place that
 * cannot be written to
 */
export async function openPersistFile(file: string): Promise<PersistFile> {
  const path = await followLinks(resolve(file));
  await readKept(path, file);
  await assertWritable(path, file);
  const release = await lock(path, file);
  try {
    await removeRemains(path);
    // Only now is it sure that nobody else writes.
    const kept = await readKept(path, file);
    let latest = kept;
    const save = createSaver(path, (document) => (latest = merge(latest, document)));
    const keep = (document: KeptDocument) =>
      save(document).catch((cause: NodeJS.ErrnoException) => {
        throw new Error(
          `${file} cannot be written (${cause.code}): this is done, but not kept before a later change is.`,
          {
            cause,
          },
        );
      });
    return { kept, keep, release };
  } catch (cause) {
    await release();
    throw cause;
  }
}

/** A link stays one, and whoever has the file by another name has the same file. */
async function followLinks(path: string): Promise<string> {
  const place = await realpath(path).catch(() => undefined);
  if (place !== undefined) return place;
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return join(folder, basename(path));
}

async function lock(path: string, file: string): Promise<Release> {
  const lockPath = join(dirname(path), `.${basename(path)}.lock`);
  const taken = await takeFileLock(lockPath).catch((cause) => {
    throw new UsageError(explain(file, cause), { cause });
  });
  if ("release" in taken) return taken.release;
  throw new UsageError(
    `--persist ${file} is in use by another mock (process ${taken.holder}): end that one, or name another file. If that process is no mock, delete ${lockPath}.`,
  );
}

/**
 * Saves one document after the other. Who asks while one is being written waits for the next one, which has their
 * change too: however many ask, at most two are written for them.
 */
function createSaver(path: string, merged: (document: KeptDocument) => KeptDocument) {
  let running: Promise<void> = Promise.resolve();
  let next: { document: KeptDocument; saved: Promise<void> } | undefined;
  return (document: KeptDocument): Promise<void> => {
    if (next) {
      next.document = document;
      return next.saved;
    }
    const saved = running
      .catch(() => {})
      .then(async () => {
        const { document: newest } = next ?? { document };
        next = undefined;
        running = write(path, `${JSON.stringify(merged(newest))}\n`);
        await running;
      });
    next = { document, saved };
    return saved;
  };
}

/** A reader finds the old text or the new one, whenever the process dies. */
async function write(path: string, text: string): Promise<void> {
  const temporary = temporaryOf(path, process.pid);
  try {
    {
      await using handle = await open(temporary, "w", 0o600);
      await handle.writeFile(text);
      await handle.sync();
    }
    await rename(temporary, path);
  } catch (cause) {
    // A full disk is the fuller for half a file.
    await rm(temporary, { force: true });
    throw cause;
  }
}

function merge(before: KeptDocument, { poolproof, ...data }: KeptDocument): KeptDocument {
  return { ...before, ...data, poolproof: { given: { ...before.poolproof?.given, ...poolproof?.given } } };
}

async function readKept(path: string, file: string): Promise<KeptDocument> {
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined;
    throw new UsageError(explain(file, cause), { cause });
  });
  if (text === undefined) return {};
  const located = readLocated(text, file);
  const read = located.value === null ? { mistakes: [nothing] } : readData(located.value);
  if (located.fault === undefined && "document" in read) return read.document;
  const faults = located.fault ?? ("mistakes" in read ? located.describe(read.mistakes) : "");
  throw new UsageError(
    `${faults}\nThe file of --persist is damaged and was left as it is: mend it, move it away, or name another.`,
  );
}

const nothing = { pointer: "", text: "expected the data of the APIs, got nothing" };

/** Better now than at the first change. */
async function assertWritable(path: string, file: string): Promise<void> {
  const probe = temporaryOf(path, process.pid);
  try {
    await (await open(probe, "w", 0o600)).close();
    await rm(probe, { force: true });
  } catch (cause) {
    throw new UsageError(explain(file, cause as NodeJS.ErrnoException), { cause });
  }
}

function temporaryOf(path: string, pid: number): string {
  return join(dirname(path), `.${basename(path)}.${pid}.tmp`);
}

/** What processes left that were killed while they wrote. */
async function removeRemains(path: string): Promise<void> {
  const beginning = `.${basename(path)}.`;
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(beginning) ? /^(\d+)\.tmp$/.exec(name.slice(beginning.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dirname(path), name), { force: true });
  }
}

function explain(file: string, { code }: NodeJS.ErrnoException): string {
  const folder = dirname(resolve(file));
  if (code === "ENOENT" || code === "ENOTDIR")
    return `--persist ${file}: there is no folder ${folder}; make it first, or name another file.`;
  if (code === "EISDIR") return `--persist ${file} is a folder: name a file in it.`;
  return `--persist ${file} cannot be read and written (${code}): name a file in a folder of your own.`;
}
