import type { FetchHandler } from "../host/serve.ts";
import { notesOf } from "./request-notes.ts";

/** A request that has been answered. */
export interface LogEntry {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  /** What the request broke, and what else is worth telling. */
  readonly notes: readonly string[];
}

/** Tells of each request when it has been answered; preflights of browsers only if they fail. */
export function logRequests(handle: FetchHandler, log: (entry: LogEntry) => void): FetchHandler {
  return async (request) => {
    const start = performance.now();
    const response = await handle(request);
    if (request.method === "OPTIONS" && response.ok) return response;
    const { pathname, search } = new URL(request.url);
    log({
      method: request.method,
      path: `${pathname}${search}`,
      status: response.status,
      durationMs: performance.now() - start,
      notes: notesOf(request),
    });
    return response;
  };
}
