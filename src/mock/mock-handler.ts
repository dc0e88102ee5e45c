import { type ApiId, apis } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import { createApisFront } from "../front/apis-front.ts";
import type { FetchHandler } from "../host/serve.ts";
import { createMockApi } from "./mock-api.ts";
import { createPrism } from "./prism.ts";

/** Serves static mocks of several APIs, each under its base path, as one handler. */
export async function createMockHandler(ids: readonly ApiId[]): Promise<FetchHandler> {
  const served = ids.map(async (id) => {
    const contract = await loadContract(id);
    return { id, contract, handle: createMockApi(apis[id], contract, await createPrism(contract.bundle)) };
  });
  return createApisFront(await Promise.all(served));
}
