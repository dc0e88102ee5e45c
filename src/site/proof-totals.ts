import type { ApiFacts } from "./site-facts.ts";

/** The proof in a few numbers, of one API or of several. */
export interface ProofTotals {
  readonly mutants: number;
  readonly killed: number;
  readonly variants: number;
  /** False alarms, on variants and on the unaltered servers. */
  readonly alarms: number;
  readonly checks: number;
  /** Checks that no mutant makes fail. */
  readonly unkilled: number;
}

export function proofTotals(apis: readonly ApiFacts[]): ProofTotals {
  const sum = (count: (facts: ApiFacts) => number) => apis.reduce((total, facts) => total + count(facts), 0);
  return {
    mutants: sum(({ proof }) => proof.mutants.length),
    killed: sum(({ proof }) => proof.mutants.filter(({ killed }) => killed).length),
    variants: sum(({ proof }) => proof.variants.length),
    alarms: sum(({ proof }) => [...proof.clean, ...proof.variants].flatMap(({ alarms }) => alarms).length),
    checks: sum(({ checks }) => checks.length),
    unkilled: sum(({ proof }) => proof.unkilled.length),
  };
}
