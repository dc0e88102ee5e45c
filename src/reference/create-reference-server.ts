import { type ApiId, apiIds } from "../apis/index.ts";
import type { ServeOptions } from "../host/serve.ts";
import { type RunningApis, serveApis } from "../host/serve-apis.ts";
import { createReferenceHandler } from "./create-reference-handler.ts";
import type { Surroundings } from "./service.ts";

export type ReferenceServer = RunningApis;

export interface ReferenceServerOptions extends ServeOptions {
  /** All of them unless named. */
  readonly apis?: readonly ApiId[];
  /** Clock and ids; the real ones unless given. */
  readonly surroundings?: Surroundings;
}

/**
 * Serves stateful reference servers of the APIs, each with fresh data, on one port of this machine, any free one unless named.
 * @throws {Error} with the code of the system (EADDRINUSE, EACCES) if the port cannot be had
 */
export async function createReferenceServer(options: ReferenceServerOptions = {}): Promise<ReferenceServer> {
  const { apis = apiIds, surroundings, ...serving } = options;
  return serveApis(await createReferenceHandler(apis, surroundings), apis, serving);
}
