import type { HttpHandler } from "msw";
import { createBrowserHandlers } from "./create-browser-handlers.ts";
import { createOriginHandlers } from "./create-origin-handlers.ts";
import type { HandlerOptions } from "./handler-options.ts";

/**
 * Handlers for MSW's `setupServer` and `setupWorker`: the servers of `poolproof mock --stateful`, at the documented base
 * URL of each API or at any other. Each call makes new ones, with the data that are there at first. Faults on demand and
 * the data are at `/_poolproof` of each origin, as with the command: `POST https://app.terraform.io/_poolproof/reset`.
 * A page with a content security policy has to allow `unsafe-eval`: schemas are compiled.
 * @throws {UsageError} for data with mistakes, and for addresses that cannot be used
 */
export async function createHandlers(options: HandlerOptions = {}): Promise<HttpHandler[]> {
  if (options.stateful !== false) return createBrowserHandlers(options);
  const { apis, baseUrls, stateful, ...others } = options;
  // Large, and asked for by few.
  const { createMockSite } = await import("../mock/create-mock-site.ts");
  return createOriginHandlers({ apis, baseUrls }, (ids, contracts) => createMockSite(ids, { ...others, contracts }));
}
