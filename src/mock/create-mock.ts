import { type ApiId, apiIds } from "../apis/index.ts";
import type { ServeOptions } from "../host/serve.ts";
import { type RunningApis, serveApis } from "../host/serve-apis.ts";
import { createMockHandler } from "./mock-handler.ts";

export type Mock = RunningApis;

export interface MockOptions extends ServeOptions {
  /** All of them unless named. */
  readonly apis?: readonly ApiId[];
}

/**
 * Serves validated static mocks of the APIs on one port of this machine, any free one unless named.
 * @throws {Error} with the code of the system (EADDRINUSE, EACCES) if the port cannot be had
 */
export async function createMock({ apis = apiIds, ...options }: MockOptions = {}): Promise<Mock> {
  return serveApis(await createMockHandler(apis), apis, options);
}
