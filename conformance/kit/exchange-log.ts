import type { ClientError } from "../../src/client/client-error.ts";
import type { Exchange } from "./exchange.ts";
import type { RecordedExchange } from "./recorded-exchange.ts";

/** What one check said and heard, in the order of its requests. */
export interface ExchangeLog {
  /** Takes down a request that is about to be sent; what is returned takes down what came of it. */
  readonly begin: (asked: Asked) => (outcome: Exchange | ClientError) => void;
  /** Says that weather was waited out, or that an answer got lost and was asked for again. */
  readonly retry: () => void;
  readonly retries: () => number;
  /** Index of an exchange among the entries; undefined where none are kept. */
  readonly indexOf: (exchange: Exchange) => number | undefined;
  /** Requests that were cut off stay without response and error. */
  readonly entries: () => readonly RecordedExchange[];
}

export interface Asked extends Pick<RecordedExchange, "operation" | "role" | "deserved"> {
  readonly request: Exchange["request"];
}

export interface ExchangeLogOptions {
  /** Whether entries are kept at all. */
  readonly isKept: boolean;
  readonly redact: (text: string) => string;
  /** Milliseconds since the run began. */
  readonly clock: () => number;
  /** Characters of answers that may still be kept; shared by all logs of a run. */
  readonly room?: { left: number };
}

/** Characters of answers that one run keeps at most, so that no server can fill memory or disk. */
export const longestRecord = 8 * 1024 * 1024;

/** Longer bodies are kept in their beginning only, in characters. */
const longestBody = 256 * 1024;
/** Longer than any secret. */
const margin = 16 * 1024;

export function createExchangeLog({
  isKept,
  redact,
  clock,
  room = { left: longestRecord },
}: ExchangeLogOptions): ExchangeLog {
  const entries: RecordedExchange[] = [];
  const places = new Map<Exchange, number>();
  let retries = 0;
  return {
    begin: ({ request, ...asked }) => {
      if (!isKept) return () => {};
      const place = entries.length;
      const atMs = clock();
      const base = { ...asked, atMs: rounded(atMs), request: redactedRequest(request, redact) };
      entries.push({ ...base, durationMs: 0 });
      return (outcome) => {
        const durationMs = rounded(clock() - atMs);
        if (outcome instanceof Error) {
          const error = { kind: outcome.kind, message: redact(outcome.message) };
          entries[place] = { ...base, durationMs, error };
          return;
        }
        places.set(outcome, place);
        // Asked for again, since the answer may itself have made a secret known that was part of the request.
        const sent = redactedRequest(request, redact);
        entries[place] = { ...base, request: sent, durationMs, response: redactedAnswer(outcome, redact, room) };
      };
    },
    retry: () => {
      retries += 1;
    },
    retries: () => retries,
    indexOf: (exchange) => places.get(exchange),
    entries: () => entries,
  };
}

function redactedRequest(
  { method, url, headers, text }: Exchange["request"],
  redact: (text: string) => string,
): RecordedExchange["request"] {
  return {
    method,
    url: redact(url),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redact(value)])),
    ...(text !== undefined && { text: redact(text) }),
  };
}

function redactedAnswer({ answer }: Exchange, redact: (text: string) => string, room: { left: number }) {
  const { status, headers, text } = answer;
  const longest = Math.max(0, Math.min(longestBody, room.left));
  const isCut = text.length > longest;
  room.left -= Math.min(text.length, longest);
  return {
    status,
    headers: Object.fromEntries(
      [...headers].map(([name, value]) => [redact(name), redact(name === "set-cookie" ? withoutValue(value) : value)]),
    ),
    // Of a secret that is cut in two nothing would be recognised.
    text: isCut ? copyOf(redact(text.slice(0, longest + margin)).slice(0, longest)) : redact(text),
    ...(isCut && { cutFrom: text.length }),
  };
}

/** The value of a cookie is a secret of the server's, whatever it is; so is one without a name. */
function withoutValue(cookie: string): string {
  const [named = ""] = /^[^=;]*=/.exec(cookie) ?? [];
  return `${named}REDACTED`;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/** A slice keeps the whole text that it was cut from in memory. */
function copyOf(slice: string): string {
  return Buffer.from(slice, "utf16le").toString("utf16le");
}
