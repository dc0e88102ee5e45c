import { type ApiId, apis } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import { createApisFront } from "../front/apis-front.ts";
import type { FetchHandler } from "../host/serve.ts";
import { createReferenceApi } from "./reference-api.ts";
import type { Surroundings } from "./service.ts";
import { services } from "./services.ts";
import { realSurroundings } from "./surroundings.ts";

/** Serves stateful reference servers of several APIs, each under its base path and with fresh data, as one handler. */
export async function createReferenceHandler(
  ids: readonly ApiId[],
  surroundings: Surroundings = realSurroundings,
): Promise<FetchHandler> {
  const served = ids.map(async (id) => {
    const contract = await loadContract(id);
    return { id, contract, handle: createReferenceApi(apis[id], contract, services[id](surroundings)) };
  });
  return createApisFront(await Promise.all(served));
}
