import type { FetchHandler } from "../host/serve.ts";
import { readBounded } from "../http/read-bounded.ts";
import { type Bounds, failureOf, startTimeout } from "./bounds.ts";

export type Fetch = (request: Request) => Promise<Response>;

/**
 * Wraps fetch so that no server can hold its caller up or fill its memory: the body is read here, within the bounds,
 * and the response handed on holds it whole.
 * @throws {ClientError} network, timeout, too-large
 */
export function boundedFetch(fetch: FetchHandler, bounds: Bounds): Fetch {
  return async (request) => {
    const ending = new AbortController();
    let hasTimedOut = false;
    const stopTimeout = startTimeout(bounds, () => {
      hasTimedOut = true;
      ending.abort();
    });
    const onAbort = () => ending.abort(request.signal.reason);
    request.signal.addEventListener("abort", onAbort);
    if (request.signal.aborted) onAbort();
    // Needed below as well, and so kept: fetch does not hear of an abort whose Request has been garbage-collected.
    const bounded = new Request(request, { signal: ending.signal });
    try {
      const response = await fetch(bounded);
      const bytes = await readBounded(response.body, bounds.maxBodyBytes);
      const { status, headers } = response;
      // Without the reason phrase: a server may send one that no Response can be made with.
      return new Response(bytes.length > 0 ? bytes : null, { status, headers });
    } catch (cause) {
      throw failureOf(cause, bounded, bounds, hasTimedOut);
    } finally {
      stopTimeout();
      request.signal.removeEventListener("abort", onAbort);
    }
  };
}
