import type { ApiId } from "../apis/index.ts";
import type { SiteOptions } from "../front/create-site.ts";
import type { FetchHandler } from "../host/serve.ts";
import { createMockSite } from "./create-mock-site.ts";

/** Serves static mocks of several APIs, each under its base path, as one handler. */
export async function createMockHandler(ids: readonly ApiId[], options?: SiteOptions): Promise<FetchHandler> {
  return (await createMockSite(ids, options)).handle;
}
