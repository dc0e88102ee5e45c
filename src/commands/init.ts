import { lstat, rename, rm, writeFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { apiIds } from "../apis/index.ts";
import { defaultConfigFile } from "../config/load-target.ts";
import { starterConfig, starterTarget } from "../config/starter-config.ts";
import { orList } from "../contract/describe-value.ts";
import { UsageError } from "./usage-error.ts";

export interface InitFlags {
  /** Overwrites what is there. */
  readonly force?: boolean;
  /** `poolproof.yaml` unless named. */
  readonly file?: string;
}

const installedSchema = "node_modules/poolproof/dist/src/config/poolproof.schema.json";

/**
 * `poolproof init`: writes a commented configuration, whole or not at all, and says on stdout what to do with it.
 * @throws {UsageError} if the file is there already, or cannot be written
 */
export async function init({ force = false, file = defaultConfigFile }: InitFlags): Promise<void> {
  const found = await lstat(file).catch(() => undefined);
  if (found?.isDirectory()) throw new UsageError(`${file} is a folder: name a file in it with --file.`);
  if (found && !force) {
    throw new UsageError(`${file} is there already: name another with --file, or overwrite it with --force.`);
  }
  const text = await starterConfig(schemaFrom(dirname(resolve(file))));
  await writeWhole(file, text).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be written (${cause.code}): name a file in a folder that exists.`, { cause });
  });
  process.stdout.write(`${nextSteps(file)}\n`);
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

function nextSteps(file: string): string {
  const config = file === defaultConfigFile ? "" : ` --config ${file}`;
  return [
    `Wrote ${file} with one target, ${starterTarget}, and a commented one for ${orList(apiIds.slice(1))}.`,
    "Next:",
    "  1. Open it and make api, url and what follows them those of your server.",
    "  2. export POOLPROOF_TOKEN=…    a token that your server takes",
    `  3. poolproof run --target ${starterTarget}${config}`,
  ].join("\n");
}
