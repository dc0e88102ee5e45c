import type { ApiId } from "../apis/index.ts";
import type { Contract } from "../contract/contract.ts";
import { loadContract } from "../contract/load-contract.ts";
import type { FetchHandler } from "../host/serve.ts";
import { type Answering, toResponse } from "./answer.ts";
import type { ApiHandler } from "./api-front.ts";
import { createApisFront } from "./apis-front.ts";
import { assertApis } from "./assert-apis.ts";
import type { ControlledState } from "./controlled-state.ts";
import { createDesk } from "./desk.ts";
import { disturb } from "./disturb.ts";
import { fromRequest } from "./incoming.ts";
import { createDelays, type Latency } from "./latency.ts";
import { type LogEntry, logRequests } from "./log-requests.ts";
import { noteToken } from "./note-token.ts";
import { noteUnknownParameters } from "./note-unknown-parameters.ts";
import { noteUnknownPreferences } from "./note-unknown-preferences.ts";
import { createOrderedFaults } from "./ordered-faults.ts";

export interface SiteOptions {
  /** Makes everything that is drawn or made up the same every time; any whole number. */
  readonly seed?: number;
  readonly latency?: Latency;
  /** Is told of each request when it has been answered. */
  readonly log?: (entry: LogEntry) => void;
  /** Contracts in place of the ones that Poolproof has. */
  readonly contracts?: Contracts;
}

export type Contracts = Readonly<Partial<Record<ApiId, Contract>>>;

/** What one kind of mock puts behind the front that all share. */
export interface SiteParts {
  readonly kind: "static" | "stateful";
  /** A token that is taken. */
  readonly token: string;
  readonly createApi: (id: ApiId, contract: Contract) => Promise<ApiHandler> | ApiHandler;
  readonly state?: ControlledState;
  /** Values of path parameters that lead somewhere. */
  readonly samplesOf?: (id: ApiId) => Readonly<Record<string, string>>;
}

/** Mocks of several APIs with start page and control API, as one handler whose contracts can be exchanged. */
export interface Site {
  readonly answer: Answering;
  /** The same, for whoever has a Request and wants a Response. */
  readonly handle: FetchHandler;
  /** Contracts in use, in the order of the APIs. */
  readonly contracts: () => Contracts;
  /** Goes on with other contracts, and with the data that there are. If it rejects, everything is as it was. */
  readonly replace: (contracts: Contracts) => Promise<void>;
}

/** @throws {UsageError} for APIs that there are not, and for a latency that is none */
export async function createSite(ids: readonly ApiId[], options: SiteOptions, parts: SiteParts): Promise<Site> {
  assertApis(ids);
  const { seed, latency, log } = options;
  const faults = createOrderedFaults();
  const disturbances = { faults, nextDelay: latency && createDelays(latency, seed) };

  const build = async (contracts: Contracts) => {
    const served = ids.map(async (id) => {
      const contract = contracts[id] ?? (await loadContract(id));
      const handle = disturb(await parts.createApi(id, contract), id, contract, disturbances);
      return { id, contract, handle: log ? noteOddities(handle, id, contract, parts) : handle };
    });
    const all = await Promise.all(served);
    const desk = createDesk({ ...parts, faults, served: all });
    return {
      contracts: Object.fromEntries(all.map(({ id, contract }) => [id, contract])) as Contracts,
      answer: createApisFront(all, desk),
    };
  };

  let current = await build(options.contracts ?? {});
  const answerNow: Answering = (request) => current.answer(request);
  const answer = log ? logRequests(answerNow, log) : answerNow;
  return {
    answer,
    handle: async (request) => toResponse(await answer(fromRequest(request))),
    contracts: () => current.contracts,
    replace: async (contracts) => {
      current = await build({ ...current.contracts, ...contracts });
    },
  };
}

/** What servers pass over or do not say, and whoever reads the log wants to know. */
function noteOddities(handle: ApiHandler, id: ApiId, contract: Contract, { kind, token }: SiteParts): ApiHandler {
  const noting = noteUnknownPreferences(noteUnknownParameters(handle, contract), contract, kind);
  return kind === "stateful" ? noteToken(noting, id, token) : noting;
}
