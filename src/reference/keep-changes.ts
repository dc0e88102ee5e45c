import type { ApiHandler } from "../front/api-front.ts";

/** Waits until a change is kept before it is answered: what a client knows to be done is not lost when the server dies. */
export function keepChanges(handle: ApiHandler, keep: () => Promise<void>): ApiHandler {
  return async (request, path) => {
    const answer = await handle(request, path);
    if (request.method !== "GET" && request.method !== "HEAD" && answer.status < 300) await keep();
    return answer;
  };
}
