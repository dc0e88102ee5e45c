import createClient, { type FetchOptions, type FetchResponse } from "openapi-fetch";
import type { FilterKeys, HttpMethod, MediaType, PathsWithMethod, RequiredKeysOf } from "openapi-typescript-helpers";
import type { Api } from "../apis/api.ts";
import { fillPath } from "../contract/route.ts";
import type { FetchHandler } from "../host/serve.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import type { Bounds } from "./bounds.ts";
import { ClientError, type ClientErrorKind } from "./client-error.ts";
import { serializeQuery } from "./serialize-query.ts";

export interface ClientOptions<A extends Api = Api> extends Partial<Bounds> {
  /** Where the API stands, up to but without its first path segment. */
  readonly baseUrl: string;
  readonly token: string;
  /** Which of the API's forms the token is sent in; its first one unless named. */
  readonly authorization?: keyof A["authorization"] & string;
  /** A fetch of one's own: for tests, proxies, or a server in the same process. */
  readonly fetch?: FetchHandler;
}

export const defaultBounds = { timeoutMs: 30_000, maxBodyBytes: 10 * 1024 * 1024 } as const satisfies Bounds;

/** An answer that could not be used. Without any answer, `response` is fetch's network error, whose status is 0. */
export interface Unusable {
  readonly data?: never;
  readonly error: ClientError;
  readonly response: Response;
}

type Options<Operations, M extends HttpMethod> = FetchOptions<FilterKeys<Operations, M>>;

/** Unlike openapi-fetch's own, these methods refuse members that the spec does not have, misspelt ones above all. */
type ClientMethod<Paths extends object, M extends HttpMethod, Media extends MediaType> = <
  Path extends PathsWithMethod<Paths, M>,
>(
  path: Path,
  ...options: RequiredKeysOf<Options<Paths[Path], M>> extends never
    ? [Options<Paths[Path], M>?]
    : [Options<Paths[Path], M>]
) => Promise<FetchResponse<OperationAt<Paths[Path], M>, object, Media> | Unusable>;

type OperationAt<Operations, M extends HttpMethod> =
  Operations extends Record<M, infer Operation> ? Operation & Record<string | number, unknown> : never;

export interface ApiClient<Paths extends object, Media extends MediaType> {
  readonly GET: ClientMethod<Paths, "get", Media>;
  readonly POST: ClientMethod<Paths, "post", Media>;
  readonly PATCH: ClientMethod<Paths, "patch", Media>;
  readonly DELETE: ClientMethod<Paths, "delete", Media>;
}

/**
 * A typed client of one API: the API's form of `Authorization`, its media types, percent-encoded query names, a time-out
 * and a limit on the body. Never throws for what a server does: every outcome is `{ data }` or `{ error }`.
 */
export function createApiClient<Paths extends object, Media extends MediaType, A extends Api>(
  api: A,
  options: ClientOptions<A>,
): ApiClient<Paths, Media> {
  const form = api.authorization[options.authorization ?? Object.keys(api.authorization)[0] ?? ""];
  if (!form) throw new TypeError(`${api.title} has no form of authorization called ${options.authorization}`);
  const client = createClient<Record<string, Record<HttpMethod, object>>>({
    baseUrl: options.baseUrl,
    fetch: boundedFetch(options.fetch ?? ((request) => fetch(request)), {
      ...defaultBounds,
      ...definedBounds(options),
    }),
    // Followed redirects would take a token in a header of its own to another origin.
    redirect: "manual",
    pathSerializer: (path, params) => fillPath(path, params as Record<string, string | number>),
    querySerializer: serializeQuery,
    headers: { [form.header]: `${form.prefix}${options.token}`, Accept: api.accept, ...api.headers },
  });
  client.use({
    onRequest({ request }) {
      if (request.body !== null) request.headers.set("Content-Type", api.contentType);
    },
  });

  const method = (name: "GET" | "POST" | "PATCH" | "DELETE") => (path: string, init?: object) =>
    // As text, so that a body that is not JSON does not throw away the response that it came with.
    usable(client[name](path, { ...init, parseAs: "text" } as never));
  return {
    GET: method("GET"),
    POST: method("POST"),
    PATCH: method("PATCH"),
    DELETE: method("DELETE"),
  } as unknown as ApiClient<Paths, Media>;
}

interface Outcome {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** Makes a value of what openapi-fetch throws or passes off as a documented body: HTML, nothing at all, half a document. */
async function usable(outcome: Promise<Outcome>): Promise<Outcome> {
  try {
    const { data: text, error, response } = await outcome;
    if (response.status === 204) return { response };
    if (response.status >= 300 && response.status < 400) return unusable("redirect", response);
    if (response.ok) return text ? { data: JSON.parse(String(text)), response } : unusable("empty", response);
    if (error === undefined || error === null || error === "") return unusable("empty", response);
    return typeof error === "object" ? { error, response } : unusable("not-json", response);
  } catch (error) {
    if (error instanceof ClientError) return { error, response: Response.error() };
    if (error instanceof SyntaxError) return unusable("not-json", (await outcome).response, error);
    throw error;
  }
}

const troubles = {
  empty: "has no body",
  "not-json": "is not JSON",
  redirect: "leads elsewhere, and redirects are not followed",
} as const satisfies Partial<Record<ClientErrorKind, string>>;

function unusable(kind: keyof typeof troubles, response: Response, cause?: Error): Unusable {
  return { error: new ClientError(kind, `the answer ${response.status} ${troubles[kind]}`, { cause }), response };
}

function definedBounds({ timeoutMs, maxBodyBytes }: Partial<Bounds>): Partial<Bounds> {
  return { ...(timeoutMs !== undefined && { timeoutMs }), ...(maxBodyBytes !== undefined && { maxBodyBytes }) };
}
