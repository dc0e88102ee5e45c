import { type Bounds, exchangeWithin } from "../client/bounds.ts";
import type { FetchHandler } from "../host/serve.ts";
import { readBounded } from "./read-bounded.ts";
import type { Transport } from "./transport.ts";

/**
 * Goes through a fetch: that of a handler in this process, or one that knows proxies and certificates.
 * @throws {ClientError} network, timeout, too-large
 */
export function createFetchTransport(fetch: FetchHandler, bounds: Bounds): Transport {
  return (asked) =>
    exchangeWithin(bounds, asked, async (signal) => {
      const { url, method, headers, text } = asked;
      const body = text === undefined ? {} : { body: text };
      // Redirects may lead to another host, and no page documents any.
      const request = new Request(url, { method, headers, redirect: "manual", signal, ...body });
      const response = await fetch(request);
      const bytes = await readBounded(response.body, bounds.maxBodyBytes);
      // Needed to the end, and so kept: fetch does not hear of an abort whose Request has been garbage-collected.
      request.signal.throwIfAborted();
      return { status: response.status, headers: response.headers, bytes };
    });
}
