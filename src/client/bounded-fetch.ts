import { ClientError } from "./client-error.ts";

export type Fetch = (request: Request) => Promise<Response>;

export interface Bounds {
  /** Time for the whole exchange, body included, in milliseconds. */
  readonly timeoutMs: number;
  /** Largest response body, in bytes after decompression. */
  readonly maxBodyBytes: number;
}

/**
 * Wraps fetch so that no server can hold its caller up or fill its memory: the body is read here, within the bounds,
 * and the response handed on holds it whole.
 * @throws {ClientError} network, timeout, too-large
 */
export function boundedFetch(fetch: Fetch, { timeoutMs, maxBodyBytes }: Bounds): Fetch {
  return async (request) => {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const response = await fetch(new Request(request, { signal }));
      const bytes = await readBody(response, maxBodyBytes);
      const { status, statusText, headers } = response;
      return new Response(bytes.length > 0 ? bytes : null, { status, statusText, headers });
    } catch (cause) {
      if (cause instanceof ClientError) throw cause;
      const where = `${request.method} ${new URL(request.url).pathname}`;
      if (cause instanceof Error && cause.name === "TimeoutError") {
        throw new ClientError("timeout", `${where}: no complete answer within ${timeoutMs} ms`, { cause });
      }
      throw new ClientError("network", `${where}: ${describeCause(cause)}`, { cause });
    }
  };
}

async function readBody(response: Response, maxBodyBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream, and with it the transfer.
  const body = response.body as AsyncIterable<Uint8Array> | null;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > maxBodyBytes) {
      throw new ClientError("too-large", `${response.url}: the body is larger than ${maxBodyBytes} bytes`);
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** fetch says "fetch failed" and hides the reason one or two causes deeper. */
function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  const own = error.message || (typeof code === "string" ? code : error.name);
  return error.cause instanceof Error ? describeCause(error.cause) : own;
}
