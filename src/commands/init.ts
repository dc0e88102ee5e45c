import { lstat, rename, rm, writeFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import type { ApiId } from "../apis/index.ts";
import { defaultConfigFile } from "../config/load-target.ts";
import { othersThan, starterApi, starterConfig, starterTarget } from "../config/starter-config.ts";
import { orList } from "../contract/describe-value.ts";
import { readApi } from "./run-options.ts";
import { UsageError } from "./usage-error.ts";

export interface InitFlags {
  /** Overwrites what is there. */
  readonly force?: boolean;
  /** `poolproof.yaml` unless named. */
  readonly file?: string;
}

const installedSchema = "node_modules/poolproof/dist/src/config/poolproof.schema.json";

/**
 * `poolproof init [API]`: writes a commented configuration whose one target is of that API, or of the first there is; whole
 * or not at all. Says on stdout what to do with it.
 * @throws {UsageError} if there is no such API, or the file is there already or cannot be written
 */
export async function init(
  word: string | undefined,
  { force = false, file = defaultConfigFile }: InitFlags,
): Promise<void> {
  const api = word === undefined ? starterApi : readApi(word);
  const found = await lstat(file).catch(() => undefined);
  if (found?.isDirectory()) throw new UsageError(`${file} is a folder: name a file in it with --file.`);
  if (found && !force) {
    throw new UsageError(`${file} is there already: name another with --file, or overwrite it with --force.`);
  }
  const text = await starterConfig(schemaFrom(dirname(resolve(file))), api);
  await writeWhole(file, text).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be written (${cause.code}): name a file in a folder that exists.`, { cause });
  });
  process.stdout.write(`${nextSteps(file, api)}\n`);
}

/** The schema lies where the package is installed, which is the folder that the command runs in. */
function schemaFrom(directory: string): string {
  const path = relative(directory, resolve(installedSchema)).split(sep).join("/");
  return path.startsWith("../") ? path : `./${path}`;
}

async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function nextSteps(file: string, api: ApiId): string {
  const config = file === defaultConfigFile ? "" : ` --config ${file}`;
  return [
    `Wrote ${file} with one target, ${starterTarget}, for ${api}, and a commented one for ${orList(othersThan(api))}.`,
    "Next:",
    "  1. Open it and make url and what follows it those of your server.",
    "  2. export POOLPROOF_TOKEN=…    a token that your server takes",
    `  3. poolproof run --target ${starterTarget}${config}`,
  ].join("\n");
}
