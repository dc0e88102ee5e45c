import type { FetchHandler } from "../host/serve.ts";
import { readBounded } from "../http/read-bounded.ts";
import { type Bounds, exchangeWithin } from "./bounds.ts";

export type Fetch = (request: Request) => Promise<Response>;

/**
 * Wraps fetch so that no server can hold its caller up or fill its memory: the body is read here, within the bounds,
 * and the response handed on holds it whole.
 * @throws {ClientError} network, timeout, too-large
 */
export function boundedFetch(fetch: FetchHandler, bounds: Bounds): Fetch {
  return (request) =>
    exchangeWithin(bounds, request, async (signal) => {
      const bounded = new Request(request, { signal: AbortSignal.any([signal, request.signal]) });
      const response = await fetch(bounded);
      const bytes = await readBounded(response.body, bounds.maxBodyBytes);
      // Needed to the end, and so kept: fetch does not hear of an abort whose Request has been garbage-collected.
      bounded.signal.throwIfAborted();
      const { status, headers } = response;
      // Without the reason phrase: a server may send one that no Response can be made with.
      return new Response(bytes.length > 0 ? bytes : null, { status, headers });
    });
}
