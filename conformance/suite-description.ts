import type { Derivation } from "./derived/derivation.ts";
import type { Suite } from "./kit/suite.ts";

/** What is written by hand about a suite; the rest follows from the contract. */
export interface SuiteDescription extends Omit<Suite, "contract" | "requirements"> {
  /** What the ids of fixtures look like, where they are not just any text. */
  readonly fixtureForm?: RegExp;
  /** What the derived checks need to know. */
  readonly derivation: Omit<Derivation, "api" | "bundle" | "own">;
}
