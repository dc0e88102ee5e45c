/** A request of ours that was meant to be valid and is not: the suite is at fault, not the server. */
export class HarnessError extends Error {
  override readonly name = "HarnessError";
}
