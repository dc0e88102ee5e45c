import type { Transport } from "./transport.ts";

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
 * The last thing that a request passes before the network: nothing goes to another host, and nothing writes where
 * nothing may. Transports follow no redirect by themselves.
 * @throws {Refused} for a request that breaks this; it is not sent
 */
export function guardedTransport(send: Transport, { origin, mayWrite }: Guard): Transport {
  return async (request) => {
    if (new URL(request.url).origin !== origin)
      throw new Refused(`${request.url} is not at ${origin}, and no other host is asked for anything`);
    if (!mayWrite && !readingMethods.has(request.method))
      throw new Refused(`${request.method} would write, and this target is only to be read`);
    return send(request);
  };
}
