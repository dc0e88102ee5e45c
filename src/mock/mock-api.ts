import type { Api, Problem } from "../apis/api.ts";
import type { Contract } from "../contract/contract.ts";
import { orList } from "../contract/describe-value.ts";
import { findMediaType } from "../contract/media-type.ts";
import type { Operation } from "../contract/operations.ts";
import { readBounded, TooLarge } from "../http/read-bounded.ts";
import { chooseAnswer, isChoice } from "./choice.ts";
import { parsePrefer } from "./prefer.ts";
import type { Fault, Prism, PrismRequest } from "./prism.ts";

const largestBodyBytes = 1024 * 1024;

/** Answers requests to one API, given their path below its base path. */
export type ApiMock = (request: Request, path: string) => Promise<Response>;

/**
 * Prism, with what its own front end lacks: every refusal is the API's own error object, also where the spec has no
 * example of it.
 */
export function createApiMock(api: Api, contract: Contract, prism: Prism): ApiMock {
  return async (request, path) => {
    // HEAD is GET without the body (RFC 9110, 9.3.2); the body is left out further up.
    const method = request.method === "HEAD" ? "GET" : request.method;
    const route = contract.match(method, path);
    if (!route.operation) return refuseRoute(request, path, route.allowed);

    const { operation } = route;
    const preferences = parsePrefer(request.headers.get("prefer"));
    const choice = chooseAnswer(operation, preferences);
    if (!isChoice(choice)) return refuse(choice);
    const body = await readBody(operation, request);
    if ("status" in body) return refuse(body);

    const answer = await prism(operation, toPrism(request, path, body.value), choice);
    if (answer.requestFaults.length > 0) return refuse(problemOf(operation, answer.requestFaults));
    if (answer.answerFaults.length > 0) {
      const detail = `The mock's own answer breaks the contract: ${answer.answerFaults.map(({ message }) => message).join("; ")}`;
      return refuse({ status: 500, title: "internal error", detail });
    }
    return send(answer.status, answer.body, {
      ...answer.headers,
      "Preference-Applied": applied(operation, preferences),
    });
  };

  function refuseRoute(request: Request, path: string, allowed: readonly string[]): Response {
    if (allowed.length === 0) {
      return refuse({ status: 404, title: "not found", detail: `${api.title} documents no path ${path}` });
    }
    const detail = `${request.method} is not documented for ${path}; ${orList(allowed)} is.`;
    return refuse({ status: 405, title: "method not allowed", detail }, { Allow: allowed.join(", ") });
  }

  function refuse(problem: Problem, headers?: Record<string, string>): Response {
    return send(problem.status, api.errorBody(problem), { "Content-Type": api.contentType, ...headers });
  }
}

/** The request's JSON; undefined where the operation takes none. */
async function readBody({ requestBody, id }: Operation, request: Request): Promise<{ value: unknown } | Problem> {
  if (!requestBody) return { value: undefined };
  const text = await readText(request);
  if (text === undefined) {
    return { status: 413, title: "content too large", detail: `The body is larger than ${largestBodyBytes} bytes.` };
  }
  if (text === "") return { value: undefined };
  if (!findMediaType(requestBody.mediaTypes, request.headers.get("content-type"))) {
    const detail = `${id} takes ${orList(requestBody.mediaTypes.map(({ name }) => name))}, not ${request.headers.get("content-type") ?? "a body without Content-Type"}.`;
    return { status: 415, title: "unsupported media type", detail };
  }
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { status: 400, title: "malformed JSON", detail: `The body is not JSON: ${(error as Error).message}` };
  }
}

async function readText(request: Request): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readBounded(request.body, largestBodyBytes));
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function toPrism(request: Request, path: string, body: unknown): PrismRequest {
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  const { accept: _, ...headers } = Object.fromEntries(request.headers);
  // Prism takes Accept for an order of media types and refuses vendor ones; each answer here has one media type anyway.
  return { path, query, headers, body };
}

/** Statuses for a faulty request, by what is wrong with it; the first one that the operation documents, or else the first. */
const statusesFor = {
  authorization: [401],
  "media-type": [415],
  path: [400, 422, 404],
  query: [400, 422],
  header: [400, 422],
  body: [422, 400],
} as const satisfies Record<Fault["about"], readonly number[]>;

const titles: Readonly<Record<number, string>> = {
  400: "bad request",
  401: "unauthorized",
  404: "not found",
  415: "unsupported media type",
  422: "invalid request",
};

function problemOf(operation: Operation, faults: readonly Fault[]): Problem {
  const worst = faults.find(({ about }) => about === "authorization") ?? faults[0];
  if (!worst) throw new Error("no fault to tell of");
  const candidates: readonly number[] = statusesFor[worst.about];
  const documented = candidates.find((status) => operation.responses.some((each) => each.status === `${status}`));
  const status = documented ?? candidates[0] ?? 400;
  const others = worst.about === "authorization" ? [] : faults.filter((fault) => fault !== worst);
  return {
    status,
    title: titles[status] ?? "refused",
    detail: [worst, ...others].map(({ message }) => message).join("; "),
    ...(worst.pointer !== "" && {
      source: worst.about === "body" ? { pointer: worst.pointer } : { parameter: worst.pointer },
    }),
  };
}

/** The preferences that were followed, for `Preference-Applied` (RFC 7240, section 3); empty for none. */
function applied(operation: Operation, preferences: ReadonlyMap<string, string>): string {
  const isDocumented = operation.parameters.some(
    (each) => each.in === "header" && each.name.toLowerCase() === "prefer",
  );
  const followed = [...preferences].filter(
    ([name]) => ["code", "example", "dynamic"].includes(name) || (isDocumented && name === "profile"),
  );
  return followed.map(([name, value]) => (value === "" ? name : `${name}=${value}`)).join(", ");
}

function send(status: number, body: unknown, fields: Readonly<Record<string, string>>): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(fields)) if (value) headers.set(name, value);
  if (body !== undefined) return new Response(JSON.stringify(body), { status, headers });
  headers.delete("content-type");
  return new Response(null, { status, headers });
}
