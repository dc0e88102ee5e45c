import { suiteDescriptions } from "../../conformance/suites.ts";
import type { ApiId } from "../apis/index.ts";
import { valueAt } from "../contract/json-pointer.ts";
import { loadContract } from "../contract/load-contract.ts";
import { basePathOf } from "../front/base-path.ts";
import { serve, type Tls } from "../host/serve.ts";
import { createAlteredHandler } from "../reference/create-reference-handler.ts";
import { dataForms } from "../reference/data-forms.ts";
import type { Stores } from "../reference/services.ts";

/** A request as it came in. */
export interface Asked {
  readonly method: string;
  /** From the base path on, without query. */
  readonly path: string;
  /** Of the contract; undefined for what it does not know. */
  readonly operation: string | undefined;
  readonly headers: Headers;
  readonly text: string;
  /** How many came before. */
  readonly index: number;
}

/** Has the reference server answer. */
export type Answer = () => Promise<Response>;

/** Answers in place of the reference server, which `answer` asks; whatever it does not answer stays open. */
export type Meddle<Store> = (asked: Asked, answer: Answer, store: Store) => Promise<Response>;

export interface WatchOptions<Id extends ApiId> {
  readonly seed?: (store: Stores[Id]) => void;
  readonly meddle?: Meddle<Stores[Id]>;
  readonly tls?: Tls;
}

/** A reference server in this process, together with all that it was asked. */
export interface WatchedServer<Id extends ApiId> {
  /** As `--url` takes it. */
  readonly url: string;
  readonly store: Stores[Id];
  readonly asked: readonly Asked[];
  /** `+ID` for each creation and `-ID` for each deletion that was said to be done, in order. */
  readonly changes: readonly string[];
  /** Everything in the store, written down. */
  readonly state: () => string;
  readonly meddleWith: (meddle: Meddle<Stores[Id]>) => void;
  readonly close: () => Promise<void>;
}

/** Serves the reference server of an API on a free port. */
export async function watchServer<Id extends ApiId>(
  api: Id,
  { seed, meddle: given, tls }: WatchOptions<Id> = {},
): Promise<WatchedServer<Id>> {
  const contract = await loadContract(api);
  const basePath = basePathOf(contract);
  const { own } = suiteDescriptions[api];
  const asked: Asked[] = [];
  const changes: string[] = [];
  let meddle = given;
  let kept: Stores[Id] | undefined;

  const handle = await createAlteredHandler(api, {
    seed: (store) => {
      seed?.(store);
      kept = store;
    },
    front: (next, store) => async (request) => {
      const text = await request.clone().text();
      const { method, headers, url } = request;
      const path = new URL(url).pathname.slice(basePath.length);
      const operation = contract.match(method, path).operation?.id;
      const one: Asked = { method, path, operation, headers, text, index: asked.length };
      asked.push(one);
      const answer = async () => next(request);
      const response = await (meddle?.(one, answer, store) ?? answer());
      if (response.ok) await note(one, response.clone());
      return response;
    },
  });

  async function note({ operation, path }: Asked, response: Response): Promise<void> {
    if (!own || operation === undefined) return;
    if (operation === own.createWith) changes.push(`+${valueAt(await response.json(), own.creation.id)}`);
    if (operation === own.creation.removeWith) changes.push(`-${path.split("/").at(-1)}`);
  }

  if (!kept) throw new Error("the server was made without a store");
  const store = kept;
  const { url, close } = await serve(handle, tls ? { tls } : {});
  return {
    url: `${url}${basePath}`,
    store,
    asked,
    changes,
    close,
    state: () => JSON.stringify(dataForms[api].write(store)),
    meddleWith: (next) => {
      meddle = next;
    },
  };
}
