/** Ends a check without a finding: nothing could be judged. Thrown by the kit only, and caught by the runner. */
export class Undecided extends Error {
  override readonly name = "Undecided";
  readonly verdict: "unverified" | "inconclusive";

  constructor(verdict: "unverified" | "inconclusive", reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.verdict = verdict;
  }
}

/** A request of ours that was meant to be valid and is not: the suite is at fault, not the server. */
export class HarnessError extends Error {
  override readonly name = "HarnessError";
}
