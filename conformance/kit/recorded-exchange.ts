import type { ClientErrorKind } from "../../src/client/client-error.ts";
import type { Deserved } from "../../src/contract/judge-response.ts";

/**
 * What a request was sent for: to be judged, to prepare something, as the twin of a refusal, to see whether anything is
 * there, to look at something on the way, or to remove what was made.
 */
export type ExchangeRole = "judge" | "prepare" | "control" | "probe" | "look" | "clean-up";

/** One request and what came back, as reports keep it: without secrets, in plain JSON. */
export interface RecordedExchange {
  readonly operation: string;
  readonly role: ExchangeRole;
  readonly deserved: Deserved;
  /** Since the run began, and from the request to the end of its answer; in milliseconds. */
  readonly atMs: number;
  readonly durationMs: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    /** The body, as it was sent. */
    readonly text?: string;
  };
  /** Absent if there was no complete answer. */
  readonly response?: {
    readonly status: number;
    /** In lower case; several of one name by commas, but for `set-cookie`, whose values are placeholders. */
    readonly headers: Readonly<Record<string, string>>;
    /** The body as text; its beginning if `cutFrom` says so. */
    readonly text: string;
    /** Length of the whole body in characters, if it was too long to be kept. */
    readonly cutFrom?: number;
  };
  /** Why there was no complete answer. */
  readonly error?: { readonly kind: ClientErrorKind; readonly message: string };
}
