import type { Alteration } from "../../src/reference/alteration.ts";
import type { ConformanceOptions } from "../run-conformance.ts";

/** The reference server plus a legitimate difference: no check may fail or warn on it. */
export interface Variant<Store> {
  /** Kebab case; says the difference: `caps-pages-at-five`. */
  readonly id: string;
  /** What the server does differently, completing "The server …", and why it may. */
  readonly difference: string;
  readonly alteration: Alteration<Store>;
  /** How such a server is run against, beside the data and fixtures of the reference: `{ without: ["agents"] }`. */
  readonly options?: Partial<
    Pick<ConformanceOptions, "organization" | "account" | "environment" | "without" | "fixtures">
  >;
  /** Beginnings of the ids of checks that may stay unverified or inconclusive or be skipped: nothing is there to judge, or it moves. */
  readonly undecided?: readonly string[];
}
