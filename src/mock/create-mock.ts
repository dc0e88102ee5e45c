import { type ApiId, apiIds } from "../apis/index.ts";
import type { Contract } from "../contract/contract.ts";
import { loadContract } from "../contract/load-contract.ts";
import { type ServeOptions, serve } from "../host/serve.ts";
import { createMockHandler } from "./mock-handler.ts";

export interface Mock {
  readonly url: string;
  /** Base URL of each API served, as `--url` and the clients take it. */
  readonly baseUrls: Readonly<Partial<Record<ApiId, string>>>;
  readonly close: () => Promise<void>;
}

export interface MockOptions extends ServeOptions {
  /** All of them unless named. */
  readonly apis?: readonly ApiId[];
}

/**
 * Serves validated static mocks of the APIs on one port of this machine, any free one unless named.
 * @throws {Error} with the code of the system (EADDRINUSE, EACCES) if the port cannot be had
 */
export async function createMock({ apis = apiIds, ...options }: MockOptions = {}): Promise<Mock> {
  const server = await serve(await createMockHandler(apis), options);
  const baseUrls = await Promise.all(
    apis.map(async (id) => [id, `${server.url}${basePathOf(await loadContract(id))}`] as const),
  );
  return { url: server.url, baseUrls: Object.fromEntries(baseUrls), close: server.close };
}

/** The first documented base path, with the defaults of its variables. */
function basePathOf({ bundle, basePaths }: Contract): string {
  const variables = bundle.servers[0]?.variables ?? {};
  return (basePaths[0] ?? "").replaceAll(/\{([^}]+)\}/g, (_, name: string) => variables[name]?.default ?? name);
}
