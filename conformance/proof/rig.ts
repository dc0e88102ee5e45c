import type { ApiId } from "../../src/apis/index.ts";
import type { FetchHandler } from "../../src/host/serve.ts";
import type { Alteration } from "../../src/reference/alteration.ts";
import { createAlteredHandler } from "../../src/reference/create-reference-handler.ts";
import { referenceData } from "../../src/reference/reference-data.ts";
import type { Surroundings } from "../../src/reference/service.ts";
import type { Stores } from "../../src/reference/services.ts";
import type { Check } from "../kit/check.ts";
import type { Suite } from "../kit/suite.ts";
import type { Report } from "../results/report.ts";
import { runSuite } from "../run/run.ts";
import { type ConformanceOptions, openTarget } from "../run-conformance.ts";

export interface Trial<Store> {
  readonly alteration: Alteration<Store>;
  readonly options?: Partial<ConformanceOptions>;
  /** Ids of the checks to run; all unless given. */
  readonly only?: readonly string[];
  readonly concurrency?: number;
  readonly keepExchanges?: boolean;
  readonly arrange?: (checks: readonly Check[]) => readonly Check[];
  /** Told each request and its answer as text. */
  readonly onExchange?: (request: Request, response: Response, text: string) => void;
}

/** Runs a suite against an altered reference server in this process, with ids and clock that are the same every time. */
export async function tryServer<Id extends ApiId>(suite: Suite, api: Id, trial: Trial<Stores[Id]>): Promise<Report> {
  const handle = await createAlteredHandler(api, trial.alteration, steadySurroundings());
  const { fixtures, tokens, ...data } = referenceData[api];
  const fetch = trial.onExchange ? listening(handle, trial.onExchange) : async (request: Request) => handle(request);
  const url = `http://reference.test${basePathOf(suite)}`;
  const { target } = await openTarget({ api, url, fetch, ...tokens, ...data, fixtures, ...trial.options });
  return runSuite({
    suite,
    target,
    newId: steadyIds(),
    // Nobody is to be waited for in one's own process.
    sleep: async () => {},
    ...(trial.only && { only: trial.only }),
    ...(trial.concurrency !== undefined && { concurrency: trial.concurrency }),
    ...(trial.keepExchanges && { keepExchanges: true }),
    ...(trial.arrange && { arrange: trial.arrange }),
  });
}

/** Where the documented server stands, with a tenant of the reference in place of a variable. */
function basePathOf({ contract }: Suite): string {
  return (contract.basePaths[0] ?? "").replaceAll(/\{[^}]+\}/g, "my-organization");
}

function steadySurroundings(): Surroundings {
  let ticks = 0;
  const newId = steadyIds();
  return {
    // A second later each time it is asked for, so that whatever is created has a moment of its own.
    clock: () => new Date(Date.UTC(2026, 5, 1) + 1000 * ticks++),
    newId: (prefix) => `${prefix}${newId(16)}`,
  };
}

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Ids that look random and are not: a linear congruential generator (Numerical Recipes' constants). */
function steadyIds(): (length?: number) => string {
  let state = 20_260_601;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return alphabet[Math.floor((state / 2 ** 32) * alphabet.length)];
  };
  return (length = 6) => Array.from({ length }, next).join("");
}

function listening(handle: FetchHandler, onExchange: NonNullable<Trial<unknown>["onExchange"]>) {
  return async (request: Request) => {
    const response = await handle(request.clone());
    onExchange(request, response, await response.clone().text());
    return response;
  };
}
