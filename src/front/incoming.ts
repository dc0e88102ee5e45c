import { readBounded, TooLarge } from "../http/read-bounded.ts";

/**
 * A request as our servers take it, whether it came over the network or as a Request. Making a Request of one that came
 * over the network costs more than answering it.
 */
export interface Incoming {
  readonly method: string;
  /** Parsed once, however many ask for it. Not to be changed. */
  readonly url: URL;
  readonly headers: IncomingHeaders;
  /** Aborted when the client is gone. */
  readonly signal: AbortSignal;
  /** The body, empty where there is none; undefined for one of more bytes, which is then not read to its end. */
  readonly readText: (maxBytes: number) => Promise<string | undefined>;
  /** For what takes nothing else. To be called once, and instead of reading the text. */
  readonly toRequest: () => Request;
  /** What is worth telling of it beside its answer, for whoever logs it: what it broke, what was done to it. */
  readonly notes: string[];
}

export interface IncomingHeaders {
  /** The value of a header, in whatever case its name is written; null where it is missing. */
  readonly get: (name: string) => string | null;
}

export function fromRequest(request: Request): Incoming {
  const { method, headers } = request;
  return {
    method,
    url: new URL(request.url),
    headers,
    get signal() {
      return request.signal;
    },
    readText: async (maxBytes) => {
      try {
        // No more can come than is announced, and a stream of an unread body is dear.
        if (Number(headers.get("content-length") ?? Number.NaN) <= maxBytes) return await request.text();
        return new TextDecoder().decode(await readBounded(request.body, maxBytes));
      } catch (error) {
        if (error instanceof TooLarge) return undefined;
        throw error;
      }
    },
    toRequest: () => request,
    notes: [],
  };
}
