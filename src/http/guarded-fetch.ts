import type { Fetch } from "../client/bounded-fetch.ts";

/** A request that must not leave this process. It is a fault of whoever made it. */
export class Refused extends Error {
  override readonly name = "Refused";
}

export interface Guard {
  /** The only host, with scheme and port, that requests may go to. */
  readonly origin: string;
  /** Whether requests may change anything there. */
  readonly mayWrite: boolean;
}

const readingMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The last thing that a request passes before the network: nothing goes to another host, no redirect is followed, and
 * nothing writes where nothing may.
 * @throws {Refused} for a request that breaks this; it is not sent
 */
export function guardedFetch(fetch: Fetch, { origin, mayWrite }: Guard): Fetch {
  return async (request) => {
    if (new URL(request.url).origin !== origin)
      throw new Refused(`${request.url} is not at ${origin}, and no other host is asked for anything`);
    if (!mayWrite && !readingMethods.has(request.method))
      throw new Refused(`${request.method} would write, and this target is only to be read`);
    if (request.redirect !== "manual") throw new Refused("a redirect could lead to another host");
    return fetch(request);
  };
}
