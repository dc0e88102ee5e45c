import type { Judgement } from "../../src/contract/finding.ts";
import type { Answer, Deserved } from "../../src/contract/judge-response.ts";
import type { Operation } from "../../src/contract/operations.ts";

/** What is asked of one operation, before it becomes a request. */
export interface Ask {
  readonly path?: Readonly<Record<string, string>>;
  /** The values of the path are percent-encoded, or wrongly so on purpose. */
  readonly isEncoded?: boolean;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as it is after the question mark, in place of `query`. */
  readonly search?: string;
  /** Sent in place of the operation's own method. */
  readonly method?: string;
  /** Beside those that every request has, or in their place; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly text?: string;
  readonly contentType?: string;
  /** The query is the server's own, from a link; whether it is valid is not for us to answer. */
  readonly isServers?: boolean;
  /** Sent in place of the target's token; null sends none. */
  readonly token?: string | null;
}

/** One request and its response, judged. */
export interface Exchange {
  readonly operation: Operation;
  readonly deserved: Deserved;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string | undefined;
  };
  readonly answer: Answer;
  /** The body if it is JSON, undefined otherwise; integers beyond 53 bits are text. */
  readonly json: unknown;
  readonly judgement: Judgement;
}

/** What is remembered of an exchange for the whole run; bodies are not, since they can be large. */
export interface ExchangeRecord {
  readonly operation: Operation;
  readonly deserved: Deserved;
  readonly status: number;
}
