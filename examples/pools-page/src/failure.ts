import { ClientError, type ErrorDocument } from "poolproof/terraform";
import { apiUrl } from "./api-url.ts";

/** Why something did not come about, in the words of the server where it gave any. */
export interface Failure {
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  /** Seconds that the server asks to wait. */
  readonly waitSeconds: number | undefined;
  /** JSON pointer to the part of the document sent that is to blame. */
  readonly pointer: string | undefined;
  /** The body of the answer. */
  readonly document: ErrorDocument | undefined;
}

/** Makes one of what the client calls `error`: a documented error object, or an answer that could not be used. */
export function readFailure(error: ErrorDocument | ClientError, { status, headers }: Response): Failure {
  const waitSeconds = Number(headers.get("Retry-After")) || undefined;
  if (error instanceof ClientError) {
    const title = status === 0 ? "no answer" : "the answer cannot be used";
    const detail = status === 0 ? `${error.message}. Is the mock running at ${apiUrl}?` : error.message;
    return { status, title, detail, waitSeconds, pointer: undefined, document: undefined };
  }
  const [first] = error.errors;
  return {
    status,
    title: first?.title ?? "refused",
    detail: first?.detail,
    waitSeconds,
    pointer: first?.source?.pointer,
    document: error,
  };
}
