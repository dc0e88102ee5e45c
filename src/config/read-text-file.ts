import { open } from "node:fs/promises";
import { UsageError } from "../commands/usage-error.ts";

/** No list of targets is longer; a larger file is another file. */
const mostBytes = 1024 * 1024;

/**
 * The text of a file that a person named.
 * @param ifMissing what to do if there is no such file, as a sentence
 * @throws {UsageError} if it is missing, a folder, unreadable, over 1 MiB or not UTF-8
 */
export async function readTextFile(file: string, ifMissing: string): Promise<string> {
  const bytes = await readBytes(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(explain(file, cause, ifMissing), { cause });
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError(`${file} is not text in UTF-8: save it so.`, { cause });
  }
}

/** Never reads more than is allowed, whatever the file's size is said to be. */
async function readBytes(file: string): Promise<Uint8Array> {
  await using handle = await open(file);
  if ((await handle.stat()).isDirectory()) throw new UsageError(`${file} is a folder: name the file in it.`);
  const buffer = new Uint8Array(mostBytes + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
  }
  throw new UsageError(`${file} is larger than 1 MiB: name the file that you wrote for Poolproof.`);
}

function explain(file: string, { code }: NodeJS.ErrnoException, ifMissing: string): string {
  if (code === "ENOENT" || code === "ENOTDIR") return `There is no file ${file}: ${ifMissing}.`;
  if (code === "EISDIR") return `${file} is a folder: name the file in it.`;
  return `${file} cannot be read (${code}): see to its permissions, or name another.`;
}
