import { Pool } from "undici";

/** A request of a benchmark, and the status that answers it every time. */
export interface BenchRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below the origin. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Made anew for each time where no two may be alike. */
  readonly body?: string | (() => string);
  readonly status: number;
  /** What is sent right after it on the same connection, made from its answer. */
  readonly next?: (answer: string) => BenchRequest;
}

const connections = 20;

/**
 * Sends the requests in turn over 20 connections, one at a time on each, and reads every answer to its end.
 * @param origin `http://127.0.0.1:4010`
 * @throws {Error} for an answer with another status, since what fails early is quick
 */
export async function requestsPerSecond(
  origin: string,
  requests: readonly BenchRequest[],
  durationMs: number,
): Promise<number> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const began = performance.now();
  let count = 0;
  let turn = 0;
  const send = async ({ status, body, next, headers, ...sent }: BenchRequest): Promise<void> => {
    count += 1;
    const written = typeof body === "function" ? body() : body;
    const answer = await pool.request({
      ...sent,
      headers: { ...headers },
      ...(written !== undefined && { body: written }),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== status)
      throw new Error(`${origin}: ${sent.method} ${sent.path} got ${answer.statusCode}, not ${status}: ${text}`);
    if (next) await send(next(text));
  };
  const sendAll = async () => {
    while (performance.now() - began < durationMs) {
      const request = requests[turn % requests.length];
      if (!request) throw new Error("there is nothing to send");
      turn += 1;
      await send(request);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, sendAll));
    return (count * 1000) / (performance.now() - began);
  } finally {
    await pool.close();
  }
}
