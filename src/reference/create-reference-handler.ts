import { type ApiId, apis } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import { toResponse } from "../front/answer.ts";
import { createApisFront, type ServedApi } from "../front/apis-front.ts";
import { fromRequest } from "../front/incoming.ts";
import type { FetchHandler } from "../host/serve.ts";
import type { Alteration } from "./alteration.ts";
import { createReferenceSite, type ReferenceSiteOptions } from "./create-reference-site.ts";
import { createReferenceApi } from "./reference-api.ts";
import type { Surroundings } from "./service.ts";
import { type Stores, services } from "./services.ts";
import { realSurroundings } from "./surroundings.ts";

/**
 * Serves stateful reference servers of several APIs, each under its base path and with fresh data, as one handler.
 * @throws {UsageError} for data with mistakes
 */
export async function createReferenceHandler(
  ids: readonly ApiId[],
  surroundings?: Surroundings,
  options: ReferenceSiteOptions = {},
): Promise<FetchHandler> {
  return (await createReferenceSite(ids, { ...options, ...(surroundings && { surroundings }) })).handle;
}

/** Serves the reference server of one API with a difference. */
export async function createAlteredHandler<Id extends ApiId>(
  id: Id,
  alteration: Alteration<Stores[Id]>,
  surroundings: Surroundings = realSurroundings,
): Promise<FetchHandler> {
  const { served, store } = await makeServer(id, alteration, surroundings);
  const answer = createApisFront([served]);
  const handle: FetchHandler = async (request) => toResponse(await answer(fromRequest(request)));
  return alteration.front?.(handle, store) ?? handle;
}

async function makeServer<Id extends ApiId>(
  id: Id,
  alteration: Alteration<Stores[Id]>,
  surroundings: Surroundings,
): Promise<{ served: ServedApi; store: Stores[Id] }> {
  const contract = await loadContract(id);
  const { seed, create } = services[id];
  const store = seed();
  alteration.seed?.(store);
  const sound = create(surroundings, store);
  const service = alteration.service?.(sound, store, surroundings) ?? sound;
  return { served: { id, contract, handle: createReferenceApi(apis[id], contract, service) }, store };
}
