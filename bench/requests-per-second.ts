import { Pool } from "undici";

/** A request of a benchmark, and the status that answers it every time. */
export interface BenchRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below the origin. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
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
  const send = async () => {
    while (performance.now() - began < durationMs) {
      const request = requests[count % requests.length];
      if (!request) throw new Error("there is nothing to send");
      count += 1;
      const { status, ...sent } = request;
      const answer = await pool.request({ ...sent, headers: { ...sent.headers } });
      const text = await answer.body.text();
      if (answer.statusCode !== status)
        throw new Error(
          `${origin}: ${request.method} ${request.path} got ${answer.statusCode}, not ${status}: ${text}`,
        );
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, send));
    return (count * 1000) / (performance.now() - began);
  } finally {
    await pool.close();
  }
}
