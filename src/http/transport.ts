/** A request as it leaves this process. */
export interface OutgoingRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text?: string | undefined;
}

/** An answer that was read to its end and decompressed. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** Carries one request to where it is answered. Follows no redirect. */
export type Transport = (request: OutgoingRequest) => Promise<WholeAnswer>;
