import type { BareAnswer } from "./bare-server.ts";
import type { MockRequest } from "./mock-requests.ts";

/** What a server answers requests, for the bare server to answer the same. */
export async function bareAnswers(
  origin: string,
  requests: readonly MockRequest[],
): Promise<Readonly<Record<string, BareAnswer>>> {
  const answers = requests.map(async (request) => [keyOf(request), await bareAnswer(origin, request)] as const);
  return Object.fromEntries(await Promise.all(answers));
}

/** Sends a request once. */
export async function bareAnswer(origin: string, request: MockRequest): Promise<BareAnswer> {
  const response = await fetch(`${origin}${request.path}`, { ...request });
  // Those that node:http sets itself, for itself.
  const { connection: _, "keep-alive": __, date: ___, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await response.text() };
}

/** By what the bare server finds an answer. */
export function keyOf({ method, path }: MockRequest): string {
  return `${method} ${path}`;
}
