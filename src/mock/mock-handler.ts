import { Hono } from "hono";
import { cors } from "hono/cors";
import { type ApiId, apis } from "../apis/index.ts";
import { loadContract } from "../contract/load-contract.ts";
import type { FetchHandler } from "../host/serve.ts";
import { type ApiMock, createApiMock } from "./mock-api.ts";
import { createMounts } from "./mounts.ts";
import { createPrism } from "./prism.ts";

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
  app.use(
    cors({
      origin: (origin) => origin,
      credentials: true,
      exposeHeaders: ["Preference-Applied", "Retry-After", "Allow"],
    }),
  );
  app.all("*", async (context) => {
    const { pathname } = new URL(context.req.url);
    const mount = findMount(pathname);
    const mock = mount && mocks.get(mount.id);
    if (mount && mock) return mock(context.req.raw, mount.path);
    const bases = served.map(({ id, contract }) => `${apis[id].title} at ${contract.basePaths[0]}`);
    // No API's own form applies outside of every base path.
    return context.json(
      { error: "not found", detail: `Nothing is served at ${pathname}; there is ${bases.join(", ")}.` },
      404,
    );
  });
  return (request) => app.fetch(request);
}
