/** A command line that cannot be carried out. The message is one sentence and says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
