import { type Bounds, failureOf, startTimeout } from "../client/bounds.ts";
import type { FetchHandler } from "../host/serve.ts";
import { readBounded } from "./read-bounded.ts";
import type { Transport } from "./transport.ts";

/**
 * Goes through a fetch: that of a handler in this process, or one that knows proxies and certificates.
 * @throws {ClientError} network, timeout, too-large
 */
export function createFetchTransport(fetch: FetchHandler, bounds: Bounds): Transport {
  return async (asked) => {
    const { url, method, headers, text } = asked;
    const ending = new AbortController();
    let hasTimedOut = false;
    const stopTimeout = startTimeout(bounds, () => {
      hasTimedOut = true;
      ending.abort();
    });
    const { signal } = ending;
    // Redirects may lead to another host, and no page documents any.
    const init: RequestInit = {
      method,
      headers,
      redirect: "manual",
      signal,
      ...(text !== undefined && { body: text }),
    };
    // Kept until the answer is there: fetch does not hear of an abort whose Request has been garbage-collected.
    const request = new Request(url, init);
    try {
      const response = await fetch(request);
      const bytes = await readBounded(response.body, bounds.maxBodyBytes);
      return { status: response.status, headers: response.headers, bytes };
    } catch (cause) {
      throw failureOf(cause, request, bounds, hasTimedOut);
    } finally {
      stopTimeout();
    }
  };
}
