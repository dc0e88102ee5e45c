import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ownEnvironment } from "./command.ts";
import { type CommandOutcome, outcomeOf } from "./command-outcome.ts";
import { installTarball } from "./install-tarball.ts";
import { packedFolder } from "./packed-folder.ts";

/** A project of somebody who uses the package. */
export interface Consumer {
  readonly folder: string;
  /** Runs Node with arguments, in the project's folder. */
  readonly node: (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<CommandOutcome>;
  readonly remove: () => Promise<void>;
}

/** Makes a temporary project that holds the files given, has the tarball installed, and `others` of this repository's packages. */
export async function createConsumer(
  files: Readonly<Record<string, string>>,
  others: readonly string[] = [],
): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), "poolproof-consumer-"));
  await installTarball(join(packedFolder(), "poolproof.tgz"), folder, others);
  for (const [name, text] of Object.entries({ "package.json": '{ "type": "module" }', ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return {
    folder,
    node: (args, env = {}) =>
      outcomeOf(
        spawn(process.execPath, args, {
          cwd: folder,
          env: { ...ownEnvironment(), NO_COLOR: "1", ...env },
          stdio: ["ignore", "pipe", "pipe"],
        }),
      ),
    remove: () => rm(folder, { recursive: true }),
  };
}
