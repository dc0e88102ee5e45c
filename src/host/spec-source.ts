import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ApiId } from "../apis/index.ts";
import { UsageError } from "../commands/usage-error.ts";
import type { Contract } from "../contract/contract.ts";
import { loadContract } from "../contract/load-contract.ts";
import { describeBundlingFailure } from "./bundling-failure.ts";
import { readSpec } from "./read-spec.ts";

/** Where the spec of an API comes from, so that it can be read again. */
export interface SpecSource {
  readonly api: ApiId;
  /** Its name, as its user knows it. */
  readonly name: string;
  /** Folders in which a change may be one of the spec, and of which files. */
  readonly watched: readonly WatchedFolder[];
  /** @throws {UsageError} that says where the spec is wrong */
  readonly read: () => Promise<Contract>;
}

export interface WatchedFolder {
  readonly folder: string;
  /** Whether the folders in it count as well. */
  readonly isDeep: boolean;
  /** @param file its path below the folder */
  readonly isPart: (file: string) => boolean;
}

/**
 * A bundle in one file.
 * @param isForState whether the stateful server is to keep to it, which does what it does and no more
 */
export function specFile(api: ApiId, file: string, isForState: boolean): SpecSource {
  const path = resolve(file);
  return {
    api,
    name: file,
    // The folder, since editors put a new file in the place of the old one.
    watched: [{ folder: dirname(path), isDeep: false, isPart: (changed) => changed === basename(path) }],
    read: async () => {
      const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
        throw new UsageError(`--spec ${api}=${file} cannot be read (${cause.code}): name a file that is there.`, {
          cause,
        });
      });
      return readSpec(text, file, isForState ? (await loadContract(api)).operations : undefined);
    },
  };
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The files under specs/, bundled anew each time; undefined where there are none, as in the package. */
export function repositorySpec(api: ApiId): SpecSource | undefined {
  const folder = resolve(root, "specs");
  if (!existsSync(folder) || !existsSync(resolve(root, "src/generate/bundle.ts"))) return undefined;
  const isPart = (file: string) => file.endsWith(".yaml");
  return {
    api,
    name: `specs/${api}`,
    watched: [
      { folder: resolve(folder, api), isDeep: true, isPart },
      { folder: resolve(folder, "shared"), isDeep: true, isPart },
    ],
    read: async () => readSpec(await bundle(api), `the bundle of specs/${api}`),
  };
}

async function bundle(api: ApiId): Promise<string> {
  // Not in the package, and so not to be looked for when it is built.
  const module = "../generate/bundle.ts";
  const { bundleSpec } = (await import(module)) as { bundleSpec: (api: string) => Promise<string> };
  return bundleSpec(api).catch((cause: Error & { stderr?: string }) => {
    throw new UsageError(describeBundlingFailure(cause.stderr ?? cause.message, root), { cause });
  });
}
