import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of a test's own, in which each file gets a name that no other has. */
export async function openScratchFolder() {
  const path = await mkdtemp(join(tmpdir(), "poolproof-config-"));
  let count = 0;
  return {
    path,
    /** Answers the path of the new file. */
    write: async (content: string | Uint8Array): Promise<string> => {
      count += 1;
      const file = join(path, `${count}.yaml`);
      await writeFile(file, content);
      return file;
    },
    remove: () => rm(path, { recursive: true }),
  };
}

/** The message of the UsageError that something ends with; the file is called FILE in it. */
export async function complaintOf(work: Promise<unknown>, file = ""): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error && error.name === "UsageError")) throw new Error("no UsageError", { cause: error });
  return file ? error.message.replaceAll(file, "FILE") : error.message;
}

/** The lines of a message that name mistakes, without the file. */
export function mistakeLines(message: string): string[] {
  return message.split("\n").flatMap((line) => (line.startsWith("FILE:") ? [line.slice("FILE:".length)] : []));
}
