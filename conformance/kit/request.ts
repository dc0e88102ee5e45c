import type { Api } from "../../src/apis/api.ts";
import { serializeQuery } from "../../src/client/serialize-query.ts";
import type { Contract } from "../../src/contract/contract.ts";
import { describeViolation } from "../../src/contract/finding.ts";
import type { Operation } from "../../src/contract/operations.ts";
import { fillPath } from "../../src/contract/route.ts";
import type { Ask, Exchange } from "./exchange.ts";
import { HarnessError } from "./harness-error.ts";
import type { Target } from "./target.ts";
import { Undecided } from "./undecided.ts";

/** The request that comes of an ask. */
export function requestOf(api: Api, target: Target, operation: Operation, ask: Ask): Exchange["request"] {
  const { method = operation.method } = ask;
  return { method, url: urlOf(target, operation, ask), headers: headersOf(api, target, ask), text: textOf(ask) };
}

/** The absolute URL that an ask leads to. */
export function urlOf(target: Target, operation: Operation, ask: Ask): string {
  const { path = {}, query = {}, search = serializeQuery(query), isEncoded = false } = ask;
  return `${target.baseUrl}${fillPath(operation.path, path, isEncoded)}${search && `?${search}`}`;
}

/**
 * A valid request of ours that breaks the contract would accuse the server of our own mistake.
 * @throws {HarnessError} if it does
 * @throws {Undecided} if an id from outside does not fit, which is no mistake of ours
 */
export function assertValid(contract: Contract, operation: Operation, ask: Ask, request: Exchange["request"]): void {
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
