/** A failure that is accepted for a time. */
export interface Waiver {
  /** Id of a check, or the beginning of several. */
  readonly id: string;
  readonly reason: string;
  /** Last day on which it holds, `2026-12-31`, in UTC. */
  readonly expires: string;
}

/** A waiver and what came of it. */
export interface AppliedWaiver extends Waiver {
  /** `stale`: nothing that it speaks of failed. `idle`: no such check was run this time, so nothing can be said. */
  readonly state: "used" | "stale" | "expired" | "idle";
  /** Ids of the checks whose failure it accepts. */
  readonly checks: readonly string[];
}
