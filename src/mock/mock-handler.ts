import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import type { Api } from "../apis/api.ts";
import { type ApiId, apis } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import type { FetchHandler } from "../host/serve.ts";
import { type ApiMock, createApiMock } from "./mock-api.ts";
import { createMounts } from "./mounts.ts";
import { createPrism } from "./prism.ts";

const largestBodyBytes = 1024 * 1024;

/** Serves the mocks of several APIs, each under its base path, as one handler with CORS for browsers. */
export async function createMockHandler(ids: readonly ApiId[]): Promise<FetchHandler> {
  const mocks = new Map<ApiId, ApiMock>();
  const served = await Promise.all(
    ids.map(async (id) => {
      const contract = await loadContract(id);
      mocks.set(id, createApiMock(apis[id], contract, await createPrism(contract.bundle)));
      return { id, contract };
    }),
  );
  const findMount = createMounts(served);

  const app = new Hono();
  app.use(cors({ origin: (origin) => origin, credentials: true, exposeHeaders: ["Preference-Applied", "Retry-After", "Allow"] }));
  app.use(
    bodyLimit({
      maxSize: largestBodyBytes,
      onError: (context) => {
        const mount = findMount(new URL(context.req.url).pathname);
        const detail = `The body is larger than ${largestBodyBytes} bytes.`;
        return refuse(mount && apis[mount.id], { status: 413, title: "content too large", detail });
      },
    }),
  );
  app.all("*", async (context) => {
    const { pathname } = new URL(context.req.url);
    const mount = findMount(pathname);
    const mock = mount && mocks.get(mount.id);
    if (mount && mock) return mock(context.req.raw, mount.path);
    const bases = served.map(({ id, contract }) => `${apis[id].title} at ${contract.basePaths[0]}`);
    return refuse(undefined, { status: 404, title: "not found", detail: `Nothing is served at ${pathname}; there is ${bases.join(", ")}.` });
  });
  return (request) => app.fetch(request);
}

/** Outside every base path no API's form applies, so a plain one is used. */
function refuse(api: Api | undefined, problem: { status: number; title: string; detail: string }): Response {
  const body = api ? api.errorBody(problem) : { error: problem.title, detail: problem.detail };
  return Response.json(body, {
    status: problem.status,
    headers: { "Content-Type": api?.contentType ?? "application/json" },
  });
}
