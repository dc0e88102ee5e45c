import { readFile } from "node:fs/promises";
import { UsageError } from "../commands/usage-error.ts";
import { readLocated } from "../host/located-document.ts";
import { type DataDocument, readData } from "./read-data.ts";

/**
 * Reads a file of `--data`, JSON or YAML. What a mock has persisted can be read as well; only its data count.
 * @throws {UsageError} with file and line of every mistake
 */
export async function readDataFile(file: string): Promise<DataDocument> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`--data ${file} cannot be read (${cause.code}): name a file that is there.`, { cause });
  });
  const located = readLocated(text, file);
  const read = located.fault === undefined ? readWritten(located.value) : undefined;
  if (read && "document" in read) {
    const { poolproof: _, ...data } = read.document;
    return data;
  }
  const faults = located.fault ?? (read ? located.describe(read.mistakes) : "");
  throw new UsageError(
    `${faults}\nMend the file of --data and start again; "poolproof mock --data-example" prints one that shows all that it may hold.`,
  );
}

/** An empty file is more likely one that was not saved than one that is to say nothing. */
function readWritten(written: unknown): ReturnType<typeof readData> {
  const nothing = { pointer: "", text: "expected the data of the APIs, got nothing" };
  return written === null ? { mistakes: [nothing] } : readData(written);
}
