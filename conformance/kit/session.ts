import type { Api } from "../../src/apis/api.ts";
import { apis } from "../../src/apis/index.ts";
import { ClientError } from "../../src/client/client-error.ts";
import type { Contract } from "../../src/contract/contract.ts";
import type { Deserved } from "../../src/contract/judge-response.ts";
import type { Operation } from "../../src/contract/operations.ts";
import { readJson } from "../../src/contract/read-json.ts";
import { decodeUtf8 } from "../../src/http/decode-utf8.ts";
import { createFetchTransport } from "../../src/http/fetch-transport.ts";
import { guardedTransport } from "../../src/http/guarded-transport.ts";
import { createHttpTransport } from "../../src/http/http-transport.ts";
import { createSecrets, type Secrets } from "../secrets/secrets.ts";
import { profiles } from "./capability.ts";
import { endReason } from "./end-reason.ts";
import type { Ask, Exchange, ExchangeRecord } from "./exchange.ts";
import { createExchangeLog, type ExchangeLog } from "./exchange-log.ts";
import { HarnessError } from "./harness-error.ts";
import type { Pace } from "./pace.ts";
import { exactJson } from "./parse-json.ts";
import type { ExchangeRole } from "./recorded-exchange.ts";
import { assertValid, requestOf, urlOf } from "./request.ts";
import type { Target } from "./target.ts";
import { Undecided } from "./undecided.ts";
import { isWeather, type Sleep, waitFor } from "./weather.ts";

const maxBodyBytes = 10 * 1024 * 1024;
const mostAttempts = 3;
const readingMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** The one way from the suite to a target: authorization, limits, weather, judging and the record of what was said. */
export interface Session {
  readonly api: Api;
  readonly contract: Contract;
  readonly target: Target;
  readonly secrets: Secrets;
  readonly log: ExchangeLog;
  /** Every exchange so far, in order. */
  readonly exchanges: readonly ExchangeRecord[];
  readonly operation: (id: string) => Operation;
  /** Waits so many milliseconds, unless the run is told to end. */
  readonly pause: (ms: number) => Promise<void>;
  /** The absolute URL of a request. */
  readonly urlOf: (operation: Operation, ask: Ask) => string;
  /**
   * Sends one request and judges its answer. Weather is waited out where that is safe; what stays is returned as it came.
   * @throws {ClientError} if there was no complete answer
   * @throws {HarnessError} if a request that should be valid is not
   * @throws {Undecided} if the run is to end
   */
  readonly send: (operation: Operation, ask: Ask, deserved: Deserved, role?: ExchangeRole) => Promise<Exchange>;
  /** The same session with a record of its own. */
  readonly recordedIn: (log: ExchangeLog) => Session;
}

export interface SessionOptions {
  readonly contract: Contract;
  readonly target: Target;
  readonly signal?: AbortSignal;
  readonly sleep: Sleep;
  readonly pace?: Pace;
  readonly secrets?: Secrets;
  /** Requests that may still be sent; counted down. */
  readonly budget?: { left: number };
  /** Told every exchange that came to an answer. */
  readonly onExchange?: (exchange: Exchange) => void;
}

export function createSession(options: SessionOptions): Session {
  const { contract, target, signal, sleep, pace, budget, onExchange } = options;
  const { secrets = createSecrets(target) } = options;
  const api: Api = apis[target.api];
  const exchanges: ExchangeRecord[] = [];
  const operations = new Map(contract.operations.map((each) => [each.id, each]));
  const mayWrite = (profiles[target.profile] as readonly string[]).includes("write");
  const bounds = { timeoutMs: target.timeoutMs, maxBodyBytes };
  const send = guardedTransport(
    target.fetch ? createFetchTransport(target.fetch, bounds) : createHttpTransport(bounds),
    { origin: new URL(target.baseUrl).origin, mayWrite },
  );

  const exchange = async (operation: Operation, ask: Ask, deserved: Deserved, role: ExchangeRole, log: ExchangeLog) => {
    const { method = operation.method } = ask;
    // Between exchanges only: a creation that is cut off can have happened all the same, and nobody would know its id.
    if (signal?.aborted) throw new Undecided("inconclusive", endReason(signal));
    if (!mayWrite && !readingMethods.has(method))
      throw new HarnessError(`${method} is not sent under the profile ${target.profile}`);
    const request = requestOf(api, target, operation, ask);
    if (deserved === "success" && !ask.isServers) assertValid(contract, operation, ask, request);
    await pace?.turn(signal);
    if (budget && budget.left-- <= 0)
      throw new Undecided("inconclusive", "the run has used up its requests: --max-requests N allows more");
    const end = log.begin({ operation: operation.id, role, deserved, request });
    const { status, headers, bytes } = await send(request).catch((error) => {
      if (error instanceof ClientError) end(error);
      throw error;
    });
    const { text, isUtf8 } = decodeUtf8(bytes);
    const reading = isUtf8 ? readJson(text) : ({ ok: false, reason: "bytes that are not UTF-8" } as const);
    const answer = { status, headers, text };
    const json = exactJson(text, reading);
    secrets.learn(answer, json);
    const judgement = contract.judgeResponse(operation, { ...answer, reading }, deserved);
    const done: Exchange = { operation, deserved, request, answer, json, judgement };
    exchanges.push({ operation, deserved, status });
    end(done);
    onExchange?.(done);
    return done;
  };

  const withLog = (log: ExchangeLog): Session => ({
    api,
    contract,
    target,
    secrets,
    log,
    exchanges,
    urlOf: (operation, ask) => urlOf(target, operation, ask),
    pause: (ms) => sleep(ms, signal),
    operation: (id) => {
      const operation = operations.get(id);
      if (!operation) throw new HarnessError(`${target.api} has no operation ${id}`);
      return operation;
    },
    send: async (operation, ask, deserved, role = "look") => {
      for (let attempt = 1; ; attempt += 1) {
        const done = await exchange(operation, ask, deserved, role, log);
        // A 429 was not carried out, whatever the method; of the others only a read is safe to repeat.
        const isSafe = done.answer.status === 429 || readingMethods.has(done.request.method);
        if (!isWeather(done.answer.status) || !isSafe || attempt === mostAttempts) return done;
        log.retry();
        const waitMs = waitFor(done.answer, attempt);
        // A limit holds for all that this run sends.
        if (done.answer.status === 429) pace?.hold(waitMs);
        await sleep(waitMs, signal);
      }
    },
    recordedIn: withLog,
  });
  return withLog(createExchangeLog({ isKept: false, redact: secrets.redact, clock: () => 0 }));
}
