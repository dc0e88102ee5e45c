import type { Derivation } from "./derived/derivation.ts";
import type { Check } from "./kit/check.ts";
import type { Suite } from "./kit/suite.ts";

/** What is written by hand about a suite; the rest follows from the contract. */
export interface SuiteDescription extends Omit<Suite, "contract" | "requirements" | "checks"> {
  /** What the ids of fixtures look like, where they are not just any text. */
  readonly fixtureForm?: RegExp;
  /** Fixtures whose ids may be named for another fixture as well. */
  readonly mayCoincide?: readonly string[];
  /** Checks written by hand. */
  readonly checks: readonly Omit<Check, "level">[];
  /** What the derived checks need to know. */
  readonly derivation: Omit<Derivation, "api" | "bundle" | "own">;
}
