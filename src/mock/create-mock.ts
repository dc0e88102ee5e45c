import { type ApiId, apiIds } from "../apis/index.ts";
import type { SiteOptions } from "../front/create-site.ts";
import type { ServeOptions } from "../host/serve.ts";
import { type RunningApis, serveApis } from "../host/serve-apis.ts";
import { createMockSite } from "./create-mock-site.ts";

export type Mock = RunningApis;

export interface MockOptions extends ServeOptions, SiteOptions {
  /** All of them unless named. */
  readonly apis?: readonly ApiId[];
}

/**
 * Serves validated static mocks of the APIs on one port of this machine, any free one unless named.
 * @throws {Error} with the code of the system (EADDRINUSE, EACCES) if the port cannot be had
 */
export async function createMock({ apis = apiIds, ...options }: MockOptions = {}): Promise<Mock> {
  const site = await createMockSite(apis, options);
  return serveApis(site.answer, site.contracts(), options);
}
