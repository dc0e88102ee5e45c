import { type ApiId, apis } from "../apis/index.ts";
import { UsageError } from "../commands/usage-error.ts";
import { assertApis } from "../front/assert-apis.ts";
import { createSite, type Site, type SiteOptions } from "../front/create-site.ts";
import { answerPreferred } from "./answer-preferred.ts";
import { dataForms } from "./data-forms.ts";
import { type HeldApi, holdApi } from "./held-api.ts";
import { keepChanges } from "./keep-changes.ts";
import { type DataDocument, type KeptDocument, readData } from "./read-data.ts";
import { createReferenceApi } from "./reference-api.ts";
import { referenceToken } from "./reference-data.ts";
import { createReferenceState, keptDocumentOf } from "./reference-state.ts";
import { sampleParams } from "./sample-params.ts";
import { createSeededSurroundings } from "./seeded-surroundings.ts";
import type { Service, Surroundings } from "./service.ts";
import { type Stores, services } from "./services.ts";
import { realSurroundings } from "./surroundings.ts";

export interface ReferenceSiteOptions extends SiteOptions {
  /** Clock and ids; those of the seed, or else the real ones unless given. */
  readonly surroundings?: Surroundings;
  /** What is there at first and after a reset, for each API named; the reference data for the others. */
  readonly data?: DataDocument;
  /** What was kept before; goes before the data. */
  readonly kept?: KeptDocument;
  /** Is given everything that has to be kept after each change, and awaited before the change is answered. */
  readonly keep?: (document: KeptDocument) => Promise<void>;
}

/**
 * Stateful reference servers of several APIs, with the data that are given or that they have.
 * @throws {UsageError} for data with mistakes, and for what no site can be made of
 */
export async function createReferenceSite(ids: readonly ApiId[], options: ReferenceSiteOptions = {}): Promise<Site> {
  assertApis(ids);
  const { keep } = options;
  const data = assertData(options.data);
  const kept = assertData(options.kept);
  const servers = ids.map((id) => createServer(id, { ...options, data, kept }));
  const held = servers.map((server) => server.held);
  const save = keep ? () => keep(keptDocumentOf(held)) : async () => {};

  return createSite(ids, options, {
    kind: "stateful",
    token: referenceToken,
    createApi: (id, contract) => {
      const server = servers.find((each) => each.held.id === id);
      if (!server) throw new Error(`there is no reference server of ${id}`);
      const answering = answerPreferred(createReferenceApi(apis[id], contract, server.service), apis[id], contract);
      return keep ? keepChanges(answering, save) : answering;
    },
    state: createReferenceState(held, save),
    samplesOf: (id) => sampleParams(held.find((each) => each.id === id)?.write()),
  });
}

interface Server {
  readonly held: HeldApi;
  readonly service: Service;
}

function createServer<Id extends ApiId>(id: Id, options: ReferenceSiteOptions): Server {
  const { seed, data = {}, kept = {} } = options;
  const given = { ids: 0, moments: 0, ...kept.poolproof?.given?.[id] };
  const held = holdApi(id, data, given);
  held.replace(kept);
  const surroundings =
    options.surroundings ?? (seed === undefined ? realSurroundings : createSeededSurroundings(seed, id, given));
  const { store } = held;
  const service = admitEverywhere(id, services[id].create(withFreshIds(surroundings, store), store), store);
  return { held, service };
}

/** A seed begins anew after a reset and with a data file, which may hold what it gave before. */
function withFreshIds({ clock, newId }: Surroundings, store: object): Surroundings {
  const isTaken = (id: string) => Object.values(store).some((items) => items instanceof Map && items.has(id));
  const newFreshId = (prefix: string): string => {
    const id = newId(prefix);
    return isTaken(id) ? newFreshId(prefix) : id;
  };
  return { clock, newId: newFreshId };
}

/** Whoever belongs to the reference data's own organization belongs to those that a data file adds. */
function admitEverywhere<Id extends ApiId>(id: Id, service: Service, store: Stores[Id]): Service {
  const own = service.identify(referenceToken)?.memberOf ?? [];
  return {
    ...service,
    identify: (token) => {
      const identity = service.identify(token);
      const further = identity ? dataForms[id].furtherTenants(store) : [];
      const isOwn = identity?.memberOf.some((tenant) => own.includes(tenant));
      // The very identity where there is nothing to add: a service may know its users by it.
      return identity && isOwn && further.length > 0
        ? { ...identity, memberOf: [...identity.memberOf, ...further] }
        : identity;
    },
  };
}

function assertData(written: DataDocument | undefined): KeptDocument {
  // Most have none, and are not to pay for its schema.
  if (written === undefined) return {};
  const read = readData(written);
  if ("document" in read) return read.document;
  throw new UsageError(
    `The data cannot be taken: ${read.mistakes.map(({ pointer, text }) => `${pointer || "/"}: ${text}`).join("; ")}`,
  );
}
