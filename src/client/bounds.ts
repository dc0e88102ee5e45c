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

/** Calls back once the time of an exchange is over, unless what is returned is called before. */
export function startTimeout({ timeoutMs }: Bounds, onTimeout: () => void): () => void {
  const timer = setTimeout(onTimeout, Math.min(timeoutMs, longestTimeoutMs));
  return () => clearTimeout(timer);
}

/** Why there is no whole answer to a request, as its sender is told. */
export function failureOf(
  cause: unknown,
  { method, url }: { readonly method: string; readonly url: string },
  { timeoutMs }: Bounds,
  hasTimedOut: boolean,
): ClientError {
  const where = `${method} ${new URL(url).pathname}`;
  if (hasTimedOut) return new ClientError("timeout", `${where}: no complete answer within ${timeoutMs} ms`, { cause });
  if (cause instanceof ClientError) return cause;
  if (cause instanceof TooLarge) return new ClientError("too-large", `${where}: ${cause.message}`, { cause });
  return new ClientError("network", `${where}: ${describeCause(cause)}`, { cause });
}

/** fetch says "fetch failed" and hides the reason one or two causes deeper. */
function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  const own = error.message || (typeof code === "string" ? code : error.name);
  return error.cause instanceof Error ? describeCause(error.cause) : own;
}
