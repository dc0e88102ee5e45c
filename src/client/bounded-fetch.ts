import type { FetchHandler } from "../host/serve.ts";
import { readBounded, TooLarge } from "../http/read-bounded.ts";
import { ClientError } from "./client-error.ts";

export type Fetch = (request: Request) => Promise<Response>;

export interface Bounds {
  /** Time for the whole exchange, body included, in milliseconds. */
  readonly timeoutMs: number;
  /** Largest response body, in bytes after decompression. */
  readonly maxBodyBytes: number;
}

/** What a timer can hold; a longer one would fire at once. */
const longestTimeoutMs = 2 ** 31 - 1;

/**
 * Wraps fetch so that no server can hold its caller up or fill its memory: the body is read here, within the bounds,
 * and the response handed on holds it whole.
 * @throws {ClientError} network, timeout, too-large
 */
export function boundedFetch(fetch: FetchHandler, { timeoutMs, maxBodyBytes }: Bounds): Fetch {
  return async (request) => {
    const ending = new AbortController();
    let hasTimedOut = false;
    const onTimeout = () => {
      hasTimedOut = true;
      ending.abort();
    };
    const timer = setTimeout(onTimeout, Math.min(timeoutMs, longestTimeoutMs));
    const onAbort = () => ending.abort(request.signal.reason);
    request.signal.addEventListener("abort", onAbort);
    if (request.signal.aborted) onAbort();
    // Needed below as well, and so kept: fetch does not hear of an abort whose Request has been garbage-collected.
    const bounded = new Request(request, { signal: ending.signal });
    try {
      const response = await fetch(bounded);
      const bytes = await readBounded(response.body, maxBodyBytes);
      const { status, headers } = response;
      // Without the reason phrase: a server may send one that no Response can be made with.
      return new Response(bytes.length > 0 ? bytes : null, { status, headers });
    } catch (cause) {
      const where = `${bounded.method} ${new URL(bounded.url).pathname}`;
      if (hasTimedOut) {
        throw new ClientError("timeout", `${where}: no complete answer within ${timeoutMs} ms`, { cause });
      }
      if (cause instanceof ClientError) throw cause;
      if (cause instanceof TooLarge) throw new ClientError("too-large", `${where}: ${cause.message}`, { cause });
      throw new ClientError("network", `${where}: ${describeCause(cause)}`, { cause });
    } finally {
      clearTimeout(timer);
      request.signal.removeEventListener("abort", onAbort);
    }
  };
}

/** fetch says "fetch failed" and hides the reason one or two causes deeper. */
function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  const own = error.message || (typeof code === "string" ? code : error.name);
  return error.cause instanceof Error ? describeCause(error.cause) : own;
}
