/** Why a request brought no usable answer. */
export type ClientErrorKind = "network" | "timeout" | "too-large" | "not-json" | "empty" | "redirect";

/** An answer that could not be used, or none at all. Clients return it as `error`; they do not throw it. */
export class ClientError extends Error {
  override readonly name = "ClientError";
  readonly kind: ClientErrorKind;

  constructor(kind: ClientErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
