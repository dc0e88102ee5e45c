import { type ApiId, apis } from "../apis/index.ts";
import { createSite, type Site, type SiteOptions } from "../front/create-site.ts";
import { createMockApi } from "./mock-api.ts";
import { createPrism } from "./prism.ts";

/** Static mocks of several APIs. With a seed the same request gets the same made-up answer. */
export function createMockSite(ids: readonly ApiId[], options: SiteOptions = {}): Promise<Site> {
  return createSite(ids, options, {
    kind: "static",
    token: "any-token",
    createApi: async (id, contract) =>
      createMockApi(apis[id], contract, await createPrism(contract.bundle, options.seed)),
  });
}
