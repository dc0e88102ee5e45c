import { Hono } from "hono";
import { cors } from "hono/cors";
import { type ApiId, apis } from "../apis/index.ts";
import type { Contract } from "../contract/contract.ts";
import type { FetchHandler } from "../host/serve.ts";
import type { ApiHandler } from "./api-front.ts";
import { createMounts } from "./mounts.ts";

export interface ServedApi {
  readonly id: ApiId;
  readonly contract: Contract;
  readonly handle: ApiHandler;
}

/** Answers what stands beside the APIs; undefined for what is none of its business. */
export type Beside = (request: Request, pathname: string) => Promise<Response> | undefined;

/** What scripts of a page may read beside the body. */
const exposeHeaders = ["Preference-Applied", "Retry-After", "Allow", "Location"];
const preflightAgeSeconds = 600;

/** Several APIs, each under its base path, as one handler with CORS for browsers. */
export function createApisFront(served: readonly ServedApi[], beside?: Beside): FetchHandler {
  const findMount = createMounts(served);
  const app = new Hono();
  app.use(cors({ origin: (origin) => origin, credentials: true, exposeHeaders, maxAge: preflightAgeSeconds }));
  app.onError((error, context) => {
    const mount = findMount(new URL(context.req.url).pathname);
    const problem = { status: 500, title: "internal error", detail: error.message };
    return context.json(
      mount ? (apis[mount.id].errorBody(problem) as object) : { error: problem.title, detail: problem.detail },
      500,
    );
  });
  app.all("*", async (context) => {
    const { pathname } = new URL(context.req.url);
    const aside = beside?.(context.req.raw, pathname);
    if (aside) return aside;
    const mount = findMount(pathname);
    const api = served.find(({ id }) => id === mount?.id);
    if (mount && api) return api.handle(context.req.raw, mount.path);
    const bases = served.map(({ id, contract }) => `${apis[id].title} at ${contract.basePaths[0]}`);
    const detail = `Nothing is served at ${pathname}; there is ${bases.join(", ")}.`;
    // No API's own form applies outside of every base path.
    return context.json({ error: "not found", detail }, 404);
  });
  return (request) => app.fetch(request);
}
