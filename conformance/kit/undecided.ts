/** Ends a check without a finding: nothing could be judged. Thrown by the kit only, and caught by the runner. */
export class Undecided extends Error {
  override readonly name = "Undecided";
  readonly verdict: "unverified" | "inconclusive" | "skipped";
  /** Fixture or kind of data that was missing, which a target can be declared to be without. */
  readonly lacks: string | undefined;

  constructor(
    verdict: "unverified" | "inconclusive" | "skipped",
    reason: string,
    options?: ErrorOptions & { readonly lacks?: string | undefined },
  ) {
    super(reason, options);
    this.verdict = verdict;
    this.lacks = options?.lacks;
  }
}
