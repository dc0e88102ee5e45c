import type { Api, Problem } from "../apis/api.ts";
import type { Contract } from "../contract/contract.ts";
import { orList } from "../contract/describe-value.ts";
import { findMediaType } from "../contract/media-type.ts";
import type { Operation, RequestBody } from "../contract/operations.ts";
import type { Route } from "../contract/route.ts";
import type { Answer } from "./answer.ts";
import type { Incoming } from "./incoming.ts";
import { writeJson } from "./write-json.ts";

/** A request that has found its operation, its body read. */
export interface Routed extends Route {
  readonly request: Incoming;
  /** Below the API's base path. */
  readonly path: string;
  /** Undefined where there is no body, or the operation takes none. */
  readonly text: string | undefined;
  /** The text's JSON. */
  readonly body: unknown;
}

/** What to answer. A body is sent as JSON; without one there is none. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers requests to one API, given their path below its base path. */
export type ApiHandler = (request: Incoming, path: string) => Promise<Answer> | Answer;

const largestBodyBytes = 1024 * 1024;

/**
 * What every server of ours has in common, whatever answers behind it: unknown paths and methods, HEAD, bodies that are
 * too large, of a wrong media type or no JSON, and refusals that are the API's own error object.
 */
export function createApiFront(
  api: Api,
  contract: Contract,
  answer: (routed: Routed) => Promise<Reply | Problem> | Reply | Problem,
): ApiHandler {
  return async (request, path) => {
    // HEAD is GET without the body (RFC 9110, 9.3.2); the body is left out further up.
    const method = request.method === "HEAD" ? "GET" : request.method;
    const route = contract.match(method, path);
    if (!route.operation) return refuseRoute(request, path, route.allowed);
    const sent = route.operation.requestBody
      ? await readBody(route.operation, route.operation.requestBody, request)
      : nothingSent;
    if ("status" in sent) return refuseNoted(request, sent);
    const { operation, params } = route;
    const answered = await answer({ operation, params, request, path, ...sent });
    return "title" in answered ? refuseNoted(request, answered) : send(answered);
  };

  function refuseRoute(request: Incoming, path: string, allowed: readonly string[]): Answer {
    if (allowed.length === 0) {
      return refuseNoted(request, {
        status: 404,
        title: "not found",
        detail: `${api.title} documents no path ${path}`,
      });
    }
    const detail = `${request.method} is not documented for ${path}; ${orList(allowed)} is.`;
    return refuseNoted(request, { status: 405, title: "method not allowed", detail }, { Allow: allowed.join(", ") });
  }

  function refuseNoted(request: Incoming, problem: Problem, headers?: Readonly<Record<string, string>>): Answer {
    // What broke the contract has been noted one by one, where it was found.
    if (request.notes.length === 0) request.notes.push(problem.detail);
    return refuse(api, problem, headers);
  }
}

/** A refusal in the API's own form. */
export function refuse(api: Api, problem: Problem, headers: Readonly<Record<string, string>> = {}): Answer {
  const fields = { "Content-Type": api.contentType, ...headers };
  return send({ status: problem.status, body: api.errorBody(problem), headers: fields });
}

export function send({ status, body, headers: fields = {} }: Reply): Answer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) if (value) headers[name.toLowerCase()] = value;
  if (body !== undefined) return { status, headers, text: writeJson(body) };
  delete headers["content-type"];
  return { status, headers, text: undefined };
}

type Sent = Pick<Routed, "text" | "body">;

const nothingSent: Sent = { text: undefined, body: undefined };

async function readBody({ id }: Operation, { mediaTypes }: RequestBody, request: Incoming): Promise<Sent | Problem> {
  const text = await request.readText(largestBodyBytes);
  if (text === undefined) {
    return { status: 413, title: "content too large", detail: `The body is larger than ${largestBodyBytes} bytes.` };
  }
  if (text === "") return nothingSent;
  const contentType = request.headers.get("content-type");
  if (!findMediaType(mediaTypes, contentType)) {
    const detail = `${id} takes ${orList(mediaTypes.map(({ name }) => name))}, not ${contentType ?? "a body without Content-Type"}.`;
    return { status: 415, title: "unsupported media type", detail };
  }
  try {
    return { text, body: JSON.parse(text) };
  } catch (error) {
    return { status: 400, title: "malformed JSON", detail: `The body is not JSON: ${(error as Error).message}` };
  }
}
