import type { ApiId } from "../apis/index.ts";
import type { Contract } from "../contract/contract.ts";
import { loadContract } from "../contract/load-contract.ts";
import { type FetchHandler, type ServeOptions, serve } from "./serve.ts";

/** Several APIs on one port, each under its base path. */
export interface RunningApis {
  readonly url: string;
  /** Base URL of each API served, as `--url` and the clients take it. */
  readonly baseUrls: Readonly<Partial<Record<ApiId, string>>>;
  readonly close: () => Promise<void>;
}

/**
 * Puts a handler of several APIs on a port of this machine, any free one unless named.
 * @throws {Error} with the code of the system (EADDRINUSE, EACCES) if the port cannot be had
 */
export async function serveApis(
  handler: FetchHandler,
  ids: readonly ApiId[],
  options: ServeOptions,
): Promise<RunningApis> {
  const { url, close } = await serve(handler, options);
  const baseUrls = await Promise.all(
    ids.map(async (id) => [id, `${url}${basePathOf(await loadContract(id))}`] as const),
  );
  return { url, baseUrls: Object.fromEntries(baseUrls), close };
}

/** The first documented base path, with the defaults of its variables. */
function basePathOf({ bundle, basePaths }: Contract): string {
  const variables = bundle.servers[0]?.variables ?? {};
  return (basePaths[0] ?? "").replaceAll(/\{([^}]+)\}/g, (_, name: string) => variables[name]?.default ?? name);
}
