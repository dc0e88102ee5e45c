import { type ApiId, apiIds } from "../apis/index.ts";
import type { ServeOptions } from "../host/serve.ts";
import { type RunningApis, serveApis } from "../host/serve-apis.ts";
import { createReferenceSite, type ReferenceSiteOptions } from "./create-reference-site.ts";
import { openPersistFile } from "./persist-file.ts";

export type ReferenceServer = RunningApis;

export interface ReferenceServerOptions extends ServeOptions, ReferenceSiteOptions {
  /** All of them unless named. */
  readonly apis?: readonly ApiId[];
  /** File that everything is kept in over restarts. */
  readonly persist?: string;
}

/**
 * Serves stateful reference servers of the APIs on one port of this machine, any free one unless named.
 * @throws {Error} with the code of the system (EADDRINUSE, EACCES) if the port cannot be had
 * @throws {UsageError} for data with mistakes, and for a file that cannot be used to persist, or that another server has
 */
export async function createReferenceServer(options: ReferenceServerOptions = {}): Promise<ReferenceServer> {
  const { apis = apiIds, persist, ...others } = options;
  const kept = persist === undefined ? undefined : await openPersistFile(persist);
  try {
    const site = await createReferenceSite(apis, { ...others, ...kept });
    const running = await serveApis(site.answer, site.contracts(), others);
    const close = () => running.close().finally(kept?.release);
    return { ...running, close };
  } catch (cause) {
    await kept?.release();
    throw cause;
  }
}
