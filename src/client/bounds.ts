import { TooLarge } from "../http/read-bounded.ts";
import { ClientError } from "./client-error.ts";

/** What an exchange may take at most. */
export interface Bounds {
  /** Time for the whole exchange, body included, in milliseconds. */
  readonly timeoutMs: number;
  /** Largest response body, in bytes after decompression. */
  readonly maxBodyBytes: number;
}

/** What a timer can hold; a longer one would fire at once. */
const longestTimeoutMs = 2 ** 31 - 1;

/**
 * Runs one exchange. When its time is over its signal is aborted, and it is waited for no longer, whether it minds that
 * or not.
 * @throws {ClientError} network, timeout, too-large: why there is no whole answer, as its sender is told
 */
export async function exchangeWithin<Answer>(
  { timeoutMs }: Bounds,
  { method, url }: { readonly method: string; readonly url: string },
  exchange: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const ending = new AbortController();
  const { promise: ended, reject: end } = Promise.withResolvers<never>();
  const onTimeout = () => {
    ending.abort();
    end(ending.signal.reason);
  };
  const timer = setTimeout(onTimeout, Math.min(timeoutMs, longestTimeoutMs));
  try {
    return await Promise.race([exchange(ending.signal), ended]);
  } catch (cause) {
    const where = `${method} ${new URL(url).pathname}`;
    if (ending.signal.aborted)
      throw new ClientError("timeout", `${where}: no complete answer within ${timeoutMs} ms`, { cause });
    if (cause instanceof ClientError) throw cause;
    if (cause instanceof TooLarge) throw new ClientError("too-large", `${where}: ${cause.message}`, { cause });
    throw new ClientError("network", `${where}: ${describeCause(cause)}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** fetch says "fetch failed" and hides the reason one or two causes deeper. */
function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  const own = error.message || (typeof code === "string" ? code : error.name);
  return error.cause instanceof Error ? describeCause(error.cause) : own;
}
