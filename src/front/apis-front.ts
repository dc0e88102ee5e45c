import { type ApiId, apis } from "../apis/index.ts";
import type { Contract } from "../contract/contract.ts";
import { type Answered, type Answering, withoutBody } from "./answer.ts";
import { type ApiHandler, refuse, send } from "./api-front.ts";
import { allowOrigins } from "./cross-origin.ts";
import type { Incoming } from "./incoming.ts";
import { createMounts } from "./mounts.ts";

export interface ServedApi {
  readonly id: ApiId;
  readonly contract: Contract;
  readonly handle: ApiHandler;
}

/** Answers what stands beside the APIs; undefined for what is none of its business. */
export type Beside = (request: Incoming, pathname: string) => Promise<Answered> | undefined;

/** Several APIs, each under its base path, as one handler with CORS for browsers. */
export function createApisFront(served: readonly ServedApi[], beside?: Beside): Answering {
  const findMount = createMounts(served);
  return allowOrigins((request) => (request.method === "HEAD" ? answer(request).then(withoutBody) : answer(request)));

  async function answer(request: Incoming): Promise<Answered> {
    const { pathname } = request.url;
    const mount = findMount(pathname);
    const api = served.find(({ id }) => id === mount?.id);
    try {
      const aside = beside?.(request, pathname);
      if (aside) return await aside;
      return mount && api ? await api.handle(request, mount.path) : nothingAt(request, pathname);
    } catch (error) {
      const problem = { status: 500, title: "internal error", detail: (error as Error).message };
      request.notes.push(problem.detail);
      return mount ? refuse(apis[mount.id], problem) : failPlainly(500, problem.title, problem.detail);
    }
  }

  function nothingAt({ notes }: Incoming, pathname: string): Answered {
    const bases = served.map(({ id, contract }) => `${apis[id].title} at ${contract.basePaths[0]}`);
    const detail = `Nothing is served at ${pathname}; there is ${bases.join(", ")}.`;
    notes.push(detail);
    return failPlainly(404, "not found", detail);
  }
}

/** No API's own form applies outside of every base path. */
function failPlainly(status: number, error: string, detail: string): Answered {
  return send({ status, body: { error, detail }, headers: { "Content-Type": "application/json" } });
}
