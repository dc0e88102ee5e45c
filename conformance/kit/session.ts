import type { Api } from "../../src/apis/api.ts";
import { apis } from "../../src/apis/index.ts";
import { boundedFetch } from "../../src/client/bounded-fetch.ts";
import { serializeQuery } from "../../src/client/serialize-query.ts";
import type { Contract } from "../../src/contract/contract.ts";
import { describeViolation } from "../../src/contract/finding.ts";
import type { Deserved } from "../../src/contract/judge-response.ts";
import type { Operation } from "../../src/contract/operations.ts";
import { fillPath } from "../../src/contract/route.ts";
import { profiles } from "./capability.ts";
import type { Ask, Exchange, ExchangeRecord } from "./exchange.ts";
import { HarnessError } from "./harness-error.ts";
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
   */
  readonly send: (operation: Operation, ask: Ask, deserved: Deserved) => Promise<Exchange>;
}

export interface SessionOptions {
  readonly contract: Contract;
  readonly target: Target;
  readonly signal?: AbortSignal;
  readonly sleep: Sleep;
}

export function createSession({ contract, target, signal, sleep }: SessionOptions): Session {
  const api: Api = apis[target.api];
  const exchanges: ExchangeRecord[] = [];
  const operations = new Map(contract.operations.map((each) => [each.id, each]));
  const send = boundedFetch(target.fetch ?? ((request) => fetch(request)), {
    timeoutMs: target.timeoutMs,
    maxBodyBytes,
  });
  const mayWrite = (profiles[target.profile] as readonly string[]).includes("write");

  const urlOf = (operation: Operation, ask: Ask) => {
    const { path = {}, query = {}, search = serializeQuery(query), isEncoded = false } = ask;
    return `${target.baseUrl}${fillPath(operation.path, path, isEncoded)}${search && `?${search}`}`;
  };

  const exchange = async (operation: Operation, ask: Ask, deserved: Deserved): Promise<Exchange> => {
    const { method = operation.method } = ask;
    // Between exchanges only: a creation that is cut off can have happened all the same, and nobody would know its id.
    if (signal?.aborted) throw new Undecided("inconclusive", "the run was interrupted");
    if (!mayWrite && !readingMethods.has(method))
      throw new HarnessError(`${method} is not sent under the profile ${target.profile}`);
    const request = { method, url: urlOf(operation, ask), headers: headersOf(api, target, ask), text: textOf(ask) };
    if (deserved === "success" && !ask.isServers) assertValid(contract, operation, ask, request);
    const response = await send(
      new Request(request.url, {
        method,
        headers: request.headers,
        // Redirects may lead to another origin, and no page documents any.
        redirect: "manual",
        ...(request.text !== undefined && { body: request.text }),
      }),
    );
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    const judgement = contract.judgeResponse(operation, answer, deserved);
    const done = { operation, deserved, request, answer, json: parseJson(answer.text), judgement };
    exchanges.push({ operation, deserved, status: answer.status });
    return done;
  };

  return {
    api,
    contract,
    target,
    exchanges,
    urlOf,
    pause: (ms) => sleep(ms, signal),
    operation: (id) => {
      const operation = operations.get(id);
      if (!operation) throw new HarnessError(`${target.api} has no operation ${id}`);
      return operation;
    },
    send: async (operation, ask, deserved) => {
      for (let attempt = 1; ; attempt += 1) {
        const done = await exchange(operation, ask, deserved);
        // A 429 was not carried out, whatever the method; of the others only a read is safe to repeat.
        const isSafe = done.answer.status === 429 || readingMethods.has(done.request.method);
        if (!isWeather(done.answer.status) || !isSafe || attempt === mostAttempts) return done;
        await sleep(waitFor(done.answer, attempt), signal);
      }
    },
  };
}

function headersOf(api: Api, target: Target, { headers = {}, token = target.token, contentType, body, text }: Ask) {
  const form =
    Object.entries(api.authorization).find(([name]) => name === target.authorization) ??
    Object.entries(api.authorization)[0];
  const hasBody = body !== undefined || text !== undefined;
  const all = {
    Accept: api.accept,
    ...api.headers,
    ...(token !== null && form && { [form[1].header]: `${form[1].prefix}${token}` }),
    ...(hasBody && { "Content-Type": contentType ?? api.contentType }),
    ...headers,
  };
  return Object.fromEntries(Object.entries(all).filter((header): header is [string, string] => header[1] !== null));
}

function textOf({ body, text }: Ask): string | undefined {
  return text ?? (body === undefined ? undefined : JSON.stringify(body));
}

/** A valid request of ours that breaks the contract would accuse the server of our own mistake. */
function assertValid(contract: Contract, operation: Operation, ask: Ask, request: Exchange["request"]): void {
  const violations = contract.judgeRequest(operation, {
    params: ask.path ?? {},
    query: new URL(request.url).searchParams,
    headers: new Headers(request.headers),
    text: request.text,
  });
  const unfit = violations.find(({ place, pointer }) => place === "parameter" && ask.path?.[pointer] !== undefined);
  // Ids come from the server or from whoever named a fixture; that one does not fit is no fault of ours.
  if (unfit)
    throw new Undecided(
      "unverified",
      `the id ${ask.path?.[unfit.pointer]} is not one of this API: ${describeViolation(unfit)}`,
    );
  if (violations.length > 0) {
    throw new HarnessError(
      `${operation.id} was to be sent a valid request: ${violations.map(describeViolation).join("; ")}`,
    );
  }
}

/** Integers that a number cannot hold exactly, such as ids of 64 bits, stay the text that they are. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown, { source }: { source?: string } = {}) =>
      typeof value === "number" && source !== undefined && /^-?\d+$/.test(source) && !Number.isSafeInteger(value)
        ? source
        : value,
    );
  } catch {
    return undefined;
  }
}
