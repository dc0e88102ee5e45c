import { ClientError } from "../../src/client/client-error.ts";
import type { RecordedExchange } from "../kit/recorded-exchange.ts";
import type { CheckResult } from "../results/report.ts";

/** What was recorded of one check at a time, in place of a server and of chance. */
export interface Tape {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly newId: (length?: number) => string;
  /** Aborted where the check was ended before it came to an end of its own. */
  readonly ending: AbortSignal;
  /** @param hasBrokenText whether U+FFFD stands for bytes that were no text */
  readonly insert: (recorded: CheckResult, hasBrokenText: boolean) => void;
  /** Where what was asked for is not what was recorded. */
  readonly trouble: () => string | undefined;
}

/** @param redact takes the tokens out of a URL, in which their names are escaped as they never were */
export function createTape(runId: string, redact: (text: string) => string): Tape {
  let ids: string[] = [runId];
  let left: RecordedExchange[] = [];
  let trouble: string | undefined;
  let isInconclusive = false;
  let hasBroken = false;
  // What is left after a check was ended is the removal of what it had made.
  const isOver = () => isInconclusive && left.every(({ role }) => role === "clean-up");
  return {
    ending: Object.defineProperty(new AbortController().signal, "aborted", { get: isOver }),
    newId: () => {
      const id = ids.shift();
      if (id === undefined) trouble ??= "it made more names than were recorded";
      return id ?? "none";
    },
    insert: ({ exchanges = [], ids: names = [], verdict }, hasBrokenText) => {
      left = [...exchanges];
      ids = [...names];
      trouble = undefined;
      isInconclusive = verdict === "inconclusive";
      hasBroken = hasBrokenText;
    },
    trouble: () =>
      trouble ?? (left.length > 0 ? `${left.length} of its exchanges were not asked for again` : undefined),
    fetch: async (request) => {
      const next = left.shift();
      const asked = `${request.method} ${request.url}`;
      if (!next) trouble ??= `${asked} was not recorded`;
      else if (!isSame(next, request))
        trouble ??= `${asked} was asked for, and ${next.request.method} ${next.request.url} recorded`;
      if (!next || trouble !== undefined) throw new ClientError("network", `${asked} was not recorded`);
      return answerOf(next);
    },
  };

  function isSame({ request }: RecordedExchange, { method, url }: Request): boolean {
    return request.method === method && redact(new URL(request.url).href) === redact(url);
  }

  /** @throws {ClientError} if there was no complete answer */
  function answerOf({ request, response, error }: RecordedExchange): Response {
    if (!response)
      throw new ClientError(error?.kind ?? "network", error?.message ?? `${request.method} ${request.url}: cut off`);
    const { status, headers, text } = response;
    const isBodyless = text === "" || [204, 205, 304].includes(status);
    return new Response(isBodyless ? null : hasBroken ? brokenBytes(text) : text, { status, headers });
  }
}

/** A text with a byte that is no UTF-8 for each U+FFFD. */
function brokenBytes(text: string): Uint8Array<ArrayBuffer> {
  const pieces = text.split("\ufffd").flatMap((piece, index) => (index === 0 ? [piece] : [Uint8Array.of(0xff), piece]));
  const encoder = new TextEncoder();
  return Uint8Array.from(pieces.flatMap((piece) => [...(typeof piece === "string" ? encoder.encode(piece) : piece)]));
}
