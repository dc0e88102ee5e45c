import type { Answering } from "./answer.ts";

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
export function logRequests(answer: Answering, log: (entry: LogEntry) => void): Answering {
  return async (request) => {
    const start = performance.now();
    const answered = await answer(request);
    if (request.method === "OPTIONS" && answered.status < 300) return answered;
    const { pathname, search } = request.url;
    log({
      method: request.method,
      path: `${pathname}${search}`,
      status: answered.status,
      durationMs: performance.now() - start,
      notes: request.notes,
    });
    return answered;
  };
}
