import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type ApiId, isApiId } from "../apis/index.ts";
import { orList } from "../contract/describe-value.ts";
import type { Operation } from "../contract/operations.ts";
import { readBounded, TooLarge } from "../http/read-bounded.ts";
import { controlRoutes, isAt } from "./control-routes.ts";
import type { ControlledState } from "./controlled-state.ts";
import { createFaultReader, writeFault } from "./fault-order.ts";
import type { Mistake } from "./mistakes.ts";
import type { OrderedFaults } from "./ordered-faults.ts";

/** Where the control API stands; no API has such a path. */
export const controlPath = "/_poolproof";

export interface ControlOptions {
  readonly ids: readonly ApiId[];
  readonly operationsOf: (id: ApiId) => readonly Operation[];
  readonly faults: OrderedFaults;
  /** Left out by a mock that keeps nothing. */
  readonly state: ControlledState | undefined;
}

const largestBodyBytes = 16 * 1024 * 1024;

/** The control API: faults on demand, and the data of a stateful mock. Everything in it is JSON. */
export function createControl({
  ids,
  operationsOf,
  faults,
  state,
}: ControlOptions): (request: Request) => Promise<Response> {
  const app = new Hono().basePath(controlPath);
  const readFaultOrder = createFaultReader(ids, operationsOf);

  app.get("/faults", (context) => context.json({ faults: faults.list().map(writeFault) }));
  app.post("/faults", async (context) => {
    // Nothing at all is an order too: one call that fails.
    const body = await readJson(context.req.raw, "{}");
    if (body instanceof Response) return body;
    const read = readFaultOrder(body.value);
    if ("mistakes" in read) return refuseMistakes(context, read.mistakes);
    return context.json(writeFault(faults.add(read.order)), 201);
  });
  app.delete("/faults", (context) => {
    faults.clear();
    return context.body(null, 204);
  });
  app.delete("/faults/:id", (context) =>
    faults.remove(Number(context.req.param("id")))
      ? context.body(null, 204)
      : fail(context, 404, `There is no fault ${context.req.param("id")} that still waits.`),
  );
  app.post("/reset", async (context) => {
    faults.clear();
    await state?.reset();
    return context.body(null, 204);
  });

  app.use("/state/*", (context, next) => (state ? next() : Promise.resolve(keepsNothing(context))));
  app.get("/state", (context) => context.json({ ...state?.dump() }));
  app.put("/state", async (context) => {
    const body = await readJson(context.req.raw);
    if (body instanceof Response) return body;
    const mistakes = (await state?.load(body.value)) ?? [];
    return mistakes.length > 0 ? refuseMistakes(context, mistakes) : context.json({ ...state?.dump() });
  });
  app.get("/state/schema.json", (context) => context.json({ ...state?.schema }));
  app.get("/state/:api", (context) => {
    const id = apiOf(context.req.param("api"));
    return id ? context.json({ [id]: state?.dump()[id] }) : unknownApi(context);
  });
  app.get("/state/:api/:list/:id", (context) => {
    const { api, list, id } = context.req.param();
    const item = state?.find(apiOf(api) ?? ids[0] ?? "terraform", list, id);
    return apiOf(api) && item !== undefined ? context.json({ ...(item as object) }) : notThere(context);
  });
  app.patch("/state/:api/:list/:id", async (context) => {
    const { api, list, id } = context.req.param();
    const known = apiOf(api);
    if (!known) return unknownApi(context);
    const body = await readJson(context.req.raw);
    if (body instanceof Response) return body;
    if (typeof body.value !== "object" || body.value === null || Array.isArray(body.value)) {
      return fail(context, 422, 'The body is an object of members to change: {"status":"busy"}.');
    }
    const changed = await state?.change(known, list, id, body.value);
    if (!changed) return notThere(context);
    return "mistakes" in changed
      ? refuseMistakes(context, changed.mistakes)
      : context.json({ ...(changed.item as object) });
  });

  app.notFound((context) => {
    const { method, path } = context.req;
    const routes = controlRoutes(state !== undefined);
    const allowed = routes.filter((route) => isAt(route, path)).map((route) => route.method);
    if (allowed.length > 0) {
      context.header("Allow", allowed.join(", "));
      return fail(context, 405, `${method} does nothing at ${path}; ${orList(allowed)} does.`);
    }
    const known = routes.map((route) => `${route.method} ${route.path}`);
    return fail(context, 404, `${method} ${path} is nothing here; there is ${orList(known)}.`);
  });
  // What is nested too deeply for the reading of data exhausts the stack.
  app.onError((error, context) =>
    error instanceof RangeError
      ? fail(context, 422, "The body is nested deeper than any data are.")
      : fail(context, 500, error.message),
  );
  return async (request) => app.fetch(request);

  function apiOf(word: string): ApiId | undefined {
    return isApiId(word) && ids.includes(word) ? word : undefined;
  }

  function unknownApi(context: Context) {
    return fail(context, 404, `No API ${context.req.param("api")} is served; there is ${orList(ids)}.`);
  }

  function notThere(context: Context) {
    const { api = "", list = "", id = "" } = context.req.param() as Record<string, string>;
    const known = apiOf(api);
    if (!known) return unknownApi(context);
    const lists = state?.listsOf(known) ?? [];
    const detail = lists.includes(list)
      ? `There is no ${id} among the ${list} of ${known}; GET ${controlPath}/state/${known} shows them.`
      : `${known} has no ${list}; it has ${orList(lists)}.`;
    return fail(context, 404, detail);
  }
}

/** Errors of the control API look the same everywhere. */
function fail(context: Context, status: ContentfulStatusCode, detail: string, mistakes?: readonly Mistake[]) {
  return context.json({ error: titles[status] ?? "refused", detail, ...(mistakes && { mistakes }) }, status);
}

const titles: Readonly<Record<number, string>> = {
  404: "not found",
  405: "method not allowed",
  409: "keeps nothing",
  422: "invalid",
  500: "internal error",
};

function refuseMistakes(context: Context, mistakes: readonly Mistake[]) {
  const detail = mistakes.map(({ pointer, text }) => `${pointer || "/"}: ${text}`).join("; ");
  return fail(context, 422, detail, mistakes);
}

function keepsNothing(context: Context) {
  return fail(context, 409, "This mock keeps nothing: start it with --stateful.");
}

/**
 * JSON whatever Content-Type says: who types a curl line is spared the header.
 * @param nothing the JSON that an empty body stands for, if it does for any
 */
async function readJson(request: Request, nothing?: string): Promise<{ value: unknown } | Response> {
  try {
    const text = new TextDecoder().decode(await readBounded(request.body, largestBodyBytes));
    if (text === "" && nothing === undefined) throw new SyntaxError("it is empty");
    return { value: JSON.parse(text || (nothing ?? "")) };
  } catch (cause) {
    const [status, detail] =
      cause instanceof TooLarge
        ? [413, `The body is larger than ${largestBodyBytes} bytes.`]
        : [400, `The body is not JSON: ${(cause as Error).message}`];
    return Response.json({ error: "unreadable body", detail }, { status });
  }
}
