import type { Incoming } from "./incoming.ts";

/**
 * An answer that is no Response yet. Making a Response costs more than all the rest that is done for a request, so there
 * is one only where somebody asked with a Request of their own; a server on a port sends this as it is.
 */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for no body. */
  readonly text: string | undefined;
}

export type Answered = Answer | Response;

/** Answers requests, whatever they are for. */
export type Answering = (request: Incoming) => Promise<Answered>;

export function toResponse(answered: Answered): Response {
  if (answered instanceof Response) return answered;
  const { status, headers, text } = answered;
  return new Response(text ?? null, { status, headers: { ...headers } });
}

/** The answer with a header more; behind what the header says already. */
export function withHeader<Kind extends Answered>(answered: Kind, name: string, value: string): Kind {
  if (answered instanceof Response) {
    answered.headers.append(name, value);
    return answered;
  }
  const before = answered.headers[name];
  const headers = { ...answered.headers, [name]: before === undefined ? value : `${before}, ${value}` };
  return { ...answered, headers };
}

/** What HEAD gets (RFC 9110, 9.3.2). */
export function withoutBody(answered: Answered): Answered {
  return answered instanceof Response ? new Response(null, answered) : { ...answered, text: undefined };
}
