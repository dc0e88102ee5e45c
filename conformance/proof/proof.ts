import type { ApiId } from "../../src/apis/index.ts";
import type { Family } from "./mutant.ts";

/** `generated/proof.json`: what the suites detect, and that they accuse nobody wrongly. Holds no times. */
export type Proof = Readonly<Record<ApiId, ApiProof>>;

export interface ApiProof {
  readonly clean: readonly CleanRun[];
  readonly variants: readonly TriedVariant[];
  readonly mutants: readonly TriedMutant[];
  /** Checks that no mutant makes fail. */
  readonly unkilled: readonly string[];
}

/** The unaltered server, judged in some order and so many checks at once. */
export interface CleanRun {
  readonly id: string;
  readonly alarms: readonly string[];
}

export interface TriedVariant {
  readonly id: string;
  /** What the server does differently, completing "The server …", and why it may. */
  readonly difference: string;
  /** `fail terraform/…`: verdicts that a legitimate server must not get. */
  readonly alarms: readonly string[];
}

export interface TriedMutant {
  readonly id: string;
  readonly family: Family;
  readonly requirement: string;
  /** What the server does wrong, completing "The server …". */
  readonly fault: string;
  readonly origin: "written" | "generated";
  readonly killed: boolean;
  /** Checks that decide the requirement, and fail. */
  readonly by: readonly string[];
  /** Checks that fail beyond that; of generated mutants only the deciding checks are run. */
  readonly also: readonly string[];
}
