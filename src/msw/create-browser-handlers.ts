import type { HttpHandler } from "msw";
import { UsageError } from "../commands/usage-error.ts";
import { createReferenceSite } from "../reference/create-reference-site.ts";
import { createOriginHandlers } from "./create-origin-handlers.ts";
import type { HandlerOptions } from "./handler-options.ts";

/**
 * What bundlers for browsers take for `createHandlers`: the same, but stateful only, and without a way to what needs Node.
 * @throws {UsageError} for data with mistakes, for addresses that cannot be used, and for `stateful: false`
 */
export async function createBrowserHandlers(options: HandlerOptions = {}): Promise<HttpHandler[]> {
  const { apis, baseUrls, stateful = true, ...others } = options;
  if (!stateful) throw new UsageError("The static mock needs Node: leave `stateful: false` out in a browser.");
  return createOriginHandlers({ apis, baseUrls }, (ids, contracts) =>
    createReferenceSite(ids, { ...others, contracts }),
  );
}
